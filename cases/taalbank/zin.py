"""One phrase in one language, and its parts with the values filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

PLEK = re.compile(r"\{([a-z_]+)\}")


class Vertaalstatus(StrEnum):
    ORIGINEEL = "origineel"  # Dutch, also when it stands in for a missing translation
    VERTAALD = "vertaald"
    NAGEKEKEN = "nagekeken"


@dataclass(frozen=True, slots=True)
class Deel:
    """A piece of text in the language of the phrase, or a filled-in value: name, date, number (`waarde`)."""

    tekst: str
    waarde: bool = False


@dataclass(frozen=True, slots=True)
class Zin:
    """`taal` is the language that the text really is in: a missing translation comes back as Dutch."""

    tekst: str
    taal: str
    status: Vertaalstatus
    nagekeken_door: str = ""
    richting: str = "ltr"
    nagekeken_op: date | None = None

    @property
    def met_merk(self) -> bool:
        """Whether paper must show that nobody checked this translation."""
        return self.status == Vertaalstatus.VERTAALD

    def delen(self, **waarden: object) -> tuple[Deel, ...]:
        """Text and values apart, so that paper sets a value in its own direction. KeyError for a missing one."""
        stukken = PLEK.split(self.tekst)
        paren = (Deel(str(waarden[stuk]), True) if nummer % 2 else Deel(stuk) for nummer, stuk in enumerate(stukken))
        return tuple(deel for deel in paren if deel.tekst)

    def met(self, **waarden: object) -> str:
        """The sentence with its values filled in, for plain text. Raises KeyError for a missing one."""
        return "".join(deel.tekst for deel in self.delen(**waarden))
