"""Where the bars of a forecast go: geometry for `ontzorgen/deel_prognosebeeld.html`, no drawing and no clock.

Across in percentages, so that the picture stretches while the letters keep their size; up and down in pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ontzorgen.prognose import Prognose, Prognosemaand

HOOGTE, BOVEN, VLOER = 236, 44, 188
LINKS = 1.0
SMAL = 0.62
"""The part of its column that a bar fills."""


@dataclass(frozen=True, slots=True)
class Staaf:
    """One month: leefgeld at the bottom, own income and toeslagen on it, and whether it stays below the minimum."""

    maand: date
    euro: str
    onder: bool
    eerste: bool
    voorlopig: bool
    x: float
    breedte: float
    leefgeld: float
    inkomen: float
    toeslagen: float

    @property
    def midden(self) -> float:
        return round(self.x + self.breedte / 2, 2)

    @property
    def leefgeld_y(self) -> float:
        return round(VLOER - self.leefgeld, 1)

    @property
    def inkomen_y(self) -> float:
        return round(VLOER - self.leefgeld - self.inkomen, 1)

    @property
    def top(self) -> float:
        return round(VLOER - self.leefgeld - self.inkomen - self.toeslagen, 1)

    @property
    def label_y(self) -> float:
        return self.top - 6

    @property
    def merk_y(self) -> float:
        return self.top - 24


@dataclass(frozen=True, slots=True)
class Staafbeeld:
    """The whole picture. `minimum_y` is where the line of the minimum runs, in the first month's setting."""

    staven: tuple[Staaf, ...]
    minimum: int
    minimum_y: float
    hoogte: int = HOOGTE
    vloer: int = VLOER


def teken(prognose: Prognose) -> Staafbeeld:
    """The bars of the months, on one scale with the minimum."""
    minimum = prognose.maanden[0].afrekening.minimum_leefgeld
    hoogste = max(minimum, *(maand.te_besteden for maand in prognose.maanden), 1)
    schaal = (VLOER - BOVEN) / hoogste
    return Staafbeeld(tuple(_staven(prognose, schaal)), minimum, round(VLOER - minimum * schaal, 1))


def _staven(prognose: Prognose, schaal: float) -> Iterator[Staaf]:
    kolom = (100 - 2 * LINKS) / len(prognose.maanden)
    for plaats, maand in enumerate(prognose.maanden):
        leefgeld, inkomen, toeslagen = _delen(maand)
        yield Staaf(
            maand=maand.maand,
            euro=_rond(maand.te_besteden),
            onder=maand.onder_minimum,
            eerste=maand is prognose.eerste_tekort,
            voorlopig=maand.afrekening.norm.voorlopig,
            x=round(LINKS + plaats * kolom + kolom * (1 - SMAL) / 2, 2),
            breedte=round(kolom * SMAL, 2),
            leefgeld=round(leefgeld * schaal, 1),
            inkomen=round(inkomen * schaal, 1),
            toeslagen=round(toeslagen * schaal, 1),
        )


def _delen(maand: Prognosemaand) -> tuple[int, int, int]:
    """Leefgeld, own income and toeslagen as far as they can be spent: what the household must still pay of the vaste
    lasten eats the last ones first.
    """
    over = max(0, maand.te_besteden)
    leefgeld = min(maand.afrekening.leefgeld, over)
    inkomen = min(maand.afrekening.eigen_inkomen, over - leefgeld)
    return leefgeld, inkomen, over - leefgeld - inkomen


def _rond(cent: int) -> str:
    """Whole euros for a picture, down; the exact amount stands in the table."""
    heel = cent // 100
    return f"{'−' if heel < 0 else ''}€\N{NO-BREAK SPACE}{abs(heel):,}".replace(",", ".")
