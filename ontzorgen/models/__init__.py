"""Models of ontzorgen, one subject per module."""

from .crediteur import Crediteur, Lastsoort, Rekening
from .eenheid import Eenheidlid, Leefsituatie, Uitkeringseenheid
from .last import Maandpost, VasteLast
from .norm import Bijstandsnorm

__all__ = [
    "Bijstandsnorm",
    "Crediteur",
    "Eenheidlid",
    "Lastsoort",
    "Leefsituatie",
    "Maandpost",
    "Rekening",
    "Uitkeringseenheid",
    "VasteLast",
]
