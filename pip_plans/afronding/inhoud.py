"""What the papers at the end of the way say."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Geadresseerde, Hulp, Inhoud, Kenmerk, Ondertekening


@dataclass(frozen=True, kw_only=True)
class Klaar:
    """One part that is done: 'MAP (arbeidsmarkt en participatie)', '2026-05-04'."""

    naam: str
    datum: str


@dataclass(frozen=True, kw_only=True)
class CertificaatInhoud(Inhoud):
    """The Z-route is done, template 'certificaat/v1'. Hours of participation are 0 for who had none to do."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    naam: str
    geboortedatum: str
    taaluren: int
    participatie_uren: int
    delen: tuple[Klaar, ...]


@dataclass(frozen=True, kw_only=True)
class ZEindgesprekInhoud(Inhoud):
    """The hours of the Z-route are done, template 'z_eindgesprek/v1'; `open` names the parts that are still asked."""

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    naam: str
    datum: str
    taaluren: int
    norm_taal: int
    participatie_uren: int
    norm_participatie: int
    open: tuple[str, ...]
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class AfsluitingInhoud(Inhoud):
    """We close the dossier, template 'afsluiting/v1'.

    `einde` is 'voldaan', 'ontheffing', 'vrijstelling', 'niet_plichtig', 'vertrek', 'overleden' or '' (ended by DUO,
    without the reason); `bewaren_tot` is '' when it is not known yet.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    ondertekening: Ondertekening
    einde: str
    datum: str
    bewaren_tot: str
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class Bladregel:
    """'Leerroute' – 'B1-route'."""

    naam: str
    waarde: str


@dataclass(frozen=True, kw_only=True)
class Bladdeel:
    kop: str
    regels: tuple[Bladregel, ...]


@dataclass(frozen=True, kw_only=True)
class OverdrachtInhoud(Inhoud):
    """What the law lets go to the next gemeente, template 'overdrachtsblad/v1'. No health, no notes, no letters."""

    gemeente: str
    datum: str
    naar: str
    naam: str
    medewerker: str
    telefoon: str
    delen: tuple[Bladdeel, ...]
