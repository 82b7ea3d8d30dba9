"""What a file really is, by its content. Whatever is not surely one of a few kinds is refused, with a Dutch reason."""

import re
import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

import puremagic
import pypdfium2
from django.conf import settings
from PIL import Image, ImageFile

from cases.enums_stukken import Bestandsoort
from cases.pdf.slot import pdfium_slot

from .kantoor import keur_kantoorbestand
from .weigering import StukFout

SOORTEN_IN_WOORDEN = "PDF, foto's (JPEG, PNG, HEIC) en kantoorbestanden (docx, xlsx, odt, ods)"
BEGIN, EINDE = 4096, 2048
BEVEILIGD = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R|/Encrypt\s*<<")
LET_OP_BEVEILIGD = "Dit PDF-bestand is tegen wijzigen beveiligd; openen kan zonder wachtwoord."
KAPOTTE_FOTO = (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error, MemoryError)
# Brands of the box that every HEIC file starts with (ISO/IEC 23008-12).
HEIC_MERKEN = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"}
_FOTOS = {Bestandsoort.JPEG, Bestandsoort.PNG, Bestandsoort.HEIC}
# Telephones name a picture as they like; a name that promises something else than a picture is no mistake of theirs.
_EXTENSIES: dict[str, set[Bestandsoort]] = {
    "pdf": {Bestandsoort.PDF},
    **dict.fromkeys(("jpg", "jpeg", "jfif", "png", "heic", "heif"), _FOTOS),
    "docx": {Bestandsoort.DOCX},
    "xlsx": {Bestandsoort.XLSX},
    "odt": {Bestandsoort.ODT},
    "ods": {Bestandsoort.ODS},
}


@dataclass(frozen=True, slots=True)
class Keuring:
    """What a file is, and a remark for who keeps it."""

    soort: Bestandsoort
    let_op: str = ""


def keur(*, naam: str, inhoud: bytes) -> Keuring:
    """Judge a file. `naam` counts only where its extension contradicts the content; `inhoud` is opened, never run.

    Raises StukFout; its text goes on after the name of the file.
    """
    if not inhoud:
        raise StukFout("is leeg. Kies het bestand opnieuw.")
    keuring = _keur_inhoud(inhoud)
    extensie = PurePath(naam).suffix.lower().removeprefix(".")
    if extensie and keuring.soort not in _EXTENSIES.get(extensie, set()):
        raise StukFout(
            f"heet .{extensie[:8]}, maar is een {keuring.soort.label}. Geef het de juiste naam en probeer opnieuw."
        )
    return keuring


def _keur_inhoud(inhoud: bytes) -> Keuring:
    begin = inhoud[:BEGIN]
    if begin.startswith(b"\xd0\xcf\x11\xe0"):
        raise StukFout(
            "is een oud kantoorbestand of heeft een wachtwoord. Sla het zonder wachtwoord op als PDF, docx of xlsx."
        )
    if begin[4:8] == b"ftyp" and begin[8:12] in HEIC_MERKEN:
        return _heic(inhoud)
    herkend = _herken(begin)
    if ".pdf" in herkend and begin.startswith(b"%PDF-"):
        return _pdf(inhoud)
    if ".jpg" in herkend:
        return _foto(inhoud, Bestandsoort.JPEG)
    if ".png" in herkend:
        return _foto(inhoud, Bestandsoort.PNG)
    if begin.startswith(b"PK\x03\x04"):
        return Keuring(keur_kantoorbestand(inhoud))
    raise StukFout(f"nemen wij niet aan. Wel: {SOORTEN_IN_WOORDEN}.")


def _herken(begin: bytes) -> set[str]:
    try:
        return {gelijkenis.extension for gelijkenis in puremagic.magic_string(begin)}
    except puremagic.PureError:
        return set()


def _pdf(inhoud: bytes) -> Keuring:
    """Complete (it has its last lines), openable without a password, with at least one page."""
    if b"%%EOF" not in inhoud[-EINDE:] or b"startxref" not in inhoud[-EINDE:]:
        raise StukFout("is niet compleet: het einde van de PDF ontbreekt. Verstuur het bestand opnieuw.")
    try:
        with pdfium_slot, pypdfium2.PdfDocument(inhoud) as document:
            paginas = len(document)
    except pypdfium2.PdfiumError as fout:
        if BEVEILIGD.search(inhoud):
            raise StukFout("heeft een wachtwoord. Sla de PDF zonder wachtwoord op en kies hem opnieuw.") from fout
        raise StukFout("is beschadigd: de PDF gaat niet open.") from fout
    if not paginas:
        raise StukFout("is een PDF zonder bladzijden.")
    return Keuring(Bestandsoort.PDF, LET_OP_BEVEILIGD if BEVEILIGD.search(inhoud) else "")


def _foto(inhoud: bytes, soort: Bestandsoort) -> Keuring:
    """The picture is decoded, a JPEG at an eighth of its size; the number of pixels is looked at before that."""
    te_groot = f"heeft te veel beeldpunten: meer dan {settings.STUK_MEGAPIXEL} miljoen. Maak de foto kleiner."
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint turns it on for the whole process when it is imported
    try:
        with Image.open(BytesIO(inhoud), formats=[soort.name]) as beeld:
            breed, hoog = beeld.size
            if breed * hoog > settings.STUK_MEGAPIXEL * 1_000_000:
                raise StukFout(te_groot)
            beeld.draft(None, (max(1, breed // 8), max(1, hoog // 8)))
            beeld.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fout:
        raise StukFout(te_groot) from fout
    except KAPOTTE_FOTO as fout:
        raise StukFout("is beschadigd: de foto gaat niet open. Verstuur of maak de foto opnieuw.") from fout
    return Keuring(soort)


def _heic(inhoud: bytes) -> Keuring:
    """Its boxes are walked from the first to the last byte; the picture is not decoded."""
    namen, plaats = set(), 0
    while plaats + 8 <= len(inhoud):
        lengte, naam = int.from_bytes(inhoud[plaats : plaats + 4], "big"), inhoud[plaats + 4 : plaats + 8]
        if lengte == 1:
            lengte = int.from_bytes(inhoud[plaats + 8 : plaats + 16], "big")
        lengte = lengte or len(inhoud) - plaats  # zero: up to the end of the file
        if lengte < 8:
            break
        namen.add(naam)
        plaats += lengte
    if plaats != len(inhoud) or not {b"meta", b"mdat"} <= namen:
        raise StukFout("is beschadigd: de foto is niet compleet. Verstuur of maak de foto opnieuw.")
    return Keuring(Bestandsoort.HEIC)
