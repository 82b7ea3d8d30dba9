"""What the intakeverslag says: the content of template 'intake_verslag/v1' (Bi 5.2: a written record is compulsory)."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Geadresseerde, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class VerslagGesprek:
    """One talk; `erbij` names who else was there, with the capacity: 'Rania (partner)'."""

    datum: str
    waar: str
    over: str
    met: str
    tolk: str
    individueel: bool
    erbij: tuple[str, ...]
    verslag: str


@dataclass(frozen=True, kw_only=True)
class VerslagVerwijzing:
    """A doorverwijzing; `stand` is finished Dutch: 'geaccepteerd', with what came of it."""

    datum: str
    naar: str
    waarvoor: str
    stand: str


@dataclass(frozen=True, kw_only=True)
class VerslagGebied:
    """One leefgebied: answers as (label, words), texts, and who was referred to."""

    label: str
    antwoorden: tuple[tuple[str, str], ...]
    situatie: str
    mogelijkheden: str
    belemmeringen: str
    verwijzingen: tuple[VerslagVerwijzing, ...]


@dataclass(frozen=True, kw_only=True)
class VerslagInhoud(Inhoud):
    """The report of a brede intake as it stands on `kenmerk.datum`.

    `afgerond_op` is '' while the intake is open; `verstek` says that it was completed without the person, after the
    oproepen in `gemist`: the day, and what happened. `met_gezondheid` tells which of the two copies this is.
    `aandachtspunten` and `subdoelen` are pairs of label and note.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    gestart_op: str
    afgerond_op: str
    verstek: bool
    met_gezondheid: bool
    advies: bool  # under the act of 2013 an advice follows, and no PIP
    gewezen_op: str
    gewezen_hoe: str
    individueel: str
    gesprekken: tuple[VerslagGesprek, ...]
    gemist: tuple[tuple[str, str], ...]
    toets: str
    taalstart: str
    gebieden: tuple[VerslagGebied, ...]
    aandachtspunten: tuple[tuple[str, str], ...]
    subdoelen: tuple[tuple[str, str], ...]
    zienswijze: str
