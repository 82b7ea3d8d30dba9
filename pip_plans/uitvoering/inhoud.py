"""What the letters about a place say: to the inburgeraar, and to the school."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class PlaatsingInhoud(Inhoud):
    """You have a place, template 'plaatsing/v1'. `soort` is a code of Aanbodsoort; `gewijzigd`: it was another."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    soort: str
    wat: str  # 'B1-route'
    bij: str
    adresregels: tuple[str, ...]
    telefoon: str  # of the school, '' when unknown
    start: str
    einde: str
    uren_per_week: int | None
    gewijzigd: bool
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class WachtlijstInhoud(Inhoud):
    """You are on the waiting list, template 'wachtlijst/v1'."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    wat: str
    bij: str
    sinds: str
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class StopInhoud(Inhoud):
    """Your place ends, template 'plaatsing_stopt/v1'; never with the reason of who stopped it.

    `hoe` is 'afgerond', 'gestopt' or 'vergissing': then there never was a place, and `laatste` is ''.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    wat: str
    bij: str
    hoe: str
    laatste: str
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One line for the school: 'Leerroute' – 'B1-route'."""

    naam: str
    waarde: str


@dataclass(frozen=True, kw_only=True)
class AanmeldingInhoud(Inhoud):
    """To the aanbieder, template 'aanmelding/v1'; `stap` is 'aanmelding', 'wijziging' or 'afmelding'.

    `regels` holds only what this kind of aanbieder needs for this step: never a BSN, health, or a reason.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    stap: str
    regels: tuple[Regel, ...]
