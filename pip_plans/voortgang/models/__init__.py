"""The tables of the progress."""

from .beginstand import Beginstand
from .niveau import Niveaumeting
from .rapport import Deelnemernummer, Rapport, Rapportregel
from .weekstaat import Weekstaat

__all__ = ["Beginstand", "Deelnemernummer", "Niveaumeting", "Rapport", "Rapportregel", "Weekstaat"]
