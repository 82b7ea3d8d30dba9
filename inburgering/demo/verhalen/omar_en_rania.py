"""Omar and Rania Haddad came together. Each has a consulent and talks of her or his own; Rania asked for it."""

from collections.abc import Iterator
from datetime import timedelta

from cases.enums import Afspraaksoort, Gezinsrol
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import FATIMA, SANNE, Persoon
from inburgering.demo.brede_intake import Intakeplan, doe_intake, schrijf, spreek
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep
from cases.enums import Hoedanigheid
from pip_plans.intake.enums import Gebied, Wijzing
from pip_plans.intake.services import intake

from .basis import gezin, persoon, woont

PERSONEN = 2


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    komst = Komst(wereld.dag(-140), wereld.dag(-112), wereld.dag(-26), wereld.dag(-24), wereld.dag(-122), "AZC Zaandam")
    yield _omar(_traject(wereld, "Omar", "m", 36, Gezinsrol.AANVRAGER, SANNE), komst)
    yield _rania(_traject(wereld, "Rania", "v", 33, Gezinsrol.PARTNER, FATIMA), komst)


def _traject(wereld: Wereld, voornaam: str, geslacht: str, leeftijd: int, rol: Gezinsrol, wie: Persoon) -> Traject:
    velden = persoon(
        wereld, voornaam, "Haddad", geslacht, leeftijd=leeftijd, nationaliteit="Syrische", taal="Arabisch",
        gezin=gezin(wereld, "G-HADDAD"), gezinsrol=rol,
    )  # fmt: skip
    adres = woont(wereld, "Beukenhorst", "67", "1112 BJ")
    return Traject(wereld, velden, Doelgroep.ASIELSTATUSHOUDER, wereld.mensen[wie.sleutel], adres)


def _omar(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    plan = Intakeplan(teksten=VOOR_ROUTE["B1"][1], aanwezigen=(("Rania Haddad", Hoedanigheid.PARTNER),), uur=9.0)
    yield from doe_intake(t, plan, vanaf=t.wereld.dag(-19))


def _rania(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    yield from t.naar(t.wereld.dag(-19))
    vak = intake.start_intake(dossier=t.dossier, datum=t.vandaag, door=t.door, op=t.vandaag)
    intake.wijs_op_individueel_gesprek(intake=vak, datum=t.vandaag, hoe=Wijzing.GESPREK, door=t.door, op=t.vandaag)
    intake.leg_wens_individueel_vast(intake=vak, gewenst=True, door=t.door, op=t.vandaag)
    eerste = t.plan(Afspraaksoort.INTAKE, t.wereld.dag(-11), 9)
    yield from spreek(t, vak, eerste, aanwezigen=(("Omar Haddad", Hoedanigheid.PARTNER),))
    schrijf(t, vak, {Gebied.WENSEN: {"situatie": "Daarover praat u liever zonder uw man erbij."}})
    yield from t.na(2)
    t.plan(Afspraaksoort.INDIVIDUEEL, t.wereld.dag(0) + timedelta(days=1), 11)
