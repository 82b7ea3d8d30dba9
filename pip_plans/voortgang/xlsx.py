"""The cells of the first sheet of an Excel file, as texts. Judges no values; pure.

No library: what a report needs of the format is texts, numbers and where they stand; docs/adr says why. The file was
judged before (`cases.services.stukken.kantoor`): a zip that is too large, holds a program or hides another file never
comes here.
"""

import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

MEESTE_BYTES = 30 * 1024 * 1024  # of one part, unpacked
MEESTE_KOLOMMEN, MEESTE_RIJEN = 100, 1_048_576  # the rows of Excel itself
_PLEK = re.compile(r"([A-Z]{1,3})[0-9]+", re.ASCII)
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Record = tuple[int, list[str]]


class Bladfout(Exception):
    """This is no sheet that can be read."""


def lees_blad(inhoud: bytes) -> Iterator[Record]:
    """Every row with its number in the sheet. A formula comes as '=' with its text, so that it is seen as one.

    Raises Bladfout, and what `zipfile` and the XML reader raise for a damaged file (`kantoor.ONLEESBAAR`).
    """
    with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
        teksten = _gedeelde_teksten(pakket)
        blad = _xml(pakket, _eerste_blad(pakket))
    vorige = 0
    for rij in blad.iter(f"{_NS}row"):
        getypt = rij.get("r", "")
        nummer = int(getypt) if getypt.isdigit() else vorige + 1
        if not vorige < nummer <= MEESTE_RIJEN:
            raise Bladfout("De regels van het blad staan niet in hun volgorde.")
        yield nummer, _cellen(rij, teksten)
        vorige = nummer


def _eerste_blad(pakket: zipfile.ZipFile) -> str:
    bladen = _xml(pakket, "xl/workbook.xml").iter(f"{_NS}sheet")
    wie = next((blad.get(_REL) for blad in bladen), None)
    for relatie in _xml(pakket, "xl/_rels/workbook.xml.rels"):
        if relatie.get("Id") == wie:
            doel = relatie.get("Target", "")
            return doel.lstrip("/") if doel.startswith("/") else f"xl/{doel}"
    raise Bladfout("Er staat geen blad in dit bestand.")


def _gedeelde_teksten(pakket: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in pakket.namelist():
        return []
    return [_tekst(deel) for deel in _xml(pakket, "xl/sharedStrings.xml").iter(f"{_NS}si")]


def _tekst(element: Element) -> str:
    """All text of it, without the pronunciation that Japanese Excel adds."""
    stukken = [*element.findall(f"{_NS}t"), *element.findall(f"{_NS}r/{_NS}t")]
    return "".join(stuk.text or "" for stuk in stukken)


def _cellen(rij: Element, teksten: list[str]) -> list[str]:
    cellen: list[str] = []
    for cel in rij.iter(f"{_NS}c"):
        plek = _PLEK.fullmatch(cel.get("r", ""))
        kolom = _kolomnummer(plek[1]) if plek else len(cellen)
        if kolom >= MEESTE_KOLOMMEN:
            raise Bladfout(f"Het blad heeft meer dan {MEESTE_KOLOMMEN} kolommen.")
        cellen.extend([""] * (kolom + 1 - len(cellen)))
        cellen[kolom] = _waarde(cel, teksten)
    return cellen


def _kolomnummer(letters: str) -> int:
    nummer = 0
    for letter in letters:
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer - 1


def _waarde(cel: Element, teksten: list[str]) -> str:
    if (formule := cel.find(f"{_NS}f")) is not None:
        return f"={formule.text or ''}"
    if cel.get("t") == "inlineStr":
        return "".join(_tekst(deel) for deel in cel.findall(f"{_NS}is"))
    waarde = cel.findtext(f"{_NS}v") or ""
    if cel.get("t") == "s":
        if not waarde.isdigit() or int(waarde) >= len(teksten):
            raise Bladfout("Het bestand is beschadigd: een tekst ontbreekt.")
        return teksten[int(waarde)]
    return _getal(waarde) if cel.get("t", "n") == "n" else waarde


def _getal(waarde: str) -> str:
    """Excel keeps 12,3 as 12.300000000000001: as it was typed, with a comma."""
    try:
        getal = round(Decimal(waarde), 6)
    except InvalidOperation:
        return waarde
    return f"{getal.normalize():f}".replace(".", ",")


def _xml(pakket: zipfile.ZipFile, naam: str) -> Element:
    if naam not in pakket.namelist() or pakket.getinfo(naam).file_size > MEESTE_BYTES:
        raise Bladfout("Het blad ontbreekt of is te groot.")
    wortel: Element = fromstring(pakket.read(naam), forbid_dtd=True)
    return wortel
