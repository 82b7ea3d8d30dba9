"""Where the bars of the forecast go: geometry for `cases/werklast.html`, no drawing and no clock.

Across in percentages, so that the picture stretches while the letters keep their size; up and down in pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

HOOGTE, BOVEN, VLOER = 220, 30, 180
SMAL = 0.62
"""The part of its column that a bar fills."""


@dataclass(frozen=True, slots=True)
class Weekstaaf:
    maandag: date
    aantal: int
    x: float
    breedte: float
    hoogte: float

    @property
    def midden(self) -> float:
        return round(self.x + self.breedte / 2, 2)

    @property
    def top(self) -> float:
        return round(VLOER - self.hoogte, 1)

    @property
    def label_y(self) -> float:
        return self.top - 6


def teken(maandagen: Sequence[date], aantallen: Sequence[int]) -> list[Weekstaaf]:
    """A bar per week, the highest as high as the picture; no terms at all gives bars without height."""
    hoogste, kolom = max(*aantallen, 1), 100 / len(maandagen)
    return [
        Weekstaaf(
            maandag=maandag,
            aantal=aantal,
            x=round(plaats * kolom + kolom * (1 - SMAL) / 2, 2),
            breedte=round(kolom * SMAL, 2),
            hoogte=round((VLOER - BOVEN) * aantal / hoogste, 1),
        )
        for plaats, (maandag, aantal) in enumerate(zip(maandagen, aantallen, strict=True))
    ]
