"""Office files are zip containers: the right parts must be there, and nothing that runs or hides."""

import re
import zipfile
import zlib
from io import BytesIO

from cases.enums_stukken import Bestandsoort

from .weigering import StukFout

MEESTE_DELEN = 5000
MEESTE_UITGEPAKT = 500 * 1024 * 1024
MEESTE_TE_LEZEN = 1024 * 1024
INHOUDSTYPEN, ODF_SOORT, ODF_MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
OOXML = {"word/document.xml": Bestandsoort.DOCX, "xl/workbook.xml": Bestandsoort.XLSX}
ODF = {
    b"application/vnd.oasis.opendocument.text": Bestandsoort.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Bestandsoort.ODS,
}
# Parts that hold a program: VBA, ActiveX and the macro sheets of Excel 4; Basic and scripts of OpenDocument.
PROGRAMMA = re.compile(r"vbaproject|(^|/)(activex|macrosheets|basic|scripts)/", re.IGNORECASE)
MACRO = "bevat een programma (macro). Sla het bestand op zonder macro's, of als PDF."
BESCHADIGD = "is beschadigd: het bestand gaat niet open."


def keur_kantoorbestand(inhoud: bytes) -> Bestandsoort:
    """Which office file this is. Raises StukFout for macros, a password, a zip bomb, or another kind of container."""
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
            return _keur(pakket)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as fout:
        raise StukFout(BESCHADIGD) from fout


def _keur(pakket: zipfile.ZipFile) -> Bestandsoort:
    delen = pakket.infolist()
    if len(delen) > MEESTE_DELEN or sum(deel.file_size for deel in delen) > MEESTE_UITGEPAKT:
        raise StukFout("wordt uitgepakt veel te groot. Sla het bestand op als PDF.")
    namen = {deel.filename for deel in delen}
    if any(PROGRAMMA.search(naam) for naam in namen):
        raise StukFout(MACRO)
    if ODF_SOORT in namen:
        return _odf(pakket, namen)
    soort = next((soort for deel, soort in OOXML.items() if deel in namen), None)
    if soort is None or INHOUDSTYPEN not in namen:
        raise StukFout("is een zip-bestand of een ander kantoorbestand. Sla het op als PDF, docx, xlsx, odt of ods.")
    if b"macroenabled" in _lees(pakket, INHOUDSTYPEN).lower():
        raise StukFout(MACRO)
    return soort


def _odf(pakket: zipfile.ZipFile, namen: set[str]) -> Bestandsoort:
    soort = ODF.get(_lees(pakket, ODF_SOORT).strip())
    if soort is None or not {"content.xml", ODF_MANIFEST} <= namen:
        raise StukFout("is geen odt of ods. Sla het bestand op als PDF, odt of ods.")
    if b"encryption-data" in _lees(pakket, ODF_MANIFEST):
        raise StukFout("heeft een wachtwoord. Sla het bestand zonder wachtwoord op en kies het opnieuw.")
    return soort


def _lees(pakket: zipfile.ZipFile, naam: str) -> bytes:
    with pakket.open(naam) as deel:
        return deel.read(MEESTE_TE_LEZEN)
