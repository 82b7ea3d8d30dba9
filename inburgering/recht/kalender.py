"""Which days are no ordinary days for the Algemene termijnenwet, and the shift to the next ordinary day.

Easter is computed; the days that a koninklijk besluit names every few years are reference data that the
caller supplies (in the application: an editable table).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KBDag:
    """A day put on a par with the public holidays by koninklijk besluit (art. 3 lid 3 Algemene termijnenwet)."""

    datum: date
    naam: str
    bron: str


@dataclass(frozen=True, slots=True)
class BijzondereDag:
    """A day on which a term cannot end, with the name a reader knows it by."""

    datum: date
    naam: str
    toelichting: str = ""


def _kb(jaar: int, maand: int, dag: int, naam: str, bron: str) -> KBDag:
    return KBDag(date(jaar, maand, dag), naam, bron)


_BESLUIT = "koninklijk besluit op grond van art. 3 lid 3 Algemene termijnenwet"
_NA_HEMELVAART = "vrijdag na Hemelvaartsdag"
KB_DAGEN: tuple[KBDag, ...] = (
    _kb(2022, 5, 27, _NA_HEMELVAART, "algemene kennis; besluit niet nagelezen"),
    _kb(2023, 4, 28, "vrijdag na Koningsdag", _BESLUIT),
    _kb(2023, 5, 19, _NA_HEMELVAART, _BESLUIT),
    _kb(2024, 5, 10, _NA_HEMELVAART, _BESLUIT),
    _kb(2024, 12, 27, "vrijdag na Kerstmis", _BESLUIT),
    _kb(2025, 5, 30, _NA_HEMELVAART, _BESLUIT),
    _kb(2026, 1, 2, "vrijdag na Nieuwjaarsdag", _BESLUIT),
    _kb(2026, 5, 15, _NA_HEMELVAART, _BESLUIT),
    _kb(2027, 5, 7, _NA_HEMELVAART, _BESLUIT),
    _kb(2028, 4, 28, "vrijdag na Koningsdag", _BESLUIT),
    _kb(2028, 5, 26, _NA_HEMELVAART, _BESLUIT),
)


def eerste_paasdag(jaar: int) -> date:
    """Easter Sunday in the Gregorian calendar: the Sunday after the ecclesiastical full moon of spring."""
    eeuw, maanjaar = jaar // 100, jaar % 19
    maancorrectie = (8 * eeuw + 13) // 25
    maan = (15 + 19 * maanjaar + eeuw - eeuw // 4 - maancorrectie) % 30
    maan -= maan // 28 * (1 - 29 // (maan + 1) * ((21 - maanjaar) // 11))
    na_zondag = (jaar + jaar // 4 + maan + 2 - eeuw + eeuw // 4) % 7
    return date(jaar, 3, 28) + timedelta(days=maan - na_zondag)


def koningsdag(jaar: int) -> date:
    """27 April, or the Saturday before when that is a Sunday."""
    dag = date(jaar, 4, 27)
    return dag - EEN_DAG if dag.isoweekday() == 7 else dag


@lru_cache(maxsize=512)
def feestdagen(jaar: int) -> Mapping[date, str]:
    """The holidays of art. 3 lid 1 and 2 Algemene termijnenwet; 5 May is one of them every year, lustrum or not."""
    pasen = eerste_paasdag(jaar)
    dagen = {
        date(jaar, 1, 1): "Nieuwjaarsdag",
        pasen - 2 * EEN_DAG: "Goede Vrijdag",
        pasen + EEN_DAG: "Tweede Paasdag",
        koningsdag(jaar): "Koningsdag",
        date(jaar, 5, 5): "5 mei",
        pasen + 39 * EEN_DAG: "Hemelvaartsdag",
        pasen + 50 * EEN_DAG: "Tweede Pinksterdag",
        date(jaar, 12, 25): "Eerste Kerstdag",
        date(jaar, 12, 26): "Tweede Kerstdag",
    }
    return MappingProxyType(dagen)


@dataclass(frozen=True, slots=True)
class Kalender:
    """A calendar as a value.

    `kb_dagen` maps a date to (naam, bron); `geladen_van` and `geladen_tot` are the first and last year for which
    those days are complete. Outside these years the calendar still answers, and `waarschuwing` says what is missing.
    """

    kb_dagen: Mapping[date, tuple[str, str]] = field(hash=False)
    geladen_tot: int
    geladen_van: int

    def __post_init__(self) -> None:
        if self.geladen_van > self.geladen_tot:
            raise ValueError("Het eerste geladen jaar van de kalender ligt na het laatste.")
        object.__setattr__(self, "kb_dagen", MappingProxyType(dict(self.kb_dagen)))

    def naam(self, dag: date) -> str | None:
        """Why `dag` is no ordinary day ('zaterdag', 'Koningsdag', 'KB-dag'), or None for an ordinary day."""
        if dag.isoweekday() >= 6:
            return "zaterdag" if dag.isoweekday() == 6 else "zondag"
        if feestdag := feestdagen(dag.year).get(dag):
            return feestdag
        return "KB-dag" if dag in self.kb_dagen else None

    def bijzondere_dag(self, dag: date) -> BijzondereDag | None:
        """`dag` with its name, and for a KB-dag what it is; None for an ordinary day."""
        naam = self.naam(dag)
        if naam is None:
            return None
        toelichting = self.kb_dagen[dag][0] if naam == "KB-dag" else ""
        return BijzondereDag(dag, naam, toelichting)

    def eerstvolgende_gewone_dag(self, dag: date) -> tuple[date, tuple[BijzondereDag, ...]]:
        """`dag` itself when it is ordinary, else the next ordinary day; with the days that were skipped."""
        overgeslagen: list[BijzondereDag] = []
        while bijzonder := self.bijzondere_dag(dag):
            overgeslagen.append(bijzonder)
            dag += EEN_DAG
        return dag, tuple(overgeslagen)

    def waarschuwing(self, dag: date) -> str | None:
        """A Dutch sentence when the KB-dagen of the year of `dag` are not loaded, else None."""
        if self.geladen_van <= dag.year <= self.geladen_tot:
            return None
        return (
            f"De KB-dagen van {dag.year} zijn niet geladen (wel die van {self.geladen_van} tot en met "
            f"{self.geladen_tot}): controleer of de laatste dag op een KB-dag valt."
        )


def standaard_kalender() -> Kalender:
    """The calendar of the KB-dagen that ship with the application, 2022 up to and including 2028."""
    dagen = {kb.datum: (kb.naam, kb.bron) for kb in KB_DAGEN}
    jaren = [dag.year for dag in dagen]
    return Kalender(dagen, geladen_tot=max(jaren), geladen_van=min(jaren))
