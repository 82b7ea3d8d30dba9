"""What a letter says, as values that are frozen at the decision and printed from then on.

Every letter is a frozen dataclass of plain values; dates are ISO strings, texts are finished
Dutch. `als_json` gives what is stored with the Beschikking and handed to `cases.pdf.maak_pdf`.
A field without default is needed for a complete letter; an empty string or tuple means that the
part does not apply and the template leaves it out.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, cast


class Inhoud:
    """Base of every letter content; the subclasses are frozen dataclasses."""

    def als_json(self) -> dict[str, Any]:
        """Plain JSON values: tuples become lists, exactly as PostgreSQL gives them back."""
        return cast(dict[str, Any], json.loads(json.dumps(asdict(cast(Any, self)))))


@dataclass(frozen=True, kw_only=True)
class Afzender:
    """Letterhead: who writes and how to reach him."""

    gemeente: str  # 'Diemen'
    afdeling: str  # 'Team Sociale Zaken'
    bezoekadres: str
    postadres: str  # 'Postbus 191'
    postcode_plaats: str  # '1110 AD Diemen'
    telefoon: str
    email: str
    website: str


@dataclass(frozen=True, kw_only=True)
class Geadresseerde:
    """The person as he stands behind the window of the envelope."""

    naam: str  # 'Mevrouw S. Tesfay'
    adresregels: tuple[str, ...]  # at most four
    aanhef: str  # 'Beste mevrouw Tesfay'


@dataclass(frozen=True, kw_only=True)
class Kenmerk:
    """Reference block; `datum` is the dagtekening and the date inside the PDF."""

    datum: str
    nummer: str
    onderwerp: str
    behandeld_door: str
    telefoon: str
    bijlagen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ondertekening:
    """Who signs for the college (Awb 10:10)."""

    naam: str
    functie: str


@dataclass(frozen=True, kw_only=True)
class Hulp:
    """Where somebody gets free help: 'Het Juridisch Loket', '0800 8020'."""

    naam: str
    contact: str


@dataclass(frozen=True, kw_only=True)
class Bezwaar:
    """Where an objection goes (Awb 3:45); the term itself is six weeks from the bekendmaking."""

    postadres: str
    postcode_plaats: str
    online: str  # web address with DigiD, or '' when there is none
    rechtbank: str  # 'rechtbank Amsterdam, Postbus 75850, 1070 AW Amsterdam'
    hulp: tuple[Hulp, ...]


@dataclass(frozen=True, kw_only=True)
class DagstaatRegel:
    """One person to see; `tijd` as '10:30'."""

    tijd: str
    naam: str
    dossiernummer: str
    taal: str
    tolk: str  # 'besteld en bevestigd', 'niet nodig'
    doen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DagstaatInhoud(Inhoud):
    """Day sheet for a visit to an AZC, template 'dagstaat/v1'."""

    gemeente: str
    datum: str
    locatie: str
    adres: str
    contact: str  # reception or contact person of the location, '' when unknown
    medewerker: str
    regels: tuple[DagstaatRegel, ...]


@dataclass(frozen=True, kw_only=True)
class PartnerbladRegel:
    """One line of the closed list (`cases.deelgegevens`)."""

    naam: str
    waarde: str


@dataclass(frozen=True, kw_only=True)
class PartnerbladDossier:
    """One person on the sheet; `vraag` is '' outside a casusoverleg."""

    naam: str
    vraag: str
    regels: tuple[PartnerbladRegel, ...]


@dataclass(frozen=True, kw_only=True)
class PartnerbladInhoud(Inhoud):
    """What a partner is told of one or more dossiers, template 'partnerblad/v1'. Nothing beyond the closed list."""

    gemeente: str
    datum: str
    partner: str
    doel: str
    grond: str
    medewerker: str
    telefoon: str
    dossiers: tuple[PartnerbladDossier, ...]


@dataclass(frozen=True, kw_only=True)
class TermijnFeit:
    """One fact behind a term; `eerder` says what it corrected, '' when it was right at once."""

    naam: str
    datum: str
    gegevens: str
    vastgelegd: str  # 'Sanne de Wit, 10-09-2026 om 14:03, bron: handmatig'
    toelichting: str
    eerder: str


@dataclass(frozen=True, kw_only=True)
class TermijnEerder:
    """An earlier value of the same term and why it changed."""

    planning: str
    laatste_dag: str
    berekend: str
    waarom: str


@dataclass(frozen=True, kw_only=True)
class TermijnInhoud(Inhoud):
    """How the date of one term came about, as annex for a file, template 'termijnuitleg/v1'."""

    gemeente: str
    datum: str
    dossiernummer: str
    naam: str  # of the inburgeraar
    termijn: str
    aanleiding: str
    stand: str
    start: str
    planning: str
    laatste_dag: str
    regel: str
    versie: str
    grondslag: str
    berekend: str
    stappen: tuple[str, ...]
    feiten: tuple[TermijnFeit, ...]
    eerder: tuple[TermijnEerder, ...]
    medewerker: str
