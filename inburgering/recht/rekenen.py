"""The ways in which the law counts, R1 to R5. Dates in, dates out; which rule applies where stands in `regels`."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inburgering.recht.kalender import EEN_DAG, BijzondereDag, Kalender


class Telwijze(StrEnum):
    """R1 weeks with shift; R2 weeks without; R3 months, first day counts; R4 no wet or amvb; R5 months after."""

    R1 = "R1"
    R2 = "R2"
    R3 = "R3"
    R4 = "R4"
    R5 = "R5"


class Eenheid(StrEnum):
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"
    VASTE_DAG = "vaste dag"


@dataclass(frozen=True, slots=True)
class Duur:
    """A length: an amount of weeks, months or years, or a fixed day (month times 100 plus day) of the next year."""

    aantal: int
    eenheid: Eenheid

    @property
    def maanden(self) -> int:
        return self.aantal * 12 if self.eenheid is Eenheid.JAREN else self.aantal

    def __str__(self) -> str:
        if self.eenheid is Eenheid.VASTE_DAG:
            raise ValueError("Een vaste dag heeft geen lengte.")
        woord = {Eenheid.JAREN: "jaar"}.get(self.eenheid, self.eenheid.value)
        if self.aantal == 1:
            woord = {Eenheid.WEKEN: "week", Eenheid.MAANDEN: "maand"}.get(self.eenheid, woord)
        return f"{self.aantal} {woord}"


@dataclass(frozen=True, slots=True)
class Berekening:
    """One calculation. `begint_op` is the first day that counts; `ingekort` says that the day number did not exist."""

    start: date
    begint_op: date
    ruwe_dag: date
    laatste_dag: date
    overgeslagen: tuple[BijzondereDag, ...] = ()
    ingekort: bool = False


def plus_maanden(dag: date, maanden: int) -> tuple[date, bool]:
    """The same day number `maanden` later; where that number does not exist the last day of the month, and True."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    lengte = monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, min(dag.day, lengte)), dag.day > lengte


def r1(start: date, weken: int, kalender: Kalender) -> Berekening:
    """Weeks in a wet or amvb, at most twelve: the day of the event is not counted, and the end shifts (art. 1 Atw)."""
    ruw = start + timedelta(weeks=weken)
    laatste, overgeslagen = kalender.eerstvolgende_gewone_dag(ruw)
    return Berekening(start, start + EEN_DAG, ruw, laatste, overgeslagen)


def r2(start: date, weken: int) -> Berekening:
    """Weeks without a shift: more than twelve, or added to an old end date."""
    dag = start + timedelta(weeks=weken)
    return Berekening(start, start + EEN_DAG, dag, dag)


def r3(begint_op: date, maanden: int, start: date | None = None) -> Berekening:
    """Months of which the first day counts: the day before the same day number; no shift. `start` is the event."""
    zelfde_dag, ingekort = plus_maanden(begint_op, maanden)
    dag = zelfde_dag if ingekort else zelfde_dag - EEN_DAG
    return Berekening(start or begint_op, begint_op, dag, dag, ingekort=ingekort)


def r4(start: date, duur: Duur) -> Berekening:
    """The arithmetic of weeks, months or a fixed day without a shift: the instrument is no wet or amvb."""
    if duur.eenheid is Eenheid.WEKEN:
        return r2(start, duur.aantal)
    if duur.eenheid is Eenheid.VASTE_DAG:
        dag = date(start.year + 1, *divmod(duur.aantal, 100))
        return Berekening(start, start + EEN_DAG, dag, dag)
    return r5(start, duur.maanden)


def r5(start: date, maanden: int) -> Berekening:
    """Months or years after the event: the same day number, at most the end of the month; no shift."""
    dag, ingekort = plus_maanden(start, maanden)
    return Berekening(start, start + EEN_DAG, dag, dag, ingekort=ingekort)
