"""Mehret Weldu has a permit of before 2022: the Wet inburgering 2013, with an advice and no PIP, to her last exam."""

from collections.abc import Iterator
from datetime import date

from cases.enums import Notitiesoort
from inburgering.demo.accounts import BRAM
from inburgering.demo.afronding import haal_examens
from inburgering.demo.brede_intake import Intakeplan, doe_intake
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.modules import deed_pvt_eerder
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.traject import Traject, Wereld
from inburgering.demo.versieverloop import geef_advies
from inburgering.recht.feiten import Doelgroep, FeitSoort, Regime

from .basis import persoon, woont

PERSONEN = 1
ZIENSWIJZE = "U wilt eerst het examen spreken halen."
ADVIES = {
    "motivering": "U hebt de examens lezen en luisteren gehaald. Wij raden u aan om nu vooral te oefenen met spreken.",
    "school": "het taalcafé van de bibliotheek",
    "uren_per_week": 4,
    "map_wanneer": "na het examen spreken",
}


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    mehret = persoon(wereld, "Mehret", "Weldu", "v", leeftijd=39, nationaliteit="Eritrese", taal="Tigrinya")
    adres = woont(wereld, "Ouddiemerlaan", "21")
    traject = Traject(
        wereld, mehret | adres, Doelgroep.ONDERTUSSENGROEP, wereld.mensen[BRAM.sleutel], adres, Regime.WI2013
    )
    yield _verloop(traject)
    yield haal_examens(traject)
    yield deed_pvt_eerder(traject)


def _verloop(t: Traject) -> Verloop:
    yield from t.naar(t.wereld.dag(-120))
    t.open()
    t.feit(FeitSoort.VERBLIJFSVERGUNNING, date(2021, 9, 14), soort="asiel bepaalde tijd")
    t.feit(FeitSoort.BRP_INSCHRIJVING, date(2022, 2, 3))
    t.wijs_toe()
    yield from doe_intake(t, Intakeplan(teksten=VOOR_ROUTE["B1"][0], zienswijze=ZIENSWIJZE), vanaf=t.wereld.dag(-100))
    yield from geef_advies(t, ADVIES)
    yield from t.naar(t.wereld.dag(-40))
    t.noteer("Schreef zich in voor het examen spreken; DUO bewaakt haar termijn.", Notitiesoort.BELNOTITIE)
    yield from t.naar(t.wereld.dag(-26))
    t.noteer("Vragen hoe het examen spreken ging.", Notitiesoort.HERINNERING, t.wereld.dag(-14))
