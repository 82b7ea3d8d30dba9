"""Yonas came alone as a minor and is eighteen now. His onderwijsroute goes on in Uithoorn, to which he moves."""

from collections.abc import Iterator

from cases.enums import Hoedanigheid
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import SANNE
from inburgering.demo.afronding import draag_over_aan_uithoorn
from inburgering.demo.brede_intake import Intakeplan, doe_intake
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.modules import volg_pvt
from inburgering.demo.pipverloop import Pipplan, maak_pip
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep
from pip_plans.plan.enums import Hoofddoel

from .basis import persoon, woont

PERSONEN = 1


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    yonas = persoon(
        wereld, "Yonas", "Kidane", "m", leeftijd=18, nationaliteit="Eritrese", taal="Tigrinya", tolk_nodig=False
    )
    adres = woont(wereld, "Wilhelminaplantsoen", "97", "1111 CK")
    traject = Traject(wereld, yonas, Doelgroep.AMV, wereld.mensen[SANNE.sleutel], adres)
    komst = Komst(
        wereld.dag(-300), wereld.dag(-170), wereld.dag(-114), wereld.dag(-112), wereld.dag(-180), "AZC Katwijk"
    )
    yield _verloop(traject, komst)
    yield draag_over_aan_uithoorn(traject)
    yield volg_pvt(traject, "Tigrinya", tekenen=-12)


def _verloop(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    begeleider = (("Els Kramer", Hoedanigheid.BEGELEIDER),)
    plan = Intakeplan(teksten=VOOR_ROUTE["ONDERWIJS"][0], aanwezigen=begeleider, zienswijze="U wilt snel naar school.")
    yield from doe_intake(t, plan, vanaf=t.wereld.dag(-104))
    yield from maak_pip(
        t, Pipplan(route="ONDERWIJS", hoofddoel=Hoofddoel.OPLEIDING, school="Schakelschool Amsterdam-Zuidoost")
    )
