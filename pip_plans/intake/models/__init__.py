"""All models of the brede intake, one subject per module."""

from .gesprek import Aanwezige, Intakegesprek
from .intake import BredeIntake
from .leefgebied import Leefgebied
from .ontheffing import Toetsontheffing
from .oproep import Oproep
from .taalstart import Taalstart
from .toets import Leerbaarheidstoets, Toetsresultaat
from .verwijzing import Aandachtspunt, Doorverwijzing, Subdoel
from .voorziening import Voorziening

__all__ = [
    "Aandachtspunt",
    "Aanwezige",
    "BredeIntake",
    "Doorverwijzing",
    "Intakegesprek",
    "Leefgebied",
    "Leerbaarheidstoets",
    "Oproep",
    "Subdoel",
    "Taalstart",
    "Toetsontheffing",
    "Toetsresultaat",
    "Voorziening",
]
