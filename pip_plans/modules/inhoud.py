"""What the papers of the PVT and the MAP say. Dates are ISO, hours are written as people do ('2,5')."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class Bijeenkomstregel:
    """One day of the group."""

    datum: str
    tijd: str  # '9:30'
    uren: str
    excursie: bool


@dataclass(frozen=True, kw_only=True)
class PvtUitnodigingInhoud(Inhoud):
    """When and where the group meets, template 'pvt_uitnodiging/v1'."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    bij: str
    plaats: str
    lestaal: str
    norm: int
    bijeenkomsten: tuple[Bijeenkomstregel, ...]
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class PvtVerklaringInhoud(Inhoud):
    """The invitation to sign and the declaration itself, template 'pvt_verklaring/v1'."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    naam: str
    geboortedatum: str
    datum: str
    tijd: str
    plaats: str
    namens: str
    verklaring: tuple[str, ...]
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class MapEindgesprekInhoud(Inhoud):
    """How the talk went, template 'map_eindgesprek/v1'; `resultaat` is a code of Mapresultaat."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    naam: str
    datum: str
    met: str
    resultaat: str
    uren: str
    norm: int
    themas: tuple[str, ...]
    verslag: tuple[str, ...]
    vervolg: tuple[str, ...]
    hulp: tuple[Hulp, ...]
