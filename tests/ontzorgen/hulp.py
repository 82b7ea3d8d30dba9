"""Builders for the months of the tests on ontzorgen."""

from datetime import date

from ontzorgen.bijstandsnorm import Maandbedrag, Maandnorm, Normdeel
from ontzorgen.maanden import Periode, laatste_dag

NOVEMBER = date(2026, 11, 1)


def maandnorm(bedrag: int, vakantietoeslag: int = 0, maand: date = NOVEMBER) -> Maandnorm:
    """A whole month of one norm, without looking it up."""
    dagen = laatste_dag(maand).day
    geheel = Maandbedrag(bedrag, vakantietoeslag, "norm uit de test.")
    deel = Normdeel(Periode(maand, laatste_dag(maand)), dagen, dagen, geheel, bedrag, vakantietoeslag)
    return Maandnorm(maand, (deel,))


def kaal(zin: str) -> str:
    """A sentence with plain spaces, so that a test can be read."""
    return zin.replace("\N{NO-BREAK SPACE}", " ")
