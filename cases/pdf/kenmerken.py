"""One file that declares PDF/A-3a and PDF/UA-1: WeasyPrint writes one of them, we add the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from weasyprint import Document

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
UA = "http://www.aiim.org/pdfua/ns/id/"
# PDF/A reads these three by prefix, so the prefixes are part of the format.
UITBREIDING = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}


def _kind(ouder: ET.Element, ruimte: str, naam: str, tekst: str = "", *, bron: bool = False) -> ET.Element:
    element = ET.SubElement(ouder, f"{{{ruimte}}}{naam}")
    element.text = tekst or None
    if bron:
        element.set(f"{{{RDF}}}parseType", "Resource")
    return element


def _beschrijf_ua(rdf: ET.Element) -> None:
    """PDF/A wants every foreign XMP property described: here pdfuaid:part."""
    uitbreiding, schema, eigenschap = UITBREIDING.values()
    deel = _kind(rdf, RDF, "Description")
    deel.set(f"{{{RDF}}}about", "")
    lijst = _kind(_kind(deel, uitbreiding, "schemas"), RDF, "Bag")
    item = _kind(lijst, RDF, "li", bron=True)
    _kind(item, schema, "schema", "PDF/UA identification schema")
    _kind(item, schema, "namespaceURI", UA)
    _kind(item, schema, "prefix", "pdfuaid")
    veld = _kind(_kind(_kind(item, schema, "property"), RDF, "Seq"), RDF, "li", bron=True)
    _kind(veld, eigenschap, "name", "part")
    _kind(veld, eigenschap, "valueType", "Integer")
    _kind(veld, eigenschap, "category", "internal")
    _kind(veld, eigenschap, "description", "PDF/UA part")


def verklaar_pdf_ua(document: Document) -> None:
    """Adds pdfuaid:part=1 to the metadata that this document writes."""
    for voorvoegsel, ruimte in UITBREIDING.items():
        ET.register_namespace(voorvoegsel, ruimte)
    eigen: Callable[..., bytes] = document.metadata.generate_rdf_metadata

    def aangevuld(*args: Any) -> bytes:
        rdf = ET.fromstring(eigen(*args))  # noqa: S314 - WeasyPrint wrote these bytes a moment ago
        deel = _kind(rdf, RDF, "Description")
        deel.set(f"{{{RDF}}}about", "")
        _kind(deel, UA, "part", "1")
        _beschrijf_ua(rdf)
        return ET.tostring(rdf, encoding="utf-8")

    document.metadata.generate_rdf_metadata = aangevuld
