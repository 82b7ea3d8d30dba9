"""Where the points of a time line go: geometry for `onderdelen/tijdlijn.html`, no drawing and no clock.

Ten weeks and three years do not fit on one straight scale, so distance grows with the square root of the days and
every point carries its date. Positions are percentages: the picture stretches while the letters keep their size.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt

RAND = 4.0
"""Percentage left free on either side."""
TEKEN_BREEDTE = 0.98
"""Rough width of one character as a percentage of the narrowest drawing (about 720 px)."""
KLEINSTE_STAP = 3.5
"""A point never comes nearer to the one before it than this many 'root days'."""


@dataclass(frozen=True, kw_only=True)
class Punt:
    """One moment. `soort`: 'feit' or 'termijn'; `status`: a word of the badge (`Termijn.stand`)."""

    datum: date
    label: str
    soort: str = "feit"
    status: str = ""
    url: str = ""

    @property
    def klasse(self) -> str:
        return "feit" if self.soort == "feit" else self.status or "later"

    @property
    def statuswoord(self) -> str:
        return self.status.replace("_", " ")


@dataclass(frozen=True, kw_only=True)
class Periode:
    """A stretch between two dates that are points as well, such as '10 weken'."""

    van: date
    tot: date
    label: str


@dataclass(frozen=True)
class GeplaatstPunt:
    punt: Punt
    x: float
    anker: str
    laag: int

    @property
    def y_label(self) -> int:
        return 64 + 40 * self.laag

    @property
    def y_datum(self) -> int:
        return self.y_label + 17


@dataclass(frozen=True)
class GeplaatstePeriode:
    periode: Periode
    x1: float
    x2: float
    vandaag: float | None = None

    @property
    def midden(self) -> float:
        return sum(self._vrij) / 2

    @property
    def label_past(self) -> bool:
        links, rechts = self._vrij
        return len(self.periode.label) * TEKEN_BREEDTE < rechts - links

    @property
    def _vrij(self) -> tuple[float, float]:
        """Where the label may stand: on the wider side of the word 'vandaag' when that falls in the period."""
        if self.vandaag is None or not self.x1 <= self.vandaag <= self.x2:
            return self.x1, self.x2
        half = len("vandaag") * TEKEN_BREEDTE / 2
        voor, na = (self.x1, self.vandaag - half), (self.vandaag + half, self.x2)
        return max(voor, na, key=lambda deel: deel[1] - deel[0])


@dataclass(frozen=True)
class Tekening:
    punten: list[GeplaatstPunt]
    perioden: list[GeplaatstePeriode]
    vandaag: float | None
    hoogte: int


def plaats(punten: Iterable[Punt], perioden: Iterable[Periode], vandaag: date | None) -> Tekening:
    """Give every point its place. A period whose ends are not among the points is left out of the picture."""
    op_volgorde = sorted(punten, key=lambda punt: punt.datum)
    dagen = {punt.datum for punt in op_volgorde}
    x = _posities(sorted(dagen | ({vandaag} if vandaag else set())))
    geplaatst = _lagen(op_volgorde, x)
    nu = x[vandaag] if vandaag else None
    return Tekening(
        punten=geplaatst,
        perioden=[GeplaatstePeriode(p, x[p.van], x[p.tot], nu) for p in perioden if {p.van, p.tot} <= dagen],
        vandaag=nu,
        hoogte=max((punt.y_datum for punt in geplaatst), default=80) + 10,
    )


def _posities(dagen: Sequence[date]) -> dict[date, float]:
    if len(dagen) < 2:
        return dict.fromkeys(dagen, 50.0)
    stappen = [max(KLEINSTE_STAP, sqrt((b - a).days)) for a, b in pairwise(dagen)]
    schaal = (100 - 2 * RAND) / sum(stappen)
    x = [RAND]
    for stap in stappen:
        x.append(x[-1] + stap * schaal)
    return {dag: round(plek, 2) for dag, plek in zip(dagen, x, strict=True)}


def _lagen(punten: Sequence[Punt], x: dict[date, float]) -> list[GeplaatstPunt]:
    """Every label in the first row below the line where it does not touch the one before it."""
    einde_per_laag: list[float] = []
    uitkomst = []
    for punt in punten:
        midden = x[punt.datum]
        breedte = max(len(punt.label), 12) * TEKEN_BREEDTE
        anker = "start" if midden - breedte / 2 < 0 else "end" if midden + breedte / 2 > 100 else "middle"
        links = {"start": midden, "end": midden - breedte, "middle": midden - breedte / 2}[anker]
        laag = next((nr for nr, einde in enumerate(einde_per_laag) if einde < links), len(einde_per_laag))
        einde_per_laag[laag : laag + 1] = [links + breedte + 1]
        uitkomst.append(GeplaatstPunt(punt, midden, anker, laag))
    return uitkomst
