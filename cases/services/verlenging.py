"""Decisions of DUO on verlenging, ontheffing and vrijstelling, and what a ground would do to the terms."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from cases.models import Dossier, Gebeurtenis, Medewerker
from inburgering.recht.duo_besluit import DuoAanvraag, DuoUitkomst, Omvang, voor_de_plicht
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Leerroute
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.verlenging import Grond, Verlenging, verleng
from inburgering.recht.verlengingsgronden import Verlengingsgrond

from . import termijnen
from .feiten import Verschuiving, gevolgen_van_nieuw
from .gebeurtenissen import GebeurtenisFout, NieuwFeit, laat_vervallen, registreer_feiten

BRON = "duo-besluit"
_GEVOLG = "-gevolg"


@dataclass(frozen=True, slots=True)
class WatAls:
    """What would happen; nothing of it is stored. `verlenging` is None when it is about the end of the duty."""

    verlenging: Verlenging | None
    verschuivingen: list[Verschuiving]


def feiten_van_besluit(
    *, datum: date, gegevens: Mapping[str, Any], bekend: Dossierfeiten, kenmerk: str = "", toelichting: str = ""
) -> list[NieuwFeit]:
    """The decision, and when DUO granted it the fact it brings: another end date, or the end of the duty.

    `gegevens` as `besluitvelden` gives them: aanvraag, uitkomst, verlengingsgrond, einde (ISO), omvang.
    """
    besluit = {sleutel: waarde for sleutel, waarde in gegevens.items() if sleutel != "einde"}
    feiten = [NieuwFeit(FeitSoort.BESLUIT_DUO, datum, besluit, kenmerk, toelichting)]
    gevolg = _gevolg(gegevens, bekend)
    if gevolg:
        soort, inhoud = gevolg
        feiten.append(NieuwFeit(soort, datum, inhoud, f"{kenmerk}{_GEVOLG}" if kenmerk else "", toelichting))
    return feiten


def leg_besluit_vast(
    *, dossier: Dossier, feiten: list[NieuwFeit], door: Medewerker | None, op: date
) -> list[Gebeurtenis]:
    """Record the facts of `feiten_van_besluit` together; the terms follow. Safe to repeat on their kenmerk.

    Raises GebeurtenisFout when the decision is dated after `op`, or before there was a duty.
    """
    if any(feit.datum > op for feit in feiten):
        raise GebeurtenisFout("Deze datum ligt in de toekomst. Leg een besluit vast als het er is.")
    bekend = termijnen.dossierfeiten_van(dossier)
    if zin := next((zin for feit in feiten if (zin := voor_de_plicht(bekend, feit.datum))), ""):
        raise GebeurtenisFout(zin)
    return registreer_feiten(dossier=dossier, feiten=feiten, door=door, op=op, bron=BRON)


def van_besluit(besluit: Gebeurtenis) -> list[Gebeurtenis]:
    """The decision and the fact it brought, as both hold now; that fact may have been corrected since."""
    rijen = [besluit]
    if not besluit.kenmerk:
        return rijen
    gevolg = besluit.dossier.gebeurtenissen.filter(bron=BRON, kenmerk=f"{besluit.kenmerk}{_GEVOLG}").first()
    while gevolg and (later := Gebeurtenis.objects.filter(corrigeert=gevolg).first()):
        gevolg = later
    return [*rijen, gevolg] if gevolg and not gevolg.vervalt else rijen


@transaction.atomic
def trek_besluit_in(*, besluit: Gebeurtenis, toelichting: str, door: Medewerker | None, op: date) -> None:
    """A decision that never was: it and what it brought no longer hold, and the terms go back.

    Raises GebeurtenisFout when there is no reason, or when it was withdrawn already.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=besluit.dossier_id)
    if not toelichting.strip():
        raise GebeurtenisFout("Schrijf op waarom u dit besluit intrekt.")
    if Gebeurtenis.objects.filter(corrigeert=besluit).exists():
        raise GebeurtenisFout("Dit besluit is al ingetrokken.")
    laat_vervallen(
        dossier=besluit.dossier, feiten=van_besluit(besluit), toelichting=toelichting, bron="correctie", door=door
    )
    termijnen.actualiseer(dossier=besluit.dossier, op=op)


def einde_termijn(dossier: Dossier) -> date | None:
    """The last day of the inburgeringstermijn as it stands, None without one."""
    termijn = dossier.termijnen.open().filter(soort="INBURGERINGSTERMIJN").first()
    return termijn.laatste_dag if termijn else None


def wat_als_grond(*, dossier: Dossier, bekend: Dossierfeiten, grond: Grond, einde: date, op: date) -> WatAls:
    """What the terms become when DUO grants this ground on `op`; without a date of the offer it is still to come."""
    pip, staat = bekend.eerste(FeitSoort.PIP_VASTGESTELD), staand_pip(bekend)
    route = staat.tekst("leerroute") if staat else ""
    uitkomst = verleng(
        _met_aanbod(replace(grond, pip=pip.datum if pip else None), bekend, op),
        einde=einde,
        leerroute=Leerroute(route) if route in set(Leerroute) else None,
        doelgroep=bekend.doelgroep,
    )
    if uitkomst.nieuw is None:
        return WatAls(uitkomst, [])
    feit = NieuwFeit(FeitSoort.TERMIJN_DUO, op, _termijn(uitkomst.nieuw.isoformat(), bekend))
    return WatAls(uitkomst, gevolgen_van_nieuw(dossier=dossier, nieuw=[feit], op=op).verschuivingen)


def wat_als_einde(*, dossier: Dossier, op: date) -> WatAls:
    """What the terms become when DUO grants a whole ontheffing or vrijstelling on `op`."""
    feit = NieuwFeit(FeitSoort.EINDE_PLICHT, op)
    return WatAls(None, gevolgen_van_nieuw(dossier=dossier, nieuw=[feit], op=op).verschuivingen)


def _met_aanbod(grond: Grond, bekend: Dossierfeiten, op: date) -> Grond:
    """A late offer lasts until the day before it was made, or until today while there is none."""
    if grond.soort is not Verlengingsgrond.GEEN_AANBOD:
        return grond
    aanbod = bekend.eerste(FeitSoort.AANBOD_GEDAAN)
    return replace(grond, tot=aanbod.datum - timedelta(days=1) if aanbod else op)


def _gevolg(gegevens: Mapping[str, Any], bekend: Dossierfeiten) -> tuple[FeitSoort, dict[str, str]] | None:
    if gegevens.get("uitkomst") != DuoUitkomst.TOEGEKEND:
        return None
    if gegevens["aanvraag"] == DuoAanvraag.VERLENGING:
        return FeitSoort.TERMIJN_DUO, _termijn(gegevens["einde"], bekend)
    reden = {"reden": str(gegevens["aanvraag"]).lower()}
    return (FeitSoort.EINDE_PLICHT, reden) if gegevens.get("omvang") == Omvang.GEHEEL else None


def _termijn(einde: str, bekend: Dossierfeiten) -> dict[str, str]:
    """The new end with the start that DUO named before, which an extension does not move."""
    eerder = bekend.laatste(FeitSoort.TERMIJN_DUO)
    start = eerder.tekst("start") if eerder else ""
    return ({"start": start} if start else {}) | {"einde": einde}
