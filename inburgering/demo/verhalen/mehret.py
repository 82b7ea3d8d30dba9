"""Mehret Weldu has a permit of before 2022: the Wet inburgering 2013 holds for her, with an advice and no PIP."""

from collections.abc import Iterator
from datetime import date

from cases.enums import Notitiesoort
from inburgering.demo.accounts import BRAM
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep, FeitSoort, Regime

from .basis import persoon, woont

PERSONEN = 1


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    mehret = persoon(wereld, "Mehret", "Weldu", "v", leeftijd=39, nationaliteit="Eritrese", taal="Tigrinya")
    adres = woont(wereld, "Ouddiemerlaan", "21")
    traject = Traject(
        wereld, mehret | adres, Doelgroep.ONDERTUSSENGROEP, wereld.mensen[BRAM.sleutel], adres, Regime.WI2013
    )
    yield _verloop(traject)


def _verloop(t: Traject) -> Verloop:
    yield from t.naar(t.wereld.dag(-120))
    t.open()
    t.feit(FeitSoort.VERBLIJFSVERGUNNING, date(2021, 9, 14), soort="asiel bepaalde tijd")
    t.feit(FeitSoort.BRP_INSCHRIJVING, date(2022, 2, 3))
    t.wijs_toe()
    yield from t.naar(t.wereld.dag(-40))
    t.noteer("Schreef zich in voor het examen spreken; DUO bewaakt haar termijn.", Notitiesoort.BELNOTITIE)
    yield from t.naar(t.wereld.dag(-5))
    t.noteer("Vragen hoe het examen ging.", Notitiesoort.HERINNERING, t.wereld.dag(9))
