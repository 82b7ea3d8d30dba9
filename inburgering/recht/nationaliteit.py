"""Who has no inburgeringsplicht because he is a citizen of a country whose people move freely."""

from __future__ import annotations

import re

# As it is written in the BRP and in lists: the adjective and the country.
VRIJ_VERKEER = (
    ("Belgische", "België"), ("Bulgaarse", "Bulgarije"), ("Cyprische", "Cyprus"), ("Cypriotische", "Cyprus"),
    ("Deense", "Denemarken"), ("Duitse", "Duitsland"), ("Estse", "Estland"), ("Estische", "Estland"),
    ("Estlandse", "Estland"), ("Finse", "Finland"), ("Franse", "Frankrijk"), ("Griekse", "Griekenland"),
    ("Hongaarse", "Hongarije"), ("Ierse", "Ierland"), ("IJslandse", "IJsland"), ("Italiaanse", "Italië"),
    ("Kroatische", "Kroatië"), ("Letse", "Letland"), ("Liechtensteinse", "Liechtenstein"), ("Litouwse", "Litouwen"),
    ("Luxemburgse", "Luxemburg"), ("Maltese", "Malta"), ("Nederlandse", "Nederland"), ("Noorse", "Noorwegen"),
    ("Oostenrijkse", "Oostenrijk"), ("Poolse", "Polen"), ("Portugese", "Portugal"), ("Roemeense", "Roemenië"),
    ("Sloveense", "Slovenië"), ("Slowaakse", "Slowakije"), ("Spaanse", "Spanje"), ("Tsjechische", "Tsjechië"),
    ("Zweedse", "Zweden"), ("Zwitserse", "Zwitserland"),
)  # fmt: skip
_WOORDEN = frozenset(woord.casefold() for paar in VRIJ_VERKEER for woord in (*paar, paar[0].removesuffix("e")))
REDEN = (
    "Een burger van Nederland, de EU, de EER of Zwitserland is niet inburgeringsplichtig (artikel 3 Wet inburgering "
    "2021). Vrijwillig inburgeren kan wel, zonder dossier. Meldde DUO toch een plicht? Vul dan de kennisgeving in."
)
UNIERECHT = (
    "Wie als familielid van een EU-burger hier mag zijn, is niet inburgeringsplichtig (artikel 3 Wet inburgering "
    "2021). Meldde DUO toch een plicht? Vul dan de kennisgeving in."
)


def geen_plicht(nationaliteit: str, *, kennisgeving: bool) -> str:
    """Why somebody of this nationality gets no dossier, in Dutch; '' when nothing stands in the way.

    Grondslag: art. 3 lid 2 Wi 2021. The kennisgeving of DUO establishes the duty (of who has two nationalities, for
    one), so with it the nationality is no reason.
    """
    return REDEN if not kennisgeving and nationaliteit.strip().casefold() in _WOORDEN else ""


def verblijft_op_unierecht(vergunning: str) -> bool:
    """Whether what stands in the place of the permit is a right of the Union itself: 'EU', 'EU-verblijfsdocument'."""
    return re.match(r"eu\b|unierecht", vergunning.strip().casefold()) is not None
