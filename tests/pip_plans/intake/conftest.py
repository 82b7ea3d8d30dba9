"""An intake that was just started, and the words of everyday."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from cases.enums import Plaatssoort, Verzendkanaal
from cases.models import Verzending
from pip_plans.intake.enums import Gebied, Oproepsoort, Verschijning
from pip_plans.intake.services.gesprekken import leg_gesprek_vast
from pip_plans.intake.services.intake import start_intake
from pip_plans.intake.services.leefgebieden import bewaar_leefgebied
from pip_plans.intake.services.oproepbrief import Oproepgegevens
from pip_plans.intake.services.oproepen import leg_uitkomst_oproep_vast, stuur_oproep
from pip_plans.intake.services.toetsresultaten import registreer_resultaat
from tests.fabriek import asielstatushouder

START = date(2026, 10, 1)
OP = date(2026, 10, 20)


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


@pytest.fixture
def intake(dossier):
    return start_intake(dossier=dossier, datum=START, door=dossier.consulent, op=START)


def schrijf(intake, gebied, situatie, *, versie=0, door=None, op=OP):
    return bewaar_leefgebied(
        intake=intake,
        gebied=gebied,
        teksten={"situatie": situatie},
        versie=versie,
        door=door or intake.dossier.consulent,
        op=op,
        moment=timezone.now(),
    )


def schrijf_verplichte(intake):
    for gebied in (Gebied.TAAL, Gebied.OPLEIDING, Gebied.WERK):
        schrijf(intake, gebied, f"Over {gebied.label.lower()}.")


def voer_gesprek(intake, *, datum=OP, individueel=False, aanwezigen=(), op=OP):
    gesprek = {"datum": datum, "plaatssoort": Plaatssoort.GEMEENTEHUIS, "individueel": individueel}
    return leg_gesprek_vast(intake=intake, gesprek=gesprek, aanwezigen=aanwezigen, door=intake.dossier.consulent, op=op)


def gegevens(dag):
    return Oproepgegevens(
        begin=timezone.make_aware(datetime(dag.year, dag.month, dag.day, 10, 30)),  # noqa: DTZ001  (made aware here)
        duur_minuten=90,
        plaatssoort=Plaatssoort.GEMEENTEHUIS,
        locatie="Gemeentehuis Diemen",
        adres="D.J. den Hartoglaan 1, 1111 ZB Diemen",
        afbellen_voor=dag - timedelta(days=1),
        tolk_taal="Tigrinya",
    )


def slaag(intake, uitslag="haalbaar", *, dag=OP, op=None, **anders):
    """A result of the leerbaarheidstoets."""
    return registreer_resultaat(
        intake=intake,
        gegevens={"afgenomen_op": dag, "uitslag": uitslag, **anders},
        door=intake.dossier.consulent,
        op=op or dag,
    )


def roep_op(intake, *, dag, op=None, soort=Oproepsoort.INTAKE):
    return stuur_oproep(
        intake=intake,
        soort=soort,
        gegevens=gegevens(dag),
        door=intake.dossier.consulent,
        op=op or dag - timedelta(days=7),
    )


def kwam_niet(oproep, **reden):
    return leg_uitkomst_oproep_vast(
        oproep=oproep,
        verschijning=Verschijning.NIET_VERSCHENEN,
        door=oproep.intake.dossier.consulent,
        op=oproep.dag,
        **reden,
    )


def verstuur(oproep):
    """The letter left on the day it is dated."""
    Verzending.objects.create(document=oproep.document, kanaal=Verzendkanaal.POST, datum=oproep.dagtekening)
    return oproep


def mis_drie_oproepen(intake, soort=Oproepsoort.INTAKE):
    """Sent, passed, and judged: nothing stands in the way of completing without the person."""
    for dag in (date(2026, 10, 8), date(2026, 10, 15), date(2026, 10, 22)):
        kwam_niet(verstuur(roep_op(intake, dag=dag, op=dag - timedelta(days=5), soort=soort)), geldige_reden=False)


@pytest.fixture
def op_de_dag():
    """The pages ask the clock; here it stands still on the day of the tests."""
    with time_machine.travel("2026-11-20 10:00+01:00", tick=False):
        yield


def adres(dossier, naam="overzicht", **deel):
    return reverse(f"intake:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer, **deel})
