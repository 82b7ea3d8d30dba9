"""The brede intake as it usually goes: told of the individual talk, one or two talks, the test, completed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from cases.enums import Afspraaksoort, Hoedanigheid, Plaatssoort
from cases.models import Afspraak
from pip_plans.intake.enums import Gebied, Routeoordeel, Toetsuitslag, Wijzing
from pip_plans.intake.keuzelijsten import Reactie
from pip_plans.intake.models import BredeIntake, Doorverwijzing, Voorziening
from pip_plans.intake.referentielijsten import Subdoelsoort
from pip_plans.intake.services import (
    afronding,
    doelen,
    doorverwijzen,
    gesprekken,
    intake,
    leefgebieden,
    toets,
    toetsresultaten,
)
from pip_plans.intake.services.taalstart import registreer_taalstart

from .draaiboek import Verloop
from .teksten import UITSLAG_DUO, Teksten
from .traject import Traject, dag_van, tijdstip


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """Referred on after the first talk, to an entry of the sociale kaart; answered by the time of the test, or not."""

    gebied: Gebied
    naar: str
    waarvoor: str
    reactie: Reactie = Reactie.ONBEKEND
    uitkomst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intakeplan:
    """What somebody tells, and how fast it goes: `tempo` multiplies the ordinary number of days."""

    teksten: Teksten
    b1_haalbaar: bool | None = True
    taalstart_b1: Routeoordeel = Routeoordeel.GEEN
    tempo: float = 1.0
    individueel: bool = False
    zienswijze: str = ""
    aanwezigen: tuple[tuple[str, Hoedanigheid], ...] = ()
    waar: Plaatssoort = Plaatssoort.GEMEENTEHUIS
    uur: float = 10.0
    extra: Teksten = field(default_factory=dict)
    subdoelen: Mapping[Subdoelsoort, str] = field(default_factory=dict)
    verwijzing: Verwijzing | None = None

    def dagen(self, aantal: int) -> int:
        return round(aantal * self.tempo)


def doe_intake(t: Traject, plan: Intakeplan, *, vanaf: date) -> Verloop:
    """From the first appointment up to and including the completed intake; about five weeks at the usual pace."""
    yield from t.naar(vanaf)
    vak = intake.start_intake(dossier=t.dossier, datum=t.vandaag, door=t.door, op=t.vandaag)
    intake.wijs_op_individueel_gesprek(intake=vak, datum=t.vandaag, hoe=Wijzing.GESPREK, door=t.door, op=t.vandaag)
    intake.leg_wens_individueel_vast(intake=vak, gewenst=plan.individueel, door=t.door, op=t.vandaag)
    eerste = t.plan(Afspraaksoort.INTAKE, t.vandaag + timedelta(days=plan.dagen(9)), plan.uur, waar=plan.waar, duur=90)
    yield from spreek(t, vak, eerste, aanwezigen=plan.aanwezigen)
    schrijf(t, vak, plan.teksten)
    verwijzing = verwijs(t, vak, plan.verwijzing) if plan.verwijzing else None
    if plan.individueel:
        tweede = t.plan(Afspraaksoort.INDIVIDUEEL, t.vandaag + timedelta(days=4), plan.uur, waar=plan.waar)
        yield from spreek(t, vak, tweede, individueel=True, onderwerpen="uw eigen plannen en wensen")
    yield from _toets(t, vak, plan)
    if plan.taalstart_b1:
        _taalstart(t, vak, plan.taalstart_b1)
    schrijf(t, vak, plan.extra)
    kies_doelen(t, vak, plan.subdoelen)
    if verwijzing and plan.verwijzing:
        hoor(t, verwijzing, plan.verwijzing)
    if plan.zienswijze:
        intake.bewaar_zienswijze(intake=vak, tekst=plan.zienswijze, door=t.door, op=t.vandaag)
    yield from t.na(plan.dagen(4))
    afronding.rond_af(intake=vak, door=t.door, op=t.vandaag)


def spreek(
    t: Traject, vak: BredeIntake, afspraak: Afspraak, *, individueel: bool = False,
    onderwerpen: str = "uw opleiding, werk en plannen", aanwezigen: tuple[tuple[str, Hoedanigheid], ...] = (),
) -> Verloop:  # fmt: skip
    """The talk of this appointment, written up the day after."""
    yield from t.naar(dag_van(afspraak) + timedelta(days=1))
    t.verschenen(afspraak)
    gesprek = {
        "datum": dag_van(afspraak),
        "plaatssoort": afspraak.plaatssoort,
        "plaats": afspraak.plaats,
        "onderwerpen": onderwerpen,
        "tolk_taal": afspraak.tolk_taal,
        "individueel": individueel,
        "afspraak": afspraak,
    }
    gesprekken.leg_gesprek_vast(intake=vak, gesprek=gesprek, aanwezigen=aanwezigen, door=t.door, op=t.vandaag)


def schrijf(t: Traject, vak: BredeIntake, teksten: Teksten) -> None:
    """Write up these areas of life; what was there before is replaced."""
    versies = dict(vak.leefgebieden.values_list("gebied", "versie"))
    for gebied, tekst in teksten.items():
        leefgebieden.bewaar_leefgebied(
            intake=vak,
            gebied=Gebied(gebied),
            teksten=tekst,
            versie=versies.get(gebied, 0),
            door=t.door,
            op=t.vandaag,
            moment=tijdstip(t.vandaag, 16),
        )


def verwijs(t: Traject, vak: BredeIntake, plan: Verwijzing) -> Doorverwijzing:
    """Refer on, agreed with the person."""
    gegevens = {
        "gebied": plan.gebied,
        "voorziening": Voorziening.objects.van(t.wereld.gemeente).get(naam=plan.naar),
        "waarvoor": plan.waarvoor,
        "datum": t.vandaag,
        "in_overleg": True,
    }
    return doorverwijzen.verwijs_door(intake=vak, gegevens=gegevens, door=t.door, op=t.vandaag)


def hoor(t: Traject, verwijzing: Doorverwijzing, plan: Verwijzing) -> None:
    """What the organisation said, by the time the test was taken."""
    if plan.reactie != Reactie.ONBEKEND:
        doorverwijzen.leg_uitkomst_verwijzing_vast(
            verwijzing=verwijzing,
            reactie=plan.reactie,
            uitkomst=plan.uitkomst,
            uitkomst_op=t.vandaag if plan.uitkomst else None,
            door=t.door,
            op=t.vandaag,
        )


def kies_doelen(t: Traject, vak: BredeIntake, subdoelen: Mapping[Subdoelsoort, str]) -> None:
    for soort, toelichting in subdoelen.items():
        doelen.kies_subdoel(intake=vak, soort=soort, toelichting=toelichting, door=t.door, op=t.vandaag)


def _taalstart(t: Traject, vak: BredeIntake, oordeel: Routeoordeel) -> None:
    les = {
        "aanbieder": "Danner & Danner",
        "start": t.vandaag - timedelta(days=28),
        "eind": t.vandaag - timedelta(days=2),
        "rapport_op": t.vandaag - timedelta(days=1),
        "advies_b1": oordeel,
        "advies": "de B1-route past bij u, drie dagdelen per week.",
    }
    registreer_taalstart(intake=vak, gegevens=les, door=t.door, op=t.vandaag)


def _toets(t: Traject, vak: BredeIntake, plan: Intakeplan) -> Verloop:
    if not vak.toets_nodig or plan.b1_haalbaar is None:
        return
    dag = t.wereld.kalender.eerstvolgende_gewone_dag(t.vandaag + timedelta(days=plan.dagen(10)))[0]
    toets.plan_toets(intake=vak, dag=dag, door=t.door, op=t.vandaag)
    yield from t.naar(dag + timedelta(days=plan.dagen(5)))
    uitslag = Toetsuitslag.HAALBAAR if plan.b1_haalbaar else Toetsuitslag.NIET_HAALBAAR
    resultaat = {"afgenomen_op": dag, "uitslag": uitslag, "woorden": UITSLAG_DUO[plan.b1_haalbaar]}
    toetsresultaten.registreer_resultaat(intake=vak, gegevens=resultaat, door=t.door, op=t.vandaag)
