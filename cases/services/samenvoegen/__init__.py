"""Two records of one person become one, without losing a fact.

vinden (who may be the same, and where an old number leads) → vergelijken (side by side, nothing stored) → uitvoeren,
which lets verplaatsen do the one thing that append-only tables otherwise refuse.
"""

from .uitvoeren import SamenvoegFout, voeg_samen
from .vergelijken import Keuzes, Vergelijking, vergelijk
from .verplaatsen import naam_van, wissel
from .vinden import inhoud_van, kandidaten, mag_samenvoegen, opvolger, samengevoegde

__all__ = [
    "Keuzes",
    "SamenvoegFout",
    "Vergelijking",
    "inhoud_van",
    "kandidaten",
    "mag_samenvoegen",
    "naam_van",
    "opvolger",
    "samengevoegde",
    "vergelijk",
    "voeg_samen",
    "wissel",
]
