"""What goes into a bank file, as frozen values: one payer, blocks of one execution date, payments.

Amounts are whole cents. A block says beforehand how many payments it has and what they add up to.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ontzorgen.kenmerk import Kenmerk


class Versie(StrEnum):
    """The version of pain.001 that was agreed with the bank."""

    V03 = "001.001.03"
    V09 = "001.001.09"

    @property
    def naam(self) -> str:
        """The name of the message: 'pain.001.001.09'."""
        return f"pain.{self.value}"


@dataclass(frozen=True, slots=True)
class Betaler:
    """Who pays, and from which account. `bic` is only for a bank that insists on it."""

    naam: str
    iban: str
    bic: str = ""


@dataclass(frozen=True, slots=True)
class Betaalregel:
    """One payment. `referentie` (end-to-end id, at most 35 characters) comes back in every answer of the bank."""

    referentie: str
    cents: int
    naam: str
    iban: str
    kenmerk: Kenmerk
    uitvoerdag: date


@dataclass(frozen=True, slots=True)
class Blok:
    """The payments of one execution date, as the snapshot counted them."""

    uitvoerdag: date
    aantal: int
    cents: int


@dataclass(frozen=True, slots=True)
class Opdracht:
    """The file as a whole; `gemaakt_op` is Dutch clock time, `verzamelboeking` one debit for a whole block."""

    bericht_id: str
    gemaakt_op: datetime
    betaler: Betaler
    blokken: tuple[Blok, ...]
    versie: Versie = Versie.V09
    verzamelboeking: bool = True

    @property
    def aantal(self) -> int:
        return sum(blok.aantal for blok in self.blokken)

    @property
    def cents(self) -> int:
        return sum(blok.cents for blok in self.blokken)

    def blok_id(self, volgnummer: int) -> str:
        """The id of a block (payment information), counted from 1."""
        return f"{self.bericht_id}-{volgnummer}"


@dataclass(frozen=True, slots=True)
class Aanpassing:
    """A text that the bank file says in other characters than our records: which payment, which part, from and to."""

    referentie: str
    onderdeel: str
    was: str
    werd: str


Meld = Callable[[Aanpassing], None]


@dataclass(frozen=True, slots=True)
class Verslag:
    """What was written: to be kept beside the file."""

    aantal: int
    cents: int
    aanpassingen: int
    grootte: int
    sha256: str
