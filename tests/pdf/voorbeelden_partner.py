"""The sheet for a partner about two invented people."""

from __future__ import annotations

from cases.inhoud import PartnerbladDossier, PartnerbladInhoud, PartnerbladRegel


def voorbeeld_partnerblad() -> PartnerbladInhoud:
    selam = {
        "Dossiernummer": "D-2026-0012",
        "Geboortedatum": "07-04-1992",
        "Taal": "Tigrinya, tolk nodig",
        "Telefoon": "06 12345678",
        "Ontzorgen": "9 september 2026 tot en met 8 maart 2027",
        "Nog niet overgenomen betalingen": "huur, water",
    }
    omar = {"Dossiernummer": "D-2026-0013", "Taal": "Arabisch, geen tolk nodig"}
    return PartnerbladInhoud(
        gemeente="Diemen",
        datum="2026-11-25",
        partner="VluchtelingenWerk",
        doel="casusoverleg van 25-11-2026",
        grond="artikel 13 en artikel 35 lid 3 Wet inburgering 2021 en de overeenkomst met deze partner",
        medewerker="Sanne Visser",
        telefoon="020 314 48 21",
        dossiers=(
            _persoon("Selam Tesfay", "Kan zij straks zelf de huur betalen?", selam),
            _persoon("Omar Haddad", "", omar),
        ),
    )


def _persoon(naam: str, vraag: str, regels: dict[str, str]) -> PartnerbladDossier:
    rijen = tuple(PartnerbladRegel(naam=label, waarde=waarde) for label, waarde in regels.items())
    return PartnerbladDossier(naam=naam, vraag=vraag, regels=rijen)
