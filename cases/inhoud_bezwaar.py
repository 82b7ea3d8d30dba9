"""What the letters of a bezwaar say: one content per template 'bezwaar_…/v1'."""

from __future__ import annotations

from dataclasses import dataclass

from .inhoud import Afzender, Bezwaar, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class Zaak:
    """Which bezwaar against which decision; dates are ISO."""

    nummer: str
    besluit: str
    besluit_naam: str  # 'PIP-beschikking'
    besluit_datum: str
    ontvangen_op: str
    ook_tegen: tuple[str, ...] = ()  # later decisions that the bezwaar covers (Awb 6:19)
    namens: str = ""  # the person, when the letter goes to the gemachtigde


@dataclass(frozen=True, kw_only=True)
class BezwaarInhoud(Inhoud):
    """The part that all these letters share."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    zaak: Zaak
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class OntvangstInhoud(BezwaarInhoud):
    """Awb 6:14: received, by when is decided, and what happens next."""

    op_tijd: bool
    laatste_dag_bezwaar: str
    beslis_uiterlijk: str
    commissie: bool


@dataclass(frozen=True, kw_only=True)
class VerzuimInhoud(BezwaarInhoud):
    """Awb 6:6: what is missing and until when it can be added."""

    ontbreekt: tuple[str, ...]
    tot: str


@dataclass(frozen=True, kw_only=True)
class VerdagingInhoud(BezwaarInhoud):
    """Awb 7:10 lid 3: how much later, and why."""

    weken: int
    reden: str
    beslis_uiterlijk: str


@dataclass(frozen=True, kw_only=True)
class UitstelInhoud(BezwaarInhoud):
    """Awb 7:10 lid 4 and 5: until when, on which ground, and why."""

    grond: str  # code of Uitstelgrond
    reden: str
    beslis_uiterlijk: str


@dataclass(frozen=True, kw_only=True)
class IngebrekestellingInhoud(BezwaarInhoud):
    """Awb 4:17: when it came, where that stands on the day of the letter, and from when to when a dwangsom counts."""

    ontvangen_op: str
    stand: str  # code of Ingebrekestand
    beslis_uiterlijk: str
    eerste_dag: str
    laatste_dag: str


@dataclass(frozen=True, kw_only=True)
class DwangsomInhoud(BezwaarInhoud):
    """Awb 4:18: whether money is owed and how much; days and cents are counted, never typed."""

    bezwaar: Bezwaar
    ingebreke_op: str
    beslis_uiterlijk: str
    eerste_dag: str  # first day that counts, and the last one
    tot: str
    dagen: int
    centen: int
    beslist_op: str  # the day on which the decision was made known, '' when there is none yet
    uitzondering: str  # code of GeenDwangsom, '' when money is owed
    toelichting: str

    def __post_init__(self) -> None:
        if bool(self.uitzondering) == bool(self.centen):
            raise ValueError("Er is een dwangsom, of er staat waarom niet (art. 4:17 lid 6 Awb).")


@dataclass(frozen=True, kw_only=True)
class HoorzittingInhoud(BezwaarInhoud):
    """Awb 7:2 to 7:6: when and where, until when papers can be sent, and from when they can be read."""

    in_plaats_van: str  # ISO date of the hearing that was moved, '' for a first one
    datum: str
    tijd: str
    duur: str
    plaats: str
    tolk: str  # 'Er is een tolk Tigrinya bij.' or ''
    stukken_tot: str
    inzage_vanaf: str


@dataclass(frozen=True, kw_only=True)
class AfzeggingInhoud(BezwaarInhoud):
    """A hearing that the gemeente cancels: which one; the right to be heard stays (Awb 7:2)."""

    datum: str
    tijd: str


@dataclass(frozen=True, kw_only=True)
class BeslissingInhoud(BezwaarInhoud):
    """Awb 7:11, 7:12 and 3:45: the outcome with its reasons, and the way to the rechtbank."""

    uitkomst: str  # code of Bezwaaruitkomst
    grond: str  # code of NietOntvankelijk, '' for another outcome
    herroept: str  # the numbers of the decisions that end, '' when they stay
    vervanging: tuple[str, ...]  # what comes in its place, as paragraphs
    motivering: tuple[str, ...]
    op_tijd: str  # sentence about being in time
    verschoonbaar: str  # sentence about being late, '' when in time
    gehoord_op: str  # ISO date, '' when not heard
    verslag: tuple[str, ...]  # the report of the hearing, printed behind the letter (Awb 7:7)
    niet_gehoord: str  # why not, '' when heard
    kosten: str
    rechtbank: str
    herleeft: str = ""  # the number of the decision that stands again
    herleeft_datum: str = ""

    def __post_init__(self) -> None:
        if bool(self.gehoord_op) == bool(self.niet_gehoord):
            raise ValueError("Iemand is gehoord, of er staat waarom niet (art. 7:2 en 7:3 Awb).")
        if not self.motivering:
            raise ValueError("Een beslissing op bezwaar heeft een motivering (art. 7:12 Awb).")
        if bool(self.grond) != (self.uitkomst == "niet_ontvankelijk"):
            raise ValueError("Een bezwaar is niet-ontvankelijk op een grond van de wet (art. 6:6, 6:11 of 8:1 Awb).")
        if self.vervanging and not self.herroept:
            raise ValueError("Alleen voor een herroepen besluit komt iets in de plaats (art. 7:11 lid 2 Awb).")
        if self.herleeft and (self.vervanging or not self.herroept):
            raise ValueError("Een eerder besluit geldt alleen weer als er niets in de plaats komt (art. 7:11 Awb).")
        if self.herroept and self.uitkomst not in ("gegrond", "deels_gegrond"):
            raise ValueError("Alleen bij een gegrond bezwaar wordt het besluit herroepen (art. 7:11 Awb).")


@dataclass(frozen=True, kw_only=True)
class IntrekkingInhoud(BezwaarInhoud):
    """Awb 6:21: withdrawn, on which day."""

    ingetrokken_op: str
