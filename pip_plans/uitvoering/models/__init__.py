"""The tables of the execution."""

from .aanbieder import Aanbieder, Contract
from .plaatsing import Plaatsing

__all__ = ["Aanbieder", "Contract", "Plaatsing"]
