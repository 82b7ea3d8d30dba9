"""What fits the PIP: which places somebody needs, and in which way they may be arranged (art. 13, 16 and 19 Wi)."""

from dataclasses import dataclass

from cases.models import Dossier
from inburgering.recht.afronding import Deel, afgerond
from inburgering.recht.feiten import (
    GROEP_MET_AANBOD,
    LEERROUTE_LABELS,
    Doelgroep,
    Dossierfeiten,
    FeitSoort,
    Leerroute,
    Regime,
)
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.termijnen import einde_reden, op
from pip_plans.plan.enums import Variant
from pip_plans.plan.models import Pip
from pip_plans.plan.services.versies import eerder_pip
from pip_plans.uitvoering.enums import CURSUSSEN, ZONDER_PIP, Aanbodsoort, Wijze

_BINNEN_EN_BUITEN = (Wijze.CONTRACT, Wijze.MAATWERK)
# What the act asks the gemeente to give to this group only; for others it is a choice of the gemeente.
_ALLEEN_MET_AANBOD = frozenset({Aanbodsoort.TAALSTART, Aanbodsoort.BEGELEIDING, Aanbodsoort.PARTICIPATIE})
# What the gemeente may give to whose loan is nearly used up; never in a contract for a leerroute (art. 12.1a Bi).
_VOOR_ELIP = frozenset({Aanbodsoort.ONDERSTEUNING, Aanbodsoort.MAP})
# Which part of the duty a place for it is about: what is done needs no place any more.
_DEEL: dict[str, Deel] = {Aanbodsoort.PVT: Deel.PVT, Aanbodsoort.MAP: Deel.MAP}
# B1 has a variant, see `Route.cursus`.
_CURSUS: dict[str, Aanbodsoort] = {Leerroute.Z: Aanbodsoort.Z, Leerroute.ONDERWIJS: Aanbodsoort.ONDERWIJS}


@dataclass(frozen=True, slots=True)
class Route:
    """What the PIP that stands says; `leerroute` is '' without one, or when an old one does not tell."""

    leerroute: str
    mbo: bool = False
    pip: bool = False

    @property
    def cursus(self) -> Aanbodsoort | None:
        """The course that belongs to it."""
        if self.leerroute == Leerroute.B1:
            return Aanbodsoort.B1_MBO if self.mbo else Aanbodsoort.B1
        return _CURSUS.get(self.leerroute)

    @property
    def naam(self) -> str:
        return LEERROUTE_LABELS[Leerroute(self.leerroute)] if self.leerroute else ""


@dataclass(frozen=True, slots=True)
class Behoefte:
    """One kind of place for this person. `waarom_niet` says in Dutch why there is none; `nodig`: the PIP asks it."""

    soort: Aanbodsoort
    nodig: bool
    wijzen: tuple[Wijze, ...]
    waarom_niet: str = ""


def route_van(dossier: Dossier, feiten: Dossierfeiten) -> Route:
    """The leerroute of the PIP that stands, also of one from before this system."""
    pip = staand_pip(feiten)
    if pip is None:
        return Route("")
    leerroute = pip.tekst("leerroute")
    if not leerroute and (eerder := eerder_pip(dossier, feiten)):
        leerroute = eerder.leerroute
    hier = Pip.objects.filter(dossier=dossier, beschikking__nummer=pip.tekst("beschikking")).exclude(beschikking=None)
    mbo = leerroute == Leerroute.B1 and hier.filter(variant=Variant.MBO).exists()
    return Route(leerroute, mbo=mbo, pip=True)


def behoeften(dossier: Dossier, feiten: Dossierfeiten) -> list[Behoefte]:
    """Every kind of place, with whether the PIP asks for it and how it may be arranged."""
    route = route_van(dossier, feiten)
    return [_behoefte(soort, route, feiten) for soort in Aanbodsoort]


def behoefte(dossier: Dossier, feiten: Dossierfeiten, soort: Aanbodsoort) -> Behoefte:
    return _behoefte(soort, route_van(dossier, feiten), feiten)


def _behoefte(soort: Aanbodsoort, route: Route, feiten: Dossierfeiten) -> Behoefte:
    if reden := _waarom_niet(soort, route, feiten):
        return Behoefte(soort, False, (), reden)
    if is_elip(feiten):
        return Behoefte(soort, False, (Wijze.MAATWERK,))
    met_aanbod = feiten.doelgroep in GROEP_MET_AANBOD
    if soort in CURSUSSEN and not met_aanbod:
        hoort = soort == route.cursus
        niet = "" if hoort or not route.cursus else f"De leerroute is de {route.naam}."
        return Behoefte(soort, hoort, () if niet else (Wijze.ZELF,), niet)
    past = _past(soort, route) and (met_aanbod or soort not in _ALLEEN_MET_AANBOD)
    nodig = past and soort != Aanbodsoort.TAALSTART
    return Behoefte(soort, nodig, _BINNEN_EN_BUITEN if past else (Wijze.MAATWERK,))


def is_elip(feiten: Dossierfeiten) -> bool:
    """Who keeps the act of 2013 and has nearly used up his loan: the gemeente may help, and need not."""
    return feiten.regime is Regime.WI2013 and feiten.doelgroep is Doelgroep.ELIP


def _waarom_niet(soort: Aanbodsoort, route: Route, feiten: Dossierfeiten) -> str:
    if feiten.regime is Regime.WI2013 and not (is_elip(feiten) and soort in _VOOR_ELIP):
        return "Onder de Wet inburgering 2013 kiest en betaalt de inburgeraar zelf."
    if reden := einde_reden(feiten):
        return reden
    if is_elip(feiten):
        return _klaar(soort, feiten)
    if soort == Aanbodsoort.ONDERSTEUNING:
        return "Dit is voor ELIP: wie onder de Wet inburgering 2013 valt en de lening bijna op heeft."
    if feiten.doelgroep is None:
        return "Leg eerst de doelgroep vast."
    if not route.pip and soort not in ZONDER_PIP:
        return "Dit kan als er een PIP is."
    if soort == Aanbodsoort.BEGELEIDING and not feiten.eerste(FeitSoort.KOPPELING):
        return "" if feiten.eerste(FeitSoort.BRP_INSCHRIJVING) else "Dit begint bij de koppeling of de inschrijving."
    if soort == Aanbodsoort.MAP and route.leerroute == Leerroute.ONDERWIJS:
        return "In de onderwijsroute is er geen MAP (art. 8 lid 3 Wet inburgering 2021)."
    return _klaar(soort, feiten)


def _klaar(soort: Aanbodsoort, feiten: Dossierfeiten) -> str:
    klaar = afgerond(feiten, _DEEL[soort]) if soort in _DEEL else None
    return f"Klaar sinds {op(klaar)}." if klaar else ""


def _past(soort: Aanbodsoort, route: Route) -> bool:
    """Whether it fits inside a contract: the course is that of the leerroute, the participatieplek of the Z-route."""
    if soort in CURSUSSEN:
        return soort == route.cursus
    return soort != Aanbodsoort.PARTICIPATIE or route.leerroute == Leerroute.Z
