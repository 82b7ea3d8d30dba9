"""Hours per component beside the norm of the law: a sum that a consulent can check, and a sentence (domain 4.4)."""

from collections.abc import Iterator
from dataclasses import dataclass

from inburgering.recht.feiten import Leerroute
from inburgering.recht.wijziging import AFSCHALEN_UREN

from .models import Pip
from .normen import MAP_UREN, PVT_UREN, Z_UREN_PARTICIPATIE, Z_UREN_TAAL

WEKEN_PER_JAAR = 52
GOED, LET_OP, UITLEG = "gehaald", "binnenkort", "later"
Z_ARTIKEL = "art. 3.14 Besluit inburgering 2021"
MINDER = (
    "Minder mag alleen bij een visuele of auditieve beperking of revalidatie (art. 3.16 Regeling inburgering 2021)."
)


@dataclass(frozen=True, slots=True)
class Urenregel:
    """`som` is how the figure was made; `stand` is a status for the badge: gehaald, binnenkort (look at it), later."""

    onderdeel: str
    som: str
    norm: str
    zin: str
    stand: str = UITLEG


def weken(maanden: int) -> int:
    """Whole weeks in this many months."""
    return maanden * WEKEN_PER_JAAR // 12


def lesuren(pip: Pip) -> int | None:
    """Hours of lessons over the whole course; None while hours or months are not known."""
    if not pip.uren_per_week or not pip.duur_maanden:
        return None
    return pip.uren_per_week * weken(pip.duur_maanden)


def urenregels(pip: Pip, *, met_aanbod: bool) -> list[Urenregel]:
    """One line per component that this leerroute has; who gets no aanbod fills in no hours of lessons (Wi 15(2))."""
    return [*_lessen(pip, met_aanbod), *_participatie(pip, met_aanbod), _pvt(pip), _map(pip)]


def _lessen(pip: Pip, met_aanbod: bool) -> Iterator[Urenregel]:
    totaal = lesuren(pip)
    som = (
        f"{pip.uren_per_week} uur × {weken(pip.duur_maanden or 0)} weken = {totaal} uur" if totaal else "nog geen uren"
    )
    if not met_aanbod:
        som = "niet in dit PIP (art. 15 lid 2 Wet inburgering 2021)"
    if pip.leerroute == Leerroute.Z:
        norm = f"{Z_UREN_TAAL} cursusuren Nederlands en KNM ({Z_ARTIKEL})"
        yield _naast("Lessen", som, norm, totaal if met_aanbod else None, Z_UREN_TAAL, MINDER)
    elif pip.leerroute == Leerroute.ONDERWIJS:
        zin = "Het taalschakeltraject bepaalt de uren."
        yield Urenregel("Lessen", som, "geen vast aantal", zin)
    elif pip.leerroute == Leerroute.B1:
        zin = f"Na ten minste {AFSCHALEN_UREN} uur kan een onderdeel naar A2 (art. 5.5 Besluit inburgering 2021)."
        yield Urenregel("Lessen", som, "geen vast aantal", zin)


def _naast(onderdeel: str, som: str, norm: str, totaal: int | None, doel: int, minder: str) -> Urenregel:
    if totaal is None:
        return Urenregel(onderdeel, som, norm, f"De norm is {doel} uur.")
    if totaal >= doel:
        return Urenregel(onderdeel, som, norm, "Dit haalt de norm.", GOED)
    return Urenregel(onderdeel, som, norm, f"Dit is {doel - totaal} uur minder dan de norm. {minder}", LET_OP)


def _participatie(pip: Pip, met_aanbod: bool) -> Iterator[Urenregel]:
    if pip.leerroute != Leerroute.Z:
        return
    if not met_aanbod:
        zin = "Voor gezins- en overige migranten gelden alleen de cursusuren."
        yield Urenregel("Participatie", "geen", f"geen ({Z_ARTIKEL})", zin, GOED)
        return
    totaal = pip.participatie_uren or Z_UREN_PARTICIPATIE
    if totaal < Z_UREN_PARTICIPATIE and pip.lagere_norm:
        zin = "Voor deze inburgeraar geldt een lagere norm."
        yield Urenregel("Participatie", f"{totaal} uur", "lager (art. 3.16 Regeling inburgering 2021)", zin, GOED)
        return
    mee = (pip.pvt_uren or 0) + (pip.map_uren or 0)
    som = f"{mee} uur PVT en MAP + {max(totaal - mee, 0)} uur anders = {totaal} uur"
    yield _naast("Participatie", som, f"{Z_UREN_PARTICIPATIE} uur ({Z_ARTIKEL})", totaal, Z_UREN_PARTICIPATIE, MINDER)


def _pvt(pip: Pip) -> Urenregel:
    som, norm = f"{pip.pvt_uren or 0} uur", f"ten minste {PVT_UREN} uur (art. 3.1 Besluit inburgering 2021)"
    return _naast("PVT", som, norm, pip.pvt_uren, PVT_UREN, "Minder mag niet.")


def _map(pip: Pip) -> Urenregel:
    if pip.leerroute == Leerroute.ONDERWIJS:
        zin = "De onderwijsroute heeft geen MAP."
        return Urenregel("MAP", "geen", "geen (art. 8 lid 3 Wet inburgering 2021)", zin, GOED)
    som, norm = f"{pip.map_uren or 0} uur", f"ten minste {MAP_UREN} uur praktijk (art. 3.1 Regeling inburgering 2021)"
    return _naast("MAP", som, norm, pip.map_uren, MAP_UREN, "Minder mag niet.")
