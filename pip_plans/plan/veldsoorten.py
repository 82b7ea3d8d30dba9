"""Which parts of a plan are hoofdlijn and which are bijlage, and why (domain 4.2, Bi 5.3(6)). The one table of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

WI, BI = "Wet inburgering 2021", "Besluit inburgering 2021"


class Soort(StrEnum):
    HOOFDLIJN = "hoofdlijn"
    BIJLAGE = "bijlage"


@dataclass(frozen=True, slots=True)
class Veldsoort:
    """`omdat` completes '… omdat {omdat}.' and names the article."""

    soort: Soort
    omdat: str

    def zin(self, *, eerste: bool = False) -> str:
        """What a change of this field means; `eerste`: the first PIP, on which nothing was decided yet."""
        if self.soort == Soort.BIJLAGE:
            return f"Alleen bijlage: geen nieuwe beschikking, omdat {self.omdat}."
        if eerste:
            return f"Hoofdlijn: later wijzigen vraagt een nieuwe beschikking, omdat {self.omdat}."
        return f"Hoofdlijn: nieuwe beschikking nodig, omdat {self.omdat}."


def _hoofdlijn(omdat: str) -> Veldsoort:
    return Veldsoort(Soort.HOOFDLIJN, omdat)


def _bijlage(omdat: str) -> Veldsoort:
    return Veldsoort(Soort.BIJLAGE, omdat)


_REDENEN = _hoofdlijn("een besluit op redenen berust die erin staan (art. 3:46 Algemene wet bestuursrecht)")
_DOEL = _hoofdlijn("het doel de keuze van de leerroute draagt (art. 3:46 Algemene wet bestuursrecht)")
_LESSEN = _hoofdlijn(f"de intensiteit van de leerroute in het PIP staat (art. 15 lid 2 {WI})")
_PVT = _hoofdlijn(f"de intensiteit van het PVT in het PIP staat (art. 15 lid 1 {WI})")
_MAP = _hoofdlijn(f"de intensiteit van de MAP in het PIP staat (art. 15 lid 1 {WI})")
_GESPREKKEN = _hoofdlijn(f"het aantal voortgangsgesprekken in het PIP staat (art. 5.3 lid 4 {BI})")
_GEEN_ZIENSWIJZE = _hoofdlijn("het besluit zegt waarom een zienswijze ontbreekt (art. 4:8 en 4:11 Awb)")
PLICHT = _hoofdlijn(f"een boete alleen kan bij een plicht uit het besluit (art. 23 {WI})")

VELDEN = {
    "leerroute": _hoofdlijn(f"het PIP de leerroute bepaalt (art. 15 lid 1 {WI}; wijzigen: art. 5.3 lid 6 {BI})"),
    "variant": _hoofdlijn(f"de vorm bij de leerroute hoort (art. 15 lid 1 {WI})"),
    "examenwensen": _hoofdlijn(f"de wens om examen te doen in het PIP staat (art. 3.14 lid 7 {BI})"),
    "participatie_uren": _hoofdlijn(f"de uren participatie bij de Z-route horen (art. 3.14 {BI})"),
    "lagere_norm": _hoofdlijn("minder uren een grond nodig hebben (art. 3.16 Regeling inburgering 2021)"),
    "motivering": _REDENEN,
    "motivering_afwijking": _REDENEN,
    "hoofddoel": _DOEL,
    "doel": _DOEL,
    "uren_per_week": _LESSEN,
    "duur_maanden": _LESSEN,
    "school": _hoofdlijn(f"het aanbod of het advies bij het besluit hoort (art. 15 en 16 {WI})"),
    "knm": _hoofdlijn(f"KNM bij de leerroute hoort (art. 7 en 15 {WI})"),
    "pvt_uren": _PVT,
    "pvt_wanneer": _PVT,
    "pvt_aanbieder": _PVT,
    "map_uren": _MAP,
    "map_wanneer": _MAP,
    "map_aanbieder": _MAP,
    "begeleiding": _hoofdlijn(f"ondersteuning en begeleiding in het PIP staan (art. 15 lid 1 {WI})"),
    "voortgangsgesprekken": _GESPREKKEN,
    "voortgang_wanneer": _GESPREKKEN,
    "voorschools": _hoofdlijn(f"afspraken over voorschoolse educatie in het PIP staan (art. 15 lid 1 {WI})"),
    "eerdere_inspanningen": _hoofdlijn(f"alleen meetelt wat het PIP noemt (art. 5.3 lid 5 {BI})"),
    "zienswijze": _hoofdlijn("het besluit noemt wat de inburgeraar ervan vindt (art. 4:8 Algemene wet bestuursrecht)"),
    "geen_zienswijze_grond": _GEEN_ZIENSWIJZE,
    "geen_zienswijze": _GEEN_ZIENSWIJZE,
    "afspraken": PLICHT,
    "pw_beschikkingen": _hoofdlijn(f"het besluit over bijstand er één PIP mee vormt (art. 15 lid 3 {WI})"),
    "rooster": _bijlage("het aantal uren niet verandert: alleen dag, tijd of lokaal"),
    "subdoelen": _bijlage("een subdoel een stap is op weg naar het doel in het besluit"),
    "vrije_afspraken": _bijlage("er geen boete op staat als het niet lukt"),
    "bijzonderheden": _bijlage("het uitleg is en geen plicht"),
}


def zinnen_over(velden: Iterable[str], *, eerste: bool) -> list[str]:
    """What changing these fields means: a sentence per kind with every reason once, in the order of the table."""
    gekozen = set(velden)
    redenen: dict[Soort, dict[str, None]] = {}
    for naam, veld in VELDEN.items():
        if naam in gekozen:
            redenen.setdefault(veld.soort, {})[veld.omdat] = None
    return [Veldsoort(soort, ", en omdat ".join(omdat)).zin(eerste=eerste) for soort, omdat in redenen.items()]
