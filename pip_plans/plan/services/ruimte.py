"""What may change in the leerroute on a day, until when and why not: where progress shows that it does not fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from cases.models import Dossier
from inburgering.recht.feiten import LEERROUTE_LABELS, Dossierfeiten, Leerroute, Regime
from inburgering.recht.termijnen import einde_reden
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.wijziging import AFSCHALEN, AFSCHALEN_UREN, te_weinig_uren, wissel_geweigerd
from pip_plans.plan.enums import Uitzondering, Wijzigingssoort, Wisselgrond
from pip_plans.plan.lesuren import lesuren

from .versies import eerder_pip, geldende, versies
from .wijzigen import huidig_van
from .wijzigingsregels import Huidig

# From easier to harder: who goes up learns faster than was thought (art. 17 lid 2 Wi).
ZWAARTE = (Leerroute.Z, Leerroute.B1, Leerroute.ONDERWIJS)
# What shows it is for the consulent to say: the form refuses a reason that ends in a colon.
SNELLER = "U leert sneller dan wij dachten. De {naar} past daarom beter bij u dan de {van}. Dat blijkt uit:"
MOEILIJK = "De {van} blijkt te moeilijk voor u. De {naar} past daarom beter bij u. Dat blijkt uit:"
WIJZIGEN = "PIP wijzigen"
LAGER = "U hebt {les} gehad. Toch haalt u nog niet alle onderdelen op niveau B1. Daarom gaat een deel naar niveau A2."


@dataclass(frozen=True, slots=True)
class Keuze:
    """One change: `vraag` opens its form filled in, `zin` says until when it can, or why not.

    `knop` is the button: '' when there is no way at all now.
    """

    naam: str
    vraag: str
    kan: bool
    zin: str
    knop: str


def ruimte(dossier: Dossier, feiten: Dossierfeiten, op: date) -> list[Keuze]:
    """Every change of leerroute and the step to A2; empty without a PIP that holds and after the end of the plicht."""
    if feiten.regime is Regime.WI2013 or einde_reden(feiten):
        return []
    route = _route(dossier, feiten)
    if route not in set(Leerroute):
        return []
    nu = huidig_van(dossier, route)
    return [*_wissels(nu, op), *_afschalen(nu, dossier, op)]


def invulling(*, huidig: Huidig, dossier: Dossier, soort: str, naar: str, op: date) -> dict[str, Any]:
    """What the form of a change begins with, for a kind and a leerroute that were chosen elsewhere; the rest is empty.

    Nothing but the choice comes from the address: the reason and the hours come from here.
    """
    if soort == Wijzigingssoort.AFSCHALEN:
        return {"soort": soort, "getoond": soort} | _invulling_afschalen(dossier, op)
    if soort != Wijzigingssoort.LEERROUTE or naar not in set(Leerroute) or huidig.leerroute not in set(Leerroute):
        return {}
    van, nieuw = Leerroute(huidig.leerroute), Leerroute(naar)
    omhoog = ZWAARTE.index(nieuw) > ZWAARTE.index(van)
    zin = (SNELLER if omhoog else MOEILIJK).format(van=LEERROUTE_LABELS[van], naar=LEERROUTE_LABELS[nieuw])
    voorbij = huidig.wissel_tot is not None and op > huidig.wissel_tot
    altijd = voorbij and (van, nieuw) == (Leerroute.ONDERWIJS, Leerroute.B1)
    return {
        "soort": soort,
        "getoond": soort,
        "leerroute": naar,
        "grond": (Wisselgrond.MEER if omhoog else Wisselgrond.ONVOLDOENDE).value,
        "uitzondering": Uitzondering.ONDERWIJS_NAAR_B1.value if altijd else "",
        "reden": zin,
    }


def _route(dossier: Dossier, feiten: Dossierfeiten) -> str:
    if eerder := eerder_pip(dossier, feiten):
        return eerder.leerroute
    pip = geldende(versies(dossier))
    return pip.leerroute if pip else ""


def _wissels(nu: Huidig, op: date) -> Iterator[Keuze]:
    for naar in Leerroute:
        if naar == nu.leerroute:
            continue
        reden = wissel_geweigerd(van=nu.leerroute, naar=naar, op=op, tot=nu.wissel_tot, uitzondering="")
        binnen = nu.wissel_tot is not None and op <= nu.wissel_tot
        tot = datum_zonder_weekdag(nu.wissel_tot) if nu.wissel_tot else ""
        mag = f"Kan tot en met {tot}." if binnen else "Kan ook na de anderhalf jaar nog (art. 5.4 Bi)."
        vraag, knop = f"soort=leerroute&leerroute={naar}", "Met een uitzondering" if reden else WIJZIGEN
        yield Keuze(f"naar de {LEERROUTE_LABELS[naar]}", vraag, not reden, reden or mag, knop)


def _afschalen(nu: Huidig, dossier: Dossier, op: date) -> Iterator[Keuze]:
    if nu.leerroute != Leerroute.B1:
        return
    naam, vraag, gevolgd = "onderdelen naar niveau A2", "soort=afschalen", lesuren(dossier, op)
    if gevolgd is None:
        zin = f"Kan na {AFSCHALEN_UREN} cursusuren NT2 ({AFSCHALEN.kort}). Hoeveel er zijn, is hier niet bekend."
        yield Keuze(naam, vraag, True, zin, WIJZIGEN)
        return
    stand = f"Gevolgd tot en met {datum_zonder_weekdag(gevolgd.op)}: {gevolgd.uren} uur NT2."
    reden = te_weinig_uren(gevolgd.uren)
    yield Keuze(naam, vraag, not reden, f"{reden} {stand}".strip(), "" if reden else WIJZIGEN)


def _invulling_afschalen(dossier: Dossier, op: date) -> dict[str, Any]:
    gevolgd = lesuren(dossier, op)
    if gevolgd is None:
        return {"reden": LAGER.format(les="lang les in het Nederlands")}
    uren = {"cursusuren": gevolgd.uren, "cursusuren_op": gevolgd.op, "cursusuren_bron": gevolgd.bron}
    return uren | {"reden": LAGER.format(les=f"{gevolgd.uren} uur les in het Nederlands")}
