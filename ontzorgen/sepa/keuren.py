"""Check a pain.001 file against the official XSD, reading it once and keeping none of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import BinaryIO

from lxml import etree

from .opdracht import Versie

MEESTE_FOUTEN = 25
STUK = 64 * 1024
_ONDERDEEL = re.compile(r"Element '(?:\{[^}]*\})?(\w+)'")
_WAARDE = re.compile(r"[Tt]he value '([^']*)'|: '([^']*)' is not a valid value")


@dataclass(frozen=True, slots=True)
class Schemafout:
    """One thing that is not as the standard wants it: a Dutch sentence, and what the checker said itself."""

    zin: str
    techniek: str


def keur(bron: BinaryIO, versie: Versie) -> tuple[Schemafout, ...]:
    """The faults of the file against the XSD of `versie`, at most 25; none means that the file is valid.

    The XSD is the one that the package sepaxml ships. No network, no entities; a DTD is a fault.
    """
    toehoorder = _Toehoorder()
    parser = etree.XMLParser(target=toehoorder, schema=_schema(versie), resolve_entities=False, no_network=True)
    toehoorder.parser = parser
    try:
        while stuk := bron.read(STUK):
            parser.feed(stuk)
        parser.close()
    except _Genoeg:
        toehoorder.noteer()
    except etree.XMLSyntaxError as fout:
        toehoorder.fouten.insert(0, Schemafout("Het bestand is geen volledige, geldige XML.", str(fout)))
    else:
        toehoorder.noteer()
    return tuple(dict.fromkeys(toehoorder.fouten))[:MEESTE_FOUTEN]


@lru_cache(maxsize=len(Versie))
def _schema(versie: Versie) -> etree.XMLSchema:
    with as_file(files("sepaxml") / "schemas" / f"{versie.naam}.xsd") as pad:
        return etree.XMLSchema(etree.parse(pad))


class _Genoeg(Exception):
    """Reading further tells nothing new."""


class _Toehoorder:
    """Hears the file go by, to say at which payment a fault stood."""

    def __init__(self) -> None:
        self.parser: etree.XMLParser | None = None
        self.fouten: list[Schemafout] = []
        self._gezien = 0
        self._tekst = ""
        self._referentie = ""

    def start(self, naam: str, kenmerken: object) -> None:
        self._tekst = ""

    def data(self, tekst: str) -> None:
        self._tekst += tekst

    def end(self, naam: str) -> None:
        if naam.endswith("}EndToEndId"):
            self._referentie = self._tekst
        elif naam.endswith("}CdtTrfTxInf"):
            self.noteer(f"Betaling {self._referentie}: ")

    def doctype(self, naam: str, publiek: str | None, systeem: str | None) -> None:
        self.fouten.append(
            Schemafout("Het bestand begint met een DTD. Dat hoort niet in een betaalbestand.", "DOCTYPE")
        )
        raise _Genoeg

    def close(self) -> None:
        return None

    def noteer(self, waar: str = "") -> None:
        """Take over what the checker found since the last time; stop when there is more than anybody reads."""
        logboek = self.parser.feed_error_log if self.parser is not None else ()
        for melding in logboek[self._gezien :]:
            self.fouten.append(Schemafout(waar + _zin(melding.type_name, melding.message), melding.message))
        self._gezien = len(logboek)
        if len(self.fouten) > MEESTE_FOUTEN and waar:
            raise _Genoeg


def _zin(soort: str, melding: str) -> str:
    onderdeel = (_ONDERDEEL.search(melding) or ["", "?"])[1]
    if soort == "SCHEMAV_CVC_ELT_1":
        return "Dit is geen bestand van de versie die met de bank is afgesproken."
    if soort == "SCHEMAV_ELEMENT_CONTENT":
        if "Missing child" in melding:
            return f"In het onderdeel {onderdeel} ontbreekt iets dat verplicht is."
        return f"Het onderdeel {onderdeel} staat op een plaats waar het niet hoort."
    if waarde := _WAARDE.search(melding):
        return f"In het onderdeel {onderdeel} staat '{waarde[1] or waarde[2] or ''}'; dat past daar niet."
    return f"Het onderdeel {onderdeel} voldoet niet aan de norm."
