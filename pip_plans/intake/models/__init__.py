"""All models of the brede intake, one subject per module."""

from .gesprek import Aanwezige, Intakegesprek
from .intake import BredeIntake, Taalstart
from .leefgebied import Leefgebied
from .oproep import Oproep
from .toets import Leerbaarheidstoets

__all__ = [
    "Aanwezige",
    "BredeIntake",
    "Intakegesprek",
    "Leefgebied",
    "Leerbaarheidstoets",
    "Oproep",
    "Taalstart",
]
