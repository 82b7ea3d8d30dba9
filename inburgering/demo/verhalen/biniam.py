"""Biniam Haile has been trying for years under the act of 2013, and his loan is nearly used up: ELIP.

The gemeente may help and need not: training for his last exam, and hours of the MAP, which would free him from ONA.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from inburgering.demo.accounts import FATIMA
from inburgering.demo.afronding import haal_examen
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.modules import doe_map
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep, FeitSoort, Regime
from pip_plans.uitvoering.enums import Aanbodsoort
from pip_plans.uitvoering.models import Aanbieder
from pip_plans.uitvoering.services.plaatsing import bevestig_begin, plaats, stel_voor

from .basis import persoon, woont

PERSONEN = 1
REDEN = "volgens DUO is de lening bijna op; met training lukt het examen schrijven wel"


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    biniam = persoon(wereld, "Biniam", "Haile", "m", leeftijd=44, nationaliteit="Eritrese", taal="Tigrinya")
    adres = woont(wereld, "Johan van Soesdijkstraat", "33", "1111 DZ")
    fatima = wereld.mensen[FATIMA.sleutel]
    traject = Traject(wereld, biniam | adres, Doelgroep.ELIP, fatima, adres, Regime.WI2013)
    yield _verloop(traject)
    yield doe_map(traject, vanaf=-20, keer=3)


def _verloop(t: Traject) -> Verloop:
    yield from t.naar(t.wereld.dag(-58))
    t.open()
    t.feit(FeitSoort.VERBLIJFSVERGUNNING, date(2019, 3, 5), soort="asiel bepaalde tijd")
    t.feit(FeitSoort.BRP_INSCHRIJVING, date(2019, 8, 1))
    t.wijs_toe()
    yield from haal_examen(t, -48, "lezen")
    yield from haal_examen(t, -47, "luisteren")
    yield from haal_examen(t, -46, "schrijven", "niet_geslaagd")
    yield from t.na(3)
    aanbieder = Aanbieder.objects.van(t.wereld.gemeente).get(naam="NL Training")
    wie: dict[str, Any] = {"door": t.door, "op": t.vandaag}
    rij = stel_voor(dossier=t.dossier, soort=Aanbodsoort.ONDERSTEUNING, aanbieder=aanbieder, reden=REDEN, **wie)
    start = t.vandaag + timedelta(days=5)
    rij = plaats(
        plaatsing=rij, start=start, einde=start + timedelta(days=120), uren_per_week=3, aangeboden_op=t.vandaag, **wie
    )
    yield from t.naar(start)
    bevestig_begin(plaatsing=rij, datum=start, door=t.door, op=t.vandaag)
