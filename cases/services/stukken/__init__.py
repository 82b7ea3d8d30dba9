"""Papers that come in: judging a file, keeping it, having it scanned, and putting it in the right dossier."""

from .controle import controleer, hervat, wachten_lang
from .keuren import SOORTEN_IN_WOORDEN, StukFout
from .ontvangen import Afgewezen, Bestand, Ontvangst, ontvang
from .plaatsen import MEDISCH, koppel, maak_los, mag_aanwijzen, verwijder, wijs_aan, wijzig

__all__ = [
    "MEDISCH",
    "SOORTEN_IN_WOORDEN",
    "Afgewezen",
    "Bestand",
    "Ontvangst",
    "StukFout",
    "controleer",
    "hervat",
    "koppel",
    "maak_los",
    "mag_aanwijzen",
    "ontvang",
    "verwijder",
    "wachten_lang",
    "wijs_aan",
    "wijzig",
]
