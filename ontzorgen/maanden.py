"""Months and periods: the days a right counts, and how they read in Dutch. Pure: no clock."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from inburgering.recht.uitleg import datum_zonder_weekdag

# Outside these years a day of ontzorgen is a mistake: the law began in the first.
EERSTE_JAAR, LAATSTE_JAAR = 2022, 2100


@dataclass(frozen=True, slots=True)
class Periode:
    """From a day up to and including a day; without a last day it goes on."""

    vanaf: date
    tot_en_met: date | None = None

    def __post_init__(self) -> None:
        if self.tot_en_met is not None and self.tot_en_met < self.vanaf:
            raise ValueError(f"De periode eindigt op {datum_zonder_weekdag(self.tot_en_met)}, vóór het begin.")

    def __contains__(self, dag: date) -> bool:
        return self.vanaf <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)


def eerste_dag(dag: date) -> date:
    """The first day of the month of `dag`; a month is written as that day everywhere."""
    return dag.replace(day=1)


def laatste_dag(maand: date) -> date:
    """The last day of the month."""
    return maand.replace(day=monthrange(maand.year, maand.month)[1])


def volgende_maand(maand: date) -> date:
    """The first day of the next month."""
    return laatste_dag(maand) + timedelta(days=1)


def vorige_maand(maand: date) -> date:
    """The first day of the month before."""
    return eerste_dag(eerste_dag(maand) - timedelta(days=1))


def maanden_vanaf(eerste: date, aantal: int) -> tuple[date, ...]:
    """`aantal` months in a row, the first one included."""
    maanden = [eerste_dag(eerste)]
    while len(maanden) < aantal:
        maanden.append(volgende_maand(maanden[-1]))
    return tuple(maanden[:aantal])


def dagen_van(maand: date) -> tuple[date, ...]:
    """All days of the month."""
    return tuple(maand.replace(day=nummer) for nummer in range(1, laatste_dag(maand).day + 1))


def dagen_in(maand: date, periodes: Iterable[Periode]) -> tuple[date, ...]:
    """The days of the month that lie in at least one of the periods; a day counts once."""
    periodes = tuple(periodes)
    return tuple(dag for dag in dagen_van(maand) if any(dag in periode for periode in periodes))


def maandnaam(maand: date) -> str:
    """'november 2026'."""
    return datum_zonder_weekdag(maand).split(" ", 1)[1]


def periodezin(vanaf: date, tot_en_met: date) -> str:
    """'1 tot en met 14 november 2026', '7 november 2026' or 'november 2026' for a whole month."""
    if vanaf == tot_en_met:
        return datum_zonder_weekdag(vanaf)
    if (vanaf.year, vanaf.month) != (tot_en_met.year, tot_en_met.month):
        return f"{datum_zonder_weekdag(vanaf)} tot en met {datum_zonder_weekdag(tot_en_met)}"
    if vanaf.day == 1 and tot_en_met == laatste_dag(vanaf):
        return maandnaam(vanaf)
    return f"{vanaf.day} tot en met {datum_zonder_weekdag(tot_en_met)}"
