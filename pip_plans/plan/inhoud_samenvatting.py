"""What the one-page summary of a PIP says: the content of template 'pip_samenvatting/v1', in one language."""

from __future__ import annotations

from dataclasses import dataclass

from cases.briefinhoud import VertaaldeZin
from cases.inhoud import Afzender, Inhoud, Kenmerk


@dataclass(frozen=True, kw_only=True)
class Dag:
    """A date that must not be missed; `datum` is an ISO date, `groot` for the one that matters most."""

    kop: VertaaldeZin
    datum: str
    groot: bool = False


@dataclass(frozen=True, kw_only=True)
class Blok:
    """A heading with its phrases beside a pictogram: static/pictogrammen/<teken>.svg."""

    teken: str
    kop: VertaaldeZin
    regels: tuple[VertaaldeZin, ...]


@dataclass(frozen=True, kw_only=True)
class SamenvattingInhoud(Inhoud):
    """The summary in one language. Number and version are those of the PIP that it goes with."""

    afzender: Afzender
    kenmerk: Kenmerk
    versie: int
    naam: str
    taal: str
    richting: str
    strook: tuple[VertaaldeZin, ...]  # gemeente, and version
    titel: VertaaldeZin
    uitleg: VertaaldeZin
    vol: bool  # so much to say that it needs smaller letters to stay on one page
    dagen: tuple[Dag, ...]
    blokken: tuple[Blok, ...]
    geen_vertaling: str  # says in Dutch that there is no page in the language of the inburgeraar; '' otherwise
    voetnoten: tuple[VertaaldeZin, ...]  # what holds for translations, in both languages; empty in Dutch
    merknoten: tuple[VertaaldeZin, ...]  # what the mark means, in both languages; empty without a mark
