"""The two other letters of a plan: the advice for who falls under the act of 2013, and the withdrawal of a PIP."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Bezwaar, Geadresseerde, Inhoud, Kenmerk, Ondertekening

from .inhoud import Afspraak, Begeleiding, Gesprek


@dataclass(frozen=True, kw_only=True)
class AdviesInhoud(Inhoud):
    """Template 'pip_advies/v1': no decision, so no number of one, no bezwaarclausule, no term and no fine."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk  # its number is that of the dossier
    ondertekening: Ondertekening
    naam: str
    geboortedatum: str
    versie: int
    motivering: tuple[str, ...]
    begeleiding: tuple[Begeleiding, ...]
    doel: str = ""
    school: str = ""
    lesuren: int = 0  # per week
    knm: str = ""
    ona: str = ""  # Oriëntatie op de Nederlandse Arbeidsmarkt
    pvt: str = ""
    voortgangsgesprekken: int = 0
    voortgangsgesprekken_uitleg: str = ""
    afspraken: tuple[Afspraak, ...] = ()
    voorschools: tuple[str, ...] = ()
    eerdere_inspanningen: tuple[str, ...] = ()
    gesprekken: tuple[Gesprek, ...] = ()
    zienswijze: str = ""
    vervangt: str = ""  # day of the advice before this one
    reden: str = ""  # why there is another one


@dataclass(frozen=True, kw_only=True)
class IntrekkingInhoud(Inhoud):
    """Template 'pip_intrekking/v1': which decision no longer holds, why, and what can be done about it."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    bezwaar: Bezwaar
    naam: str
    geboortedatum: str
    oud_nummer: str
    oud_datum: str
    soort: str  # Intrekkingsgrond
    grond: str  # the same in words
    motivering: tuple[str, ...]
