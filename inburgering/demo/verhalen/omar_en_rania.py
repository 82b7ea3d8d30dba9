"""Omar and Rania Haddad came together. Each has a consulent and talks of her or his own; Rania asked for it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.utils.timezone import make_aware

from cases.enums import Afspraaksoort, Gezinsrol, Hoedanigheid, Plaatssoort, Schoolsoort
from cases.models import Dossier
from cases.services import gezinnen, gezinsplanning
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import FATIMA, SANNE, Persoon
from inburgering.demo.brede_intake import Intakeplan, doe_intake, schrijf, spreek
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.modules import hoor_van_begeleider, volg_pvt
from inburgering.demo.teksten import VOOR_ROUTE
from inburgering.demo.traject import Traject, Wereld, dag_van
from inburgering.recht.feiten import Doelgroep
from pip_plans.intake.enums import Gebied, Ontheffingsgrond, Ontheffingsvoorstel, Wijzing
from pip_plans.intake.services import intake
from pip_plans.intake.services.ontheffing import stel_ontheffing_voor

from .basis import gezin, persoon, woont

PERSONEN = 2


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    komst = Komst(wereld.dag(-140), wereld.dag(-112), wereld.dag(-26), wereld.dag(-24), wereld.dag(-122), "AZC Zaandam")
    omar = _traject(wereld, "Omar", "m", 36, Gezinsrol.AANVRAGER, SANNE)
    rania = _traject(wereld, "Rania", "v", 33, Gezinsrol.PARTNER, FATIMA)
    yield _omar(omar, komst)
    yield _rania(rania, komst)
    for traject in (omar, rania):
        yield volg_pvt(traject, "Arabisch")
        yield hoor_van_begeleider(traject, juridisch=traject is omar)


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
    stel_ontheffing_voor(
        intake=vak, grond=Ontheffingsgrond.AUDITIEF, gevraagd_op=dag_van(eerste),
        voorstel=Ontheffingsvoorstel.VERLENEN, door=t.door, op=t.vandaag,
        motivering="U hoort de gesproken opdrachten niet, ook niet met een koptelefoon.",
    )  # fmt: skip
    _samen(t)


def _samen(t: Traject) -> None:
    """What the gezin shares: a child, and an hour for each of them on one morning, with one interpreter."""
    kind = {
        "naam": "Yara Haddad",
        "geboortedatum": t.wereld.dag(-1000),
        "schoolsoort": Schoolsoort.VOORSCHOOL,
        "school": "Voorschool De Duif",
    }
    gezinnen.leg_kind_vast(dossier=t.dossier, gegevens=kind, door=t.door, op=t.vandaag)
    leden = gezinnen.huishouden(dossier=t.dossier, zichtbaar=Dossier.objects.lopend())
    morgen = make_aware(datetime.combine(t.wereld.werkdag(6), time(9, 30)))
    vakken = gezinsplanning.tijdvakken(dossiers=leden, begin=morgen, duur_minuten=45, na_elkaar=True)
    gesprek = {
        "soort": Afspraaksoort.PIP, "duur_minuten": 45, "plaatssoort": Plaatssoort.GEMEENTEHUIS, "plaats": "kamer 4",
        "met": t.door, "tolk_taal": "Arabisch",
    }  # fmt: skip
    gezinsplanning.plan_voor_gezin(vakken=vakken, gegevens=gesprek, door=t.door, op=t.vandaag)
