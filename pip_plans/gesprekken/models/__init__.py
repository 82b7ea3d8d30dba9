"""The tables of the voortgangsgesprekken."""

from .gesprek import Gespreksafspraak, Gespreksverslag
from .reeks import Gesprekkenreeks

__all__ = ["Gesprekkenreeks", "Gespreksafspraak", "Gespreksverslag"]
