"""A CSV of terms in, computed rows and errors with their line number out; the pure part of `bereken_termijnen`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inburgering.recht.kalender import Kalender
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import zin

KOLOMMEN = ("id", "term", "start_event_date")
UITVOER = ("id", "term", "start_event_date", "last_day", "ruwe_dag", "uitleg")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class OnleesbareTabel(ValueError):
    """The file as a whole cannot be used: encoding, no header, or a column that is missing."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One computed row; `als_rij` gives the cells in the order of UITVOER."""

    regelnummer: int
    id: str
    term: str
    start_event_date: str
    last_day: str
    ruwe_dag: str
    uitleg: str

    def als_rij(self) -> tuple[str, ...]:
        return (self.id, self.term, self.start_event_date, self.last_day, self.ruwe_dag, self.uitleg)


@dataclass(frozen=True, slots=True)
class Fout:
    """One row that cannot be computed; `regelnummer` is the physical line in the file, the header being line 1."""

    regelnummer: int
    reden: str

    def __str__(self) -> str:
        return f"Regel {self.regelnummer}: {self.reden}"


def decodeer(inhoud: bytes) -> str:
    """UTF-8 with or without BOM, else Windows-1252 as Dutch spreadsheets write it."""
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return inhoud.decode("cp1252")
    except UnicodeDecodeError:
        raise OnleesbareTabel("Het bestand is geen leesbare tekst (UTF-8 of Windows-1252).") from None


def bereken_tabel(tekst: str, kalender: Kalender) -> Iterator[Rij | Fout]:
    """Compute every row of a CSV with the columns id, term and start_event_date; other columns are ignored.

    Separator `;` or `,`, decided by the header. Empty lines are skipped. Raises OnleesbareTabel before the first row
    when the header is missing or incomplete.
    """
    regels = io.StringIO(tekst, newline="").readlines()
    scheiding = ";" if regels and regels[0].count(";") > regels[0].count(",") else ","
    records = _records(regels, scheiding)
    plaatsen = _plaatsen(next(records, (1, []))[1])
    return (_rij(nummer, cellen, plaatsen, kalender) for nummer, cellen in records if any(c.strip() for c in cellen))


def _plaatsen(kop: list[str]) -> list[int]:
    namen = [naam.strip().strip("\ufeff").casefold() for naam in kop]
    if ontbreekt := [kolom for kolom in KOLOMMEN if kolom not in namen]:
        raise OnleesbareTabel(
            f"In de eerste regel van het bestand ontbreekt de kolom {', '.join(ontbreekt)}. "
            f"Nodig zijn: {', '.join(KOLOMMEN)}."
        )
    return [namen.index(kolom) for kolom in KOLOMMEN]


def _records(regels: list[str], scheiding: str) -> Iterator[tuple[int, list[str]]]:
    """Every record with its first line number. A quote that never closes spoils its own line only, not the rest."""
    plek = 0
    while plek < len(regels):
        lezer = csv.reader((regels[i] for i in range(plek, len(regels))), delimiter=scheiding, strict=True)
        try:
            cellen, gelezen = next(lezer), lezer.line_num
        except csv.Error:
            cellen, gelezen = next(csv.reader([regels[plek]], delimiter=scheiding), []), 1
        yield plek + 1, cellen
        plek += gelezen


def _rij(nummer: int, cellen: list[str], plaatsen: list[int], kalender: Kalender) -> Rij | Fout:
    if len(cellen) <= max(plaatsen):
        return Fout(nummer, "de regel heeft te weinig kolommen.")
    kenmerk, term, datum = (cellen[plaats].strip() for plaats in plaatsen)
    try:
        uitkomst = bereken(term, _datum(datum), kalender)
    except ValueError as fout:
        return Fout(nummer, str(fout))
    return Rij(nummer, kenmerk, term, datum, uitkomst.laatste_dag.isoformat(), uitkomst.ruwe_dag.isoformat(),
               zin(uitkomst))  # fmt: skip


def _datum(tekst: str) -> date:
    if not tekst:
        raise ValueError("de datum in start_event_date ontbreekt.")
    try:
        if _ISO.fullmatch(tekst):
            return date.fromisoformat(tekst)
    except ValueError:
        pass
    raise ValueError(f"'{tekst}' is geen bestaande datum; schrijf jjjj-mm-dd.")
