"""The day on which somebody reaches the AOW-leeftijd, from dated reference data (art. 7a Algemene Ouderdomswet).

The minister sets the age five years ahead; of later years the last known age is used, and that is provisional.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from inburgering.recht.rekenen import plus_maanden

BESTAND = Path(__file__).parent / "referentie" / "aow_leeftijd.csv"
LAATST_BEKEND = 2031


class AOWLeeftijd(NamedTuple):
    """The age in force from a day on, with the source and how sure it is."""

    vanaf: date
    jaren: int
    maanden: int
    bron: str

    @property
    def naam(self) -> str:
        """'67 jaar' or '67 jaar en 3 maanden'."""
        return f"{self.jaren} jaar en {self.maanden} maanden" if self.maanden else f"{self.jaren} jaar"

    def dag(self, geboren: date) -> date:
        """The day on which somebody is so old; who was born on a day that the month lacks the day after."""
        dag, bestaat_niet = plus_maanden(geboren, self.jaren * 12 + self.maanden)
        return dag + date.resolution if bestaat_niet else dag


@lru_cache(maxsize=1)
def aow_leeftijden() -> tuple[AOWLeeftijd, ...]:
    """All that is recorded, the oldest first. Reads one file, once."""
    with BESTAND.open(encoding="utf-8", newline="") as tekst:
        rijen = csv.DictReader(tekst, delimiter=";")
        return tuple(
            AOWLeeftijd(date.fromisoformat(rij["vanaf"]), int(rij["jaren"]), int(rij["maanden"]), rij["bron"])
            for rij in rijen
        )


def bereikt_aow(geboren: date) -> tuple[date, AOWLeeftijd]:
    """The day on which he reaches it, and the age in force on that day.

    Who is not there yet when the age goes up, needs the higher one.
    """
    leeftijden = aow_leeftijden()
    for leeftijd, volgende in pairwise(leeftijden):
        if (dag := leeftijd.dag(geboren)) < volgende.vanaf:
            return dag, leeftijd
    return leeftijden[-1].dag(geboren), leeftijden[-1]


def is_voorlopig(dag: date) -> bool:
    """Whether the age of this day was not announced yet."""
    return dag.year > LAATST_BEKEND
