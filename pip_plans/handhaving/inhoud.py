"""What the letters of handhaving say: amounts in whole cents, dates as ISO strings."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Bezwaar, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class Zaakinhoud(Inhoud):
    """What the two letters before a decision carry. `gedraging` is 'intake', 'toets' or 'pip'."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    gedraging: str
    gedrag_op: str
    omschrijving: tuple[str, ...]
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class WaarschuwingInhoud(Zaakinhoud):
    """Template 'handhaving_waarschuwing/v1'; `tot` is the last day to do it yet."""

    tot: str


@dataclass(frozen=True, kw_only=True)
class VoornemenInhoud(Zaakinhoud):
    """Template 'boete_voornemen/v1', which is the boeterapport as well; `gewaarschuwd_op` is '' without a warning."""

    bewijs: tuple[str, ...]
    gewaarschuwd_op: str
    na_waarschuwing: tuple[str, ...]
    tot: str
    hoogste: int


@dataclass(frozen=True, kw_only=True)
class BoeteRegel:
    """One line of the reckoning, with the amount after it."""

    naam: str
    bedrag: int
    uitleg: str


@dataclass(frozen=True, kw_only=True)
class BoeteInhoud(Inhoud):
    """Template 'boete/v1': the decision (5:9 Awb): the conduct, the rule, the amount, and what was said against it."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    bezwaar: Bezwaar
    naam: str
    geboortedatum: str
    gedraging: str
    gedrag_op: str
    omschrijving: tuple[str, ...]
    bewijs: tuple[str, ...]
    gewaarschuwd_op: str
    na_waarschuwing: tuple[str, ...]
    voornemen_op: str
    zienswijze: tuple[str, ...]
    verwijtbaarheid: str
    waarom: tuple[str, ...]
    individueel: tuple[str, ...]
    bedrag: int
    regels: tuple[BoeteRegel, ...]
    nieuwe_termijn_tot: str = ""
