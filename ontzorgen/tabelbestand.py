"""A CSV of another system: bytes in, rows of named cells out. Judges no values; pure."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.recht.tabel import OnleesbareTabel, decodeer

from .maanden import EERSTE_JAAR, LAATSTE_JAAR

GROOTSTE = 5 * 1024 * 1024
MEESTE_REGELS = 50_000
_GEEN_CSV = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\xff\xfe", b"\xfe\xff")
SEP = re.compile(r"sep=[;,]", re.IGNORECASE)
DAG = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
MAAND = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})|(?P<maand2>\d{1,2})-(?P<jaar2>\d{4})", re.ASCII)
BEDRAG = re.compile(r"(?:€\s*)?(?P<heel>\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,(?P<cent>\d{1,2}))?", re.ASCII)


class Tabelfout(ValueError):
    """The file as a whole cannot be read; one Dutch sentence for the screen."""


class Jaarfout(ValueError):
    """A day or month that is written well in a year that cannot be; one Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One line: where it stands in the file, and its cells by column; `te_lang` when it has more cells than names."""

    nummer: int
    cellen: dict[str, str]
    te_lang: bool


def lees_tabel(inhoud: bytes, kolommen: Sequence[str]) -> list[Tabelrij]:
    """All lines that are not empty, with `;` or `,` between the cells. Columns that are not asked for are left out.

    As the import of koppelingen: a first line `sep=;` is passed over, and names of columns may have spaces or capitals.
    Raises Tabelfout for what is no CSV, too big, or lacks one of the columns or has it twice.
    """
    regels = io.StringIO(_tekst(inhoud), newline="").readlines()
    eerste = 1 if regels and SEP.fullmatch(regels[0].strip()) else 0
    if eerste == len(regels) or not regels[eerste].strip():
        raise Tabelfout("Het bestand is leeg. De eerste regel bevat de namen van de kolommen.")
    kop, scheiding = _kop(regels[eerste], kolommen)
    rijen = []
    try:
        lezer = csv.reader(regels[eerste + 1 :], delimiter=scheiding, strict=True)
        begin = eerste + 2
        for cellen in lezer:
            if any(cel.strip() for cel in cellen):
                paren = zip(kop, cellen, strict=False)
                rij = {naam: cel.strip() for naam, cel in paren if naam in kolommen}
                rijen.append(Tabelrij(begin, rij, len(cellen) > len(kop)))
            begin = lezer.line_num + eerste + 2
    except csv.Error as fout:
        raise Tabelfout(f"Bij regel {begin} klopt een aanhalingsteken niet, of een cel is te lang.") from fout
    if not rijen:
        raise Tabelfout("Er staan geen regels in het bestand, alleen de namen van de kolommen.")
    if len(rijen) > MEESTE_REGELS:
        raise Tabelfout(f"Het bestand heeft meer dan {MEESTE_REGELS} regels. Verdeel het over meer bestanden.")
    return rijen


def cents(tekst: str) -> int | None:
    """'1.234,56' in whole cents; None for what is no amount."""
    vorm = BEDRAG.fullmatch(tekst.strip())
    if not vorm:
        return None
    return int(vorm["heel"].replace(".", "")) * 100 + int((vorm["cent"] or "0").ljust(2, "0"))


def dag(tekst: str) -> date | None:
    """'25-11-2026' or '2026-11-25'; None for what is no day. Raises Jaarfout for a year that we cannot mean."""
    vorm = DAG.fullmatch(tekst)
    try:
        gelezen = date(int(vorm[3]), int(vorm[2]), int(vorm[1])) if vorm else date.fromisoformat(tekst)
    except ValueError:
        return None
    if not EERSTE_JAAR <= gelezen.year <= LAATSTE_JAAR:
        raise Jaarfout(f"Het jaar {gelezen.year} ligt niet tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.")
    return gelezen


def maand(tekst: str) -> date | None:
    """'11-2026' as on the screens, or '2026-11', as its first day; None for what is no month. Raises as `dag`."""
    vorm = MAAND.fullmatch(tekst)
    return dag(f"1-{vorm['maand'] or vorm['maand2']}-{vorm['jaar'] or vorm['jaar2']}") if vorm else None


def _tekst(inhoud: bytes) -> str:
    if len(inhoud) > GROOTSTE:
        raise Tabelfout("Het bestand is groter dan 5 MB. Verdeel het over meer bestanden.")
    if inhoud.startswith(_GEEN_CSV) or b"\x00" in inhoud:
        raise Tabelfout("Dit is geen CSV-bestand. Sla het in het rekenblad op als ‘CSV UTF-8’.")
    try:
        return decodeer(inhoud)
    except OnleesbareTabel as fout:
        raise Tabelfout(str(fout)) from fout


def _kop(regel: str, kolommen: Sequence[str]) -> tuple[list[str], str]:
    gelezen = {
        s: [re.sub(r"[\s\-]+", "_", naam.strip().lower()) for naam in next(csv.reader([regel], delimiter=s), [])]
        for s in (";", ",")
    }
    scheiding = max(gelezen, key=lambda s: len(set(gelezen[s]) & set(kolommen)))
    kop = gelezen[scheiding]
    if ontbreekt := [naam for naam in kolommen if naam not in kop]:
        raise Tabelfout(f"Deze kolommen ontbreken in het bestand: {', '.join(ontbreekt)}.")
    if dubbel := sorted({naam for naam in kop if naam and kop.count(naam) > 1}):
        raise Tabelfout(f"Deze kolommen staan twee keer in het bestand: {', '.join(dubbel)}.")
    return kop, scheiding
