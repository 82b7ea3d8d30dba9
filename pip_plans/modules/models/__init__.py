"""The tables of the modules."""

from .pvt import Pvtaanwezigheid, Pvtbijeenkomst, Pvtdeelname, Pvtgroep
from .traject import Begeleidingsbericht, Eindgesprek, Moduleuren, Verklaring

__all__ = [
    "Begeleidingsbericht",
    "Eindgesprek",
    "Moduleuren",
    "Pvtaanwezigheid",
    "Pvtbijeenkomst",
    "Pvtdeelname",
    "Pvtgroep",
    "Verklaring",
]
