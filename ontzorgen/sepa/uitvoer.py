"""XML that goes out as it is made: elements from nested tuples, with the size and the sha256 of what went out."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import BinaryIO, TypeAlias
from xml.sax.saxutils import XMLGenerator

Knoop: TypeAlias = tuple[str, "str | Sequence[Knoop]"]
_ATTRIBUTEN: Mapping[str, Mapping[str, str]] = {"InstdAmt": {"Ccy": "EUR"}}


class Uitvoer:
    """One XML document on its way to a binary stream."""

    def __init__(self, uit: BinaryIO) -> None:
        self.teller = _Teller(uit)
        self._buffer = io.BufferedWriter(self.teller)  # type: ignore[type-var]  # a RawIOBase that only writes
        self._sax = XMLGenerator(self._buffer, "UTF-8")

    @contextmanager
    def document(self, naamruimte: str) -> Iterator[None]:
        """The declaration and the root element; after the block nothing is left to be written."""
        try:
            self._sax.startDocument()
            self._sax.startElement("Document", {"xmlns": naamruimte})  # type: ignore[arg-type]  # a mapping serves
            yield
            self._sax.endElement("Document")
            self._sax.endDocument()
        finally:
            self._buffer.flush()

    @contextmanager
    def element(self, naam: str) -> Iterator[None]:
        self._sax.startElement(naam, {})  # type: ignore[arg-type]  # a mapping serves
        yield
        self._sax.endElement(naam)

    def knopen(self, knopen: Sequence[Knoop]) -> None:
        for naam, inhoud in knopen:
            self._sax.startElement(naam, _ATTRIBUTEN.get(naam, {}))  # type: ignore[arg-type]  # a mapping serves
            if isinstance(inhoud, str):
                self._sax.characters(inhoud)
            else:
                self.knopen(inhoud)
            self._sax.endElement(naam)


class _Teller(io.RawIOBase):
    """Passes bytes on, counts them and hashes them."""

    def __init__(self, uit: BinaryIO) -> None:
        self._uit = uit
        self.grootte = 0
        self.hash = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, stuk: bytes) -> int:  # type: ignore[override]  # bytes-like, as BufferedWriter hands it over
        self._uit.write(stuk)
        self.hash.update(stuk)
        self.grootte += len(stuk)
        return len(stuk)
