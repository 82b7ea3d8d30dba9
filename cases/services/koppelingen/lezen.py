"""From the bytes of a file to rows: encoding, separator, quotes, columns. Judges no values."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from inburgering.recht.tabel import OnleesbareTabel, decodeer

from .kolommen import FORMULETEKENS, KOLOMMEN, RETOURKOLOMMEN, TEVEEL

GROOTSTE_BESTAND = 5 * 1024 * 1024
_SLUITREGEL = "\x1eeinde\x1e"  # is read as a row of its own, unless a quoted field was never closed
_GEEN_CSV = {
    b"PK\x03\x04": "Dit is een Excel-bestand. Kies in Excel ‘Opslaan als’ en dan ‘CSV UTF-8’.",
    b"\xd0\xcf\x11\xe0": "Dit is een Excel-bestand. Kies in Excel ‘Opslaan als’ en dan ‘CSV UTF-8’.",
    b"%PDF": "Dit is een PDF-bestand. Lever de lijst aan als CSV-bestand.",
    b"\xff\xfe": "Dit bestand is opgeslagen als Unicode (UTF-16). Kies bij het opslaan ‘CSV UTF-8’.",
    b"\xfe\xff": "Dit bestand is opgeslagen als Unicode (UTF-16). Kies bij het opslaan ‘CSV UTF-8’.",
}
Waarden = dict[str, str | list[str]]


class Bestandsfout(Exception):
    """The file as a whole cannot be read; the text is one Dutch message for the screen."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One row: the line on which it starts, and its cells by column. A cell that is missing has no key."""

    nummer: int
    waarden: Waarden


@dataclass(frozen=True, slots=True)
class Inhoud:
    """`kolommen` as in the file, without those that our own download adds."""

    kolommen: list[str]
    rijen: list[Rij]


def lees(inhoud: bytes, kolommen: Sequence[str] = KOLOMMEN, nodig: Sequence[str] = KOLOMMEN) -> Inhoud:
    """Read a whole file: `;` or `,`, UTF-8 with or without BOM or Windows-1252. Raises Bestandsfout.

    `kolommen` are those that we know, `nodig` those that must be there. Empty lines are skipped. Columns that we do not
    know are kept with the row and not used.
    """
    regels = io.StringIO(_tekst(inhoud), newline="").readlines()
    begin = 1 if regels and re.fullmatch(r"sep=[;,]\s*", regels[0], re.IGNORECASE) else 0
    if begin == len(regels) or not regels[begin].strip():
        raise Bestandsfout("Het bestand is leeg. De eerste regel bevat de namen van de kolommen.")
    kop, scheiding = _kop(regels[begin], kolommen)
    return maak_inhoud(kop, _records(regels[begin + 1 :], scheiding, begin + 2), kolommen, nodig)


def maak_inhoud(
    kop: Sequence[str], records: Iterable[tuple[int, list[str]]], kolommen: Sequence[str], nodig: Sequence[str]
) -> Inhoud:
    """The rows of a table of any kind of file, from its column names and its numbered rows. Raises Bestandsfout."""
    _controleer(kop, kolommen, nodig)
    retour = set(RETOURKOLOMMEN) <= set(kop)
    rijen = [
        Rij(nummer, _waarden(kop, cellen, retour)) for nummer, cellen in records if any(cel.strip() for cel in cellen)
    ]
    if not rijen:
        raise Bestandsfout("Er staan geen regels in het bestand, alleen de namen van de kolommen.")
    return Inhoud([naam for naam in kop if not (retour and naam in RETOURKOLOMMEN)], rijen)


def kolomnamen(cellen: Iterable[str]) -> list[str]:
    """The names as we write them: 'Datum BRP' is datum_brp; empty ones at the end are no columns."""
    kop = [re.sub(r"[\s\-]+", "_", naam.strip().lower()) for naam in cellen]
    while kop and not kop[-1]:
        kop.pop()
    return kop


def _tekst(inhoud: bytes) -> str:
    if len(inhoud) > GROOTSTE_BESTAND:
        raise Bestandsfout("Het bestand is groter dan 5 MB. Verdeel de lijst over meer bestanden.")
    for begin, uitleg in _GEEN_CSV.items():
        if inhoud.startswith(begin):
            raise Bestandsfout(uitleg)
    try:
        tekst = decodeer(inhoud)
    except OnleesbareTabel as reden:
        raise Bestandsfout(str(reden)) from reden
    if "\x00" in tekst or _SLUITREGEL in tekst:
        raise Bestandsfout("Dit is geen tekstbestand. Lever de lijst aan als CSV-bestand.")
    return tekst


def _kop(regel: str, kolommen: Sequence[str]) -> tuple[list[str], str]:
    """The column names and the separator: the one that gives most names that we know."""
    gelezen = {scheiding: kolomnamen(next(csv.reader([regel], delimiter=scheiding), [])) for scheiding in (";", ",")}
    beste = max(gelezen, key=lambda scheiding: len(set(gelezen[scheiding]) & set(kolommen)))
    return gelezen[beste], beste


def _controleer(kop: Sequence[str], kolommen: Sequence[str], nodig: Sequence[str]) -> None:
    dubbel = sorted({naam for naam in kop if kop.count(naam) > 1})
    if dubbel:
        raise Bestandsfout(f"Deze kolommen staan twee keer in het bestand: {', '.join(dubbel)}.")
    if not set(kop) & set(kolommen):
        raise Bestandsfout(
            "De eerste regel bevat geen kolomnamen die we kennen. Verwacht: " + ", ".join(kolommen) + "."
        )
    if ontbreekt := [naam for naam in nodig if naam not in kop]:
        raise Bestandsfout(f"Deze kolommen ontbreken in het bestand: {', '.join(ontbreekt)}.")


def _records(regels: list[str], scheiding: str, eerste: int) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line on which it starts; raises Bestandsfout when a quoted field stays open."""
    lezer = csv.reader([*regels, _SLUITREGEL], delimiter=scheiding)
    begin, gelezen = eerste, 0
    try:
        for cellen in lezer:
            begin, gelezen = eerste + gelezen, lezer.line_num
            if cellen == [_SLUITREGEL]:
                return
            yield begin, cellen
    except csv.Error as reden:
        raise Bestandsfout(f"Regel {eerste + gelezen} kan niet worden gelezen: een cel is te lang.") from reden
    raise Bestandsfout(
        f'Op regel {begin} begint een tekst met een aanhalingsteken (") dat nergens wordt gesloten. '
        "Verbeter die regel en lever het bestand opnieuw aan."
    )


def _waarden(kop: Sequence[str], cellen: list[str], retour: bool) -> Waarden:
    if retour:
        cellen = [_zonder_bescherming(cel) for cel in cellen]
    waarden: Waarden = dict(zip(kop, cellen, strict=False))
    teveel = cellen[len(kop) :]
    if any(cel.strip() for cel in teveel):
        waarden[TEVEEL] = teveel
    return {naam: cel for naam, cel in waarden.items() if not (retour and naam in RETOURKOLOMMEN)}


def _zonder_bescherming(cel: str) -> str:
    """Undo what our download did to a cell that a spreadsheet would take for a formula."""
    return cel[1:] if cel.startswith("'") and cel.lstrip("'").startswith(FORMULETEKENS) else cel
