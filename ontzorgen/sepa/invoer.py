"""Read an ISO 20022 message from outside piece by piece; trust nothing in it.

No DTD, so no entities of any kind; a limit on size and depth; only the message that was asked for. Pieces are let go
once they are read, so that memory does not grow with the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ontzorgen.maanden import EERSTE_JAAR, LAATSTE_JAAR

MEESTE_BYTES = 100 * 1024 * 1024
MEESTE_DIEPTE = 40
_WORTEL = re.compile(r"\{urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3})\.(\d{3}\.\d{2})\}Document")
_BEDRAG = re.compile(r"\d{1,13}(\.\d{1,5})?", re.ASCII)


class Berichtfout(ValueError):
    """A message that cannot be used. Every kind has its own class and a Dutch message."""


class GeenXML(Berichtfout):
    """Not XML, or cut off."""


class Gevaarlijk(Berichtfout):
    """A DTD, an entity, or nesting without end."""


class TeGroot(Berichtfout):
    """More bytes than any bank sends."""


class VerkeerdeSoort(Berichtfout):
    """Another message than the one that is read here."""


class Onvolledig(Berichtfout):
    """A part is missing or cannot be understood."""


class AnderBericht(Berichtfout):
    """An answer to another file than the one it is read for."""


def stukken(
    bron: BinaryIO, soorten: Collection[str], paden: Collection[str], *, meeste_bytes: int = MEESTE_BYTES
) -> Iterator[tuple[str, Element]]:
    """Each element at one of `paden` (names below Document, joined by '/') as soon as it is complete.

    Before them comes ('', element) with the kind of message as its tag and its version as attribute `versie`. Names
    have lost their namespace. An element is forgotten when the next is asked for. Raises a Berichtfout.
    """
    pad: list[Element] = []
    namen: list[str] = []
    for moment, element in _momenten(bron, meeste_bytes):
        if moment == "start":
            if not pad:
                yield "", _soort(element.tag, soorten)
            pad.append(element)
            namen.append(element.tag.rpartition("}")[2])
            if len(pad) > MEESTE_DIEPTE:
                raise Gevaarlijk("Het bestand is dieper genest dan een bank het maakt. Het is niet gelezen.")
            continue
        waar = "/".join(namen[1:])
        element.tag = namen.pop()
        pad.pop()
        if waar in paden:
            yield waar, element
            pad[-1].remove(element)


def _momenten(bron: BinaryIO, meeste_bytes: int) -> Iterator[tuple[str, Element]]:
    """The start and the end of every element; what the parser dislikes as a Berichtfout."""
    try:
        yield from iterparse(_Begrensd(bron, meeste_bytes), events=("start", "end"), forbid_dtd=True)
    except DefusedXmlException as fout:
        raise Gevaarlijk("In het bestand staat een DTD of een entiteit. Zo'n bestand wordt niet gelezen.") from fout
    except (ParseError, LookupError, UnicodeError) as fout:
        raise GeenXML("Dit is geen (volledig) XML-bestand. Haal het opnieuw op bij de bank.") from fout


def tekst(element: Element, pad: str) -> str:
    """The text at `pad` below `element`, without white space around it; '' when it is not there."""
    return (element.findtext(pad) or "").strip()


def verplicht(element: Element, pad: str) -> str:
    """As `tekst`, but raises Onvolledig when there is nothing."""
    if gevonden := tekst(element, pad):
        return gevonden
    raise Onvolledig(f"In het bestand ontbreekt {pad} in {element.tag}.")


def cents(waarde: str) -> int:
    """A decimal amount as whole cents; raises Onvolledig for anything else, also for parts of a cent."""
    bedrag = Decimal(waarde) * 100 if _BEDRAG.fullmatch(waarde) else Decimal("0.5")
    if bedrag != bedrag.to_integral_value():
        raise Onvolledig(f"'{waarde}' is geen bedrag in hele centen.")
    return int(bedrag)


def euro_cents(element: Element, pad: str) -> int:
    """The amount at `pad` in whole cents; raises Onvolledig when it is missing or not in euro."""
    waarde = verplicht(element, pad)
    munt = element.find(pad)
    if munt is None or munt.get("Ccy") != "EUR":
        raise Onvolledig(f"Het bedrag {waarde} is niet in euro.")
    return cents(waarde)


def heel_getal(waarde: str) -> int:
    """A count; raises Onvolledig for anything else."""
    if not re.fullmatch(r"\d{1,15}", waarde, re.ASCII):
        raise Onvolledig(f"'{waarde}' is geen aantal.")
    return int(waarde)


def dag(waarde: str) -> date:
    """The day of a date, with or without a time or zone behind it; raises Onvolledig when there is none we can mean."""
    try:
        gelezen = date.fromisoformat(waarde[:10])
    except ValueError as fout:
        raise Onvolledig(f"'{waarde}' is geen datum.") from fout
    if not EERSTE_JAAR <= gelezen.year <= LAATSTE_JAAR:
        raise Onvolledig(f"Het jaar van '{waarde}' ligt niet tussen {EERSTE_JAAR} en {LAATSTE_JAAR}.")
    return gelezen


def _soort(wortel: str, soorten: Collection[str]) -> Element:
    gevonden = _WORTEL.fullmatch(wortel)
    if gevonden is None:
        raise VerkeerdeSoort("Dit is geen bericht van een bank (ISO 20022).")
    if gevonden[1] not in soorten:
        raise VerkeerdeSoort(f"Dit is een bericht van de soort {gevonden[1]}; verwacht was {' of '.join(soorten)}.")
    return Element(gevonden[1], {"versie": gevonden[2]})


class _Begrensd:
    """Hands on bytes and stops when there are too many."""

    def __init__(self, bron: BinaryIO, meeste: int) -> None:
        self._bron = bron
        self._over = meeste

    def read(self, aantal: int = -1) -> bytes:
        stuk = self._bron.read(min(aantal, self._over + 1) if aantal >= 0 else self._over + 1)
        self._over -= len(stuk)
        if self._over < 0:
            raise TeGroot("Het bestand is groter dan een bank het maakt. Het is niet gelezen.")
        return stuk
