"""One term computed: `bereken` applies a row of `regels` to a date and keeps every step of the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inburgering.recht import rekenen
from inburgering.recht.kalender import EEN_DAG, BijzondereDag, Kalender
from inburgering.recht.regels import Regel, regel_voor
from inburgering.recht.rekenen import Berekening, Eenheid, Telwijze

EERSTE_JAAR, LAATSTE_JAAR = 1900, 2200


class OngeldigeDatum(ValueError):
    """A date outside the years for which computing a term makes sense."""


class StapSoort(StrEnum):
    BEGIN = "BEGIN"
    OPTELLEN = "OPTELLEN"
    INKORTEN = "INKORTEN"
    OVERSLAAN = "OVERSLAAN"
    VERSCHUIVEN = "VERSCHUIVEN"
    GEEN_VERSCHUIVING = "GEEN_VERSCHUIVING"


@dataclass(frozen=True, slots=True)
class Stap:
    """One step from one day to another; `omschrijving` holds the length, the name of the day or the reason."""

    soort: StapSoort
    van: date
    naar: date
    omschrijving: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A computed term. `ruwe_dag` is the day to plan on, after `laatste_dag` it is too late."""

    code: str
    regel: Regel
    start: date
    begint_op: date
    ruwe_dag: date
    laatste_dag: date
    overgeslagen: tuple[BijzondereDag, ...]
    stappen: tuple[Stap, ...]
    waarschuwing: str | None


def bereken(code: str, start: date, kalender: Kalender) -> Uitkomst:
    """The last day of term `code` that starts with the event on `start`.

    Raises OnbekendeTermijn for a code without a rule and OngeldigeDatum outside 1900 up to and including 2200.
    """
    regel = regel_voor(code)
    if not EERSTE_JAAR <= start.year <= LAATSTE_JAAR:
        raise OngeldigeDatum(
            f"De datum {start.isoformat()} ligt buiten de jaren {EERSTE_JAAR} tot en met {LAATSTE_JAAR}."
        )
    som = _reken(regel, start, kalender)
    return Uitkomst(
        code, regel, start, som.begint_op, som.ruwe_dag, som.laatste_dag, som.overgeslagen,
        _stappen(regel, som, kalender), _waarschuwing(regel, som, kalender),
    )  # fmt: skip


def _reken(regel: Regel, start: date, kalender: Kalender) -> Berekening:
    match regel.telwijze:
        case Telwijze.R1:
            return rekenen.r1(start, regel.duur.aantal, kalender)
        case Telwijze.R2:
            return rekenen.r2(start, regel.duur.aantal)
        case Telwijze.R3:
            begint_op = start + EEN_DAG if regel.dag_erna else start
            return rekenen.r3(begint_op, regel.duur.maanden, start)
        case Telwijze.R4:
            return rekenen.r4(start, regel.duur)
        case Telwijze.R5:
            return rekenen.r5(start, regel.duur.maanden)


def _stappen(regel: Regel, som: Berekening, kalender: Kalender) -> tuple[Stap, ...]:
    stappen: list[Stap] = []
    van = som.start
    if regel.telwijze is Telwijze.R3:
        van = som.begint_op
        stappen.append(Stap(StapSoort.BEGIN, som.start, van))
    duur = "" if regel.duur.eenheid is Eenheid.VASTE_DAG else str(regel.duur)
    stappen.append(Stap(StapSoort.INKORTEN if som.ingekort else StapSoort.OPTELLEN, van, som.ruwe_dag, duur))
    stappen += [Stap(StapSoort.OVERSLAAN, d.datum, d.datum + EEN_DAG, d.naam) for d in som.overgeslagen]
    if som.overgeslagen:
        stappen.append(Stap(StapSoort.VERSCHUIVEN, som.ruwe_dag, som.laatste_dag))
    else:
        naam = kalender.naam(som.laatste_dag) or ""
        stappen.append(Stap(StapSoort.GEEN_VERSCHUIVING, som.laatste_dag, som.laatste_dag, naam))
    return tuple(stappen)


def _waarschuwing(regel: Regel, som: Berekening, kalender: Kalender) -> str | None:
    zinnen: list[str] = []
    if regel.atw:
        # A shift over New Year's Eve may enter a year that is not loaded, so both days count; each sentence once.
        gevonden = [kalender.waarschuwing(dag) for dag in (som.ruwe_dag, som.laatste_dag)]
        zinnen += dict.fromkeys(zin for zin in gevonden if zin)
    if not regel.geldt_op(som.start):
        zinnen.append(
            "De startdatum ligt buiten de tijd waarin deze regel geldt "
            f"({regel.geldig_vanaf:%d-%m-%Y} tot {_tot(regel)}): controleer welke regel van toepassing is."
        )
    return " ".join(zinnen) or None


def _tot(regel: Regel) -> str:
    return f"en met {regel.geldig_tot:%d-%m-%Y}" if regel.geldig_tot else "nu"
