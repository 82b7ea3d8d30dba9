"""What the letters say that a consulent writes by hand: welcome, invitation, covering letter."""

from __future__ import annotations

from dataclasses import dataclass

from .enums import Partij
from .inhoud import Afzender, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class Stuk:
    """A piece of a sentence; a filled-in value (name, date) keeps its own direction on paper."""

    tekst: str
    waarde: bool


@dataclass(frozen=True, kw_only=True)
class VertaaldeZin:
    """`taal` and `richting` of what really stands there; `merk`: nobody checked this translation."""

    taal: str
    richting: str
    merk: bool
    stukken: tuple[Stuk, ...]


@dataclass(frozen=True, kw_only=True)
class Vertaling:
    """The main points in the language of the reader, below the letter in Dutch."""

    taal: str
    richting: str
    titel: VertaaldeZin
    zinnen: tuple[VertaaldeZin, ...]
    merk: tuple[VertaaldeZin, ...] = ()  # what the mark means; empty when every sentence was checked


@dataclass(frozen=True, kw_only=True)
class Stap:
    """'Wij praten met u' – 'over uw opleiding en uw werk'."""

    wat: str
    uitleg: str


@dataclass(frozen=True, kw_only=True)
class WelkomInhoud(Inhoud):
    """First letter after the koppeling, template 'welkom/v1'. Texts are paragraphs of the gemeente."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    inleiding: tuple[str, ...]
    stappen: tuple[Stap, ...]
    tolk: tuple[str, ...]
    privacy: tuple[str, ...]
    hulp: tuple[Hulp, ...]
    vertaling: Vertaling | None = None


@dataclass(frozen=True, kw_only=True)
class UitnodigingInhoud(Inhoud):
    """Invitation for a talk, template 'uitnodiging/v1': one copy for one party, with what that party needs.

    `over` is the name of the inburgeraar and stays empty for himself and for the interpreter; `tolk_in` is the
    language for the interpreter. Raises ValueError when the interpreter would read a name.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    partij: str
    gesprek: str  # 'intakegesprek'
    datum: str
    tijd: str
    duur: str
    plaats: str
    over: str = ""
    tolk_in: str = ""
    met_tolk: str = ""  # language of the interpreter at the talk, '' when there is none
    in_azc: bool = False
    inleiding: tuple[str, ...] = ()
    verhinderd: tuple[str, ...] = ()
    hulp: tuple[Hulp, ...] = ()
    vertaling: Vertaling | None = None

    def __post_init__(self) -> None:
        if Partij(self.partij) in (Partij.INBURGERAAR, Partij.TOLK) and self.over:
            raise ValueError("In deze brief hoort geen naam van de inburgeraar.")


@dataclass(frozen=True, kw_only=True)
class BegeleidendInhoud(Inhoud):
    """General covering letter, template 'begeleidend/v1'."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    alineas: tuple[str, ...]
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class VerklaringInhoud(Inhoud):
    """What the college declares to DUO about a late start, template 'verklaring_college/v1'.

    `grond` is 'aanbod' or 'onderwijsroute'. `gedaan` is the day on which it happened after all, '' while it did not.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    naam: str
    geboortedatum: str
    grond: str
    pip: str
    uiterlijk: str
    gedaan: str
    hulp: tuple[Hulp, ...]
