"""The phrase bank: short sentences for letters, in Dutch and in the languages of inburgeraars."""

from .bank import codes, geleverd, plekken, zin, zinnen
from .talen import NEDERLANDS, TALEN, VERTALINGEN, Taal, taal_van, zonder_vertaling
from .zin import Deel, Vertaalstatus, Zin

__all__ = [
    "NEDERLANDS",
    "TALEN",
    "VERTALINGEN",
    "Deel",
    "Taal",
    "Vertaalstatus",
    "Zin",
    "codes",
    "geleverd",
    "plekken",
    "taal_van",
    "zin",
    "zinnen",
    "zonder_vertaling",
]
