"""The tables of the progress."""

from .niveau import Niveaumeting
from .rapport import Deelnemernummer, Rapport, Rapportregel
from .weekstaat import Weekstaat

__all__ = ["Deelnemernummer", "Niveaumeting", "Rapport", "Rapportregel", "Weekstaat"]
