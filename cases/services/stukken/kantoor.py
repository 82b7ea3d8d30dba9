"""Office files are zip containers: the right parts must be there, and nothing that runs or hides."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cases.enums_stukken import Bestandsoort

from .weigering import StukFout

MEESTE_DELEN = 5000
MEESTE_UITGEPAKT = 500 * 1024 * 1024
VEEL_UITGEPAKT, MEESTE_KEREN = 50 * 1024 * 1024, 100  # beyond this size no real text or sheet was packed so tightly
MEESTE_TE_LEZEN = 1024 * 1024
MEESTE_RELATIES = 4 * MEESTE_TE_LEZEN
GROOTSTE_REGISTER = MEESTE_DELEN * 300  # bytes: the directory of a zip file, with long names
SLOT, SLOT_LENGTE, SLOT64, SLOT64_LENGTE, LANGSTE_OPMERKING = b"PK\x05\x06", 22, b"PK\x06\x07", 20, 65535
INHOUDSTYPEN, ODF_SOORT, ODF_MANIFEST = "[Content_Types].xml", "mimetype", "META-INF/manifest.xml"
OOXML = {"word/document.xml": Bestandsoort.DOCX, "xl/workbook.xml": Bestandsoort.XLSX}
ODF = {
    b"application/vnd.oasis.opendocument.text": Bestandsoort.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Bestandsoort.ODS,
}
# Parts that hold a program: VBA, ActiveX and the macro sheets of Excel 4; Basic and scripts of OpenDocument.
PROGRAMMA = re.compile(r"vbaproject|(^|/)(activex|macrosheets|basic|scripts)/", re.IGNORECASE)
# Beside a text or sheet only other texts and sheets may be packed in, such as the figures of a chart.
INGEPAKT = re.compile(r"(^|/)embeddings/(?!.*\.(docx|xlsx|pptx)$)[^/]", re.IGNORECASE)
# What a part is by its first bytes, whatever it is called: an OLE object (of Word, Excel, or any program), a program.
OLE, ZIP, PROGRAMMAS = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", (b"MZ", b"\x7fELF", b"#!")
DIEPST, MEESTE_INGEPAKT = 2, 50 * 1024 * 1024
SJABLOON = "/attachedtemplate"
ALS_PDF = "Sla het bestand op als PDF."
MACRO = "bevat een programma (macro). Sla het bestand op zonder macro's, of als PDF."
OBJECT = "bevat een ingepakt bestand of programma. Haal het eruit, of sla het bestand op als PDF."
VAN_BUITEN = f"haalt een sjabloon van buiten op. {ALS_PDF}"
NAAR_BUITEN = f"bevat een onderdeel met een pad buiten het bestand. {ALS_PDF}"
TE_GROOT = f"wordt uitgepakt veel te groot. {ALS_PDF}"
ONLEESBAAR = (
    ParseError,
    DefusedXmlException,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)
BESCHADIGD = "is beschadigd: het bestand gaat niet open."


def keur_kantoorbestand(inhoud: bytes) -> Bestandsoort:
    """Which office file this is.

    Raises StukFout for macros, packed-in objects, a template from outside, a password, a zip bomb, or another kind of
    container.
    """
    _keur_slot(inhoud)
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as pakket:
            return _keur(pakket)
    except ONLEESBAAR as fout:
        raise StukFout(BESCHADIGD) from fout


def _keur_slot(inhoud: bytes) -> None:
    """How much the directory says it holds, before Python builds it. Raises StukFout when that is too much."""
    plaats = len(inhoud) - SLOT_LENGTE
    if plaats < 0 or not (inhoud.startswith(SLOT, plaats) and inhoud.endswith(b"\0\0")):
        plaats = inhoud.rfind(SLOT, max(0, plaats - LANGSTE_OPMERKING))
    if plaats < 0 or plaats + SLOT_LENGTE > len(inhoud):
        raise StukFout(BESCHADIGD)
    delen, lengte = struct.unpack_from("<HL", inhoud, plaats + 10)
    is_zip64 = inhoud.startswith(SLOT64, max(0, plaats - SLOT64_LENGTE))
    if is_zip64 or delen > MEESTE_DELEN or lengte > GROOTSTE_REGISTER:
        raise StukFout(TE_GROOT)


def _keur(pakket: zipfile.ZipFile) -> Bestandsoort:
    delen = pakket.infolist()
    namen = {deel.filename for deel in delen}
    _keur_delen(pakket, delen)
    if ODF_SOORT in namen:
        return _odf(pakket, namen)
    soort = next((soort for deel, soort in OOXML.items() if deel in namen), None)
    if soort is None or INHOUDSTYPEN not in namen:
        raise StukFout("is een zip-bestand of een ander kantoorbestand. Sla het op als PDF, docx, xlsx, odt of ods.")
    _keur_ooxml(pakket, delen)
    return soort


def _keur_delen(pakket: zipfile.ZipFile, delen: list[zipfile.ZipInfo], diepte: int = 0) -> None:
    """What holds for every container, also for one that is packed in another."""
    uitgepakt, ingepakt = (sum(maten) for maten in ([d.file_size for d in delen], [d.compress_size for d in delen]))
    is_bom = uitgepakt > VEEL_UITGEPAKT and uitgepakt > MEESTE_KEREN * ingepakt
    if len(delen) > MEESTE_DELEN or uitgepakt > MEESTE_UITGEPAKT or is_bom:
        raise StukFout(TE_GROOT)
    namen = {deel.filename for deel in delen}
    if any(naam.startswith("/") or ".." in PurePath(naam).parts for naam in namen):
        raise StukFout(NAAR_BUITEN)
    if any(PROGRAMMA.search(naam) for naam in namen):
        raise StukFout(MACRO)
    if any(INGEPAKT.search(naam) for naam in namen):
        raise StukFout(OBJECT)
    for deel in delen:
        with pakket.open(deel) as inhoud:
            begin = inhoud.read(len(OLE))
        if begin.startswith((OLE, *PROGRAMMAS)):
            raise StukFout(OBJECT)
        if begin == ZIP:
            _keur_ingepakt(pakket, deel, diepte + 1)


def _keur_ingepakt(pakket: zipfile.ZipFile, deel: zipfile.ZipInfo, diepte: int) -> None:
    """A file in the file: judged as strictly, and it is named when it is not good."""
    naam = "".join(teken for teken in PurePath(deel.filename).name if teken.isprintable())[:40]
    if diepte > DIEPST or deel.file_size > MEESTE_INGEPAKT:
        raise StukFout(f"bevat een ingepakt bestand (‘{naam}’) dat te groot is of zelf is ingepakt. {ALS_PDF}")
    inhoud = pakket.read(deel)
    try:
        _keur_slot(inhoud)
        with zipfile.ZipFile(BytesIO(inhoud)) as binnen:
            delen = binnen.infolist()
            _keur_delen(binnen, delen, diepte)
            if INHOUDSTYPEN in {een.filename for een in delen}:
                _keur_ooxml(binnen, delen)
    except StukFout as fout:
        raise StukFout(f"bevat een ingepakt bestand dat niet goed is. ‘{naam}’ {fout}") from fout
    except ONLEESBAAR as fout:
        raise StukFout(f"bevat een ingepakt bestand (‘{naam}’) dat niet opengaat. {ALS_PDF}") from fout


def _keur_ooxml(pakket: zipfile.ZipFile, delen: list[zipfile.ZipInfo]) -> None:
    """What the parts say they are, and what they fetch. Read as XML: no other spelling or encoding hides a word."""
    soorten = (str(deel.get("ContentType", "")).lower() for deel in _xml(pakket, INHOUDSTYPEN))
    if any("macroenabled" in soort or "vbaproject" in soort for soort in soorten):
        raise StukFout(MACRO)
    relaties = [deel for deel in delen if deel.filename.lower().endswith(".rels")]
    if sum(deel.file_size for deel in relaties) > MEESTE_RELATIES:
        raise StukFout(TE_GROOT)
    for deel in relaties:
        if any(_is_sjabloon_van_buiten(relatie) for relatie in _xml(pakket, deel.filename)):
            raise StukFout(VAN_BUITEN)


def _is_sjabloon_van_buiten(relatie: Element) -> bool:
    soort, doel = relatie.get("Type", "").lower(), relatie.get("TargetMode", "").lower()
    return soort.endswith(SJABLOON) and doel == "external"


def _xml(pakket: zipfile.ZipFile, naam: str) -> Iterator[Element]:
    """Every element of a part; no entities, no document type."""
    wortel: Element = fromstring(_lees(pakket, naam), forbid_dtd=True)
    return wortel.iter()


def _odf(pakket: zipfile.ZipFile, namen: set[str]) -> Bestandsoort:
    soort = ODF.get(_lees(pakket, ODF_SOORT).strip())
    if soort is None or not {"content.xml", ODF_MANIFEST} <= namen:
        raise StukFout("is geen odt of ods. Sla het bestand op als PDF, odt of ods.")
    if b"encryption-data" in _lees(pakket, ODF_MANIFEST):
        raise StukFout("heeft een wachtwoord. Sla het bestand zonder wachtwoord op en kies het opnieuw.")
    return soort


def _lees(pakket: zipfile.ZipFile, naam: str) -> bytes:
    if pakket.getinfo(naam).file_size > MEESTE_TE_LEZEN:
        raise StukFout(TE_GROOT)
    with pakket.open(naam) as deel:
        return deel.read(MEESTE_TE_LEZEN)
