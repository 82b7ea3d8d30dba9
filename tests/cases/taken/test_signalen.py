"""Which signals the daily run makes."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Dossierstatus, Signaalstatus
from cases.models import Instelling, Signaal
from cases.services import signalen
from cases.services.gebeurtenissen import corrigeer_feit
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import asielstatushouder, leg_vast

from .conftest import BRP, LAATSTE_DAG, moment

pytestmark = pytest.mark.usefixtures("dossier")


def drempels():
    return sorted(Signaal.objects.values_list("drempel", "aan"), reverse=True)


@pytest.mark.parametrize(
    ("dagen_ervoor", "verwacht"),
    [
        (29, []),
        (28, [(28, "consulent")]),
        (14, [(28, "consulent"), (14, "consulent")]),
        (0, [(28, "consulent"), (14, "consulent"), (7, "teamleider")]),
        (-1, [(28, "consulent"), (14, "consulent"), (7, "teamleider"), (-1, "teamleider")]),
    ],
)
def test_every_threshold_that_has_been_reached_gives_one_signal(maak, dagen_ervoor, verwacht):
    maak(LAATSTE_DAG - timedelta(days=dagen_ervoor))

    assert drempels() == verwacht


def test_a_second_run_adds_nothing_and_a_missed_week_is_caught_up(maak):
    assert maak(LAATSTE_DAG - timedelta(days=28)) == 1
    assert maak(LAATSTE_DAG - timedelta(days=28)) == 0
    assert maak(LAATSTE_DAG - timedelta(days=6)) == 2


def test_the_database_itself_refuses_the_same_signal_twice(maak):
    maak(LAATSTE_DAG - timedelta(days=28))
    signaal = Signaal.objects.get()
    signaal.pk = None

    with pytest.raises(IntegrityError, match="signaal_een_per_drempel"), transaction.atomic():
        signaal.save(force_insert=True)


def test_planning_counts_from_the_raw_day_and_late_from_the_legal_day(cast, maak, diemen):
    """Ten weeks from Thursday 5 March 2026 end on Ascension Day 14 May; the Friday after it is a KB-dag."""
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 3, 5), kennisgeving=date(2026, 2, 1))
    termijn = dossier.termijnen.open().get(soort="PIP")
    assert (termijn.ruwe_dag, termijn.laatste_dag) == (date(2026, 5, 14), date(2026, 5, 18))

    maak(date(2026, 5, 7))
    assert dossier_drempels(dossier) == [7, 14, 28]
    maak(date(2026, 5, 18))
    assert dossier_drempels(dossier) == [7, 14, 28]
    maak(date(2026, 5, 19))
    assert dossier_drempels(dossier) == [-1, 7, 14, 28]


def dossier_drempels(dossier):
    return sorted(Signaal.objects.filter(termijn__dossier=dossier).values_list("drempel", flat=True))


def test_another_last_day_starts_its_own_signals_and_the_old_ones_lapse(maak, dossier):
    maak(LAATSTE_DAG)
    brp = dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")
    corrigeer_feit(gebeurtenis=brp, datum=date(2026, 9, 16), toelichting="BRP nagekeken", door=None, op=LAATSTE_DAG)

    assert signalen.laat_vervallen() == 3
    assert maak(LAATSTE_DAG) == 3
    assert Signaal.objects.filter(status=Signaalstatus.WACHT, laatste_dag=date(2026, 11, 25)).count() == 3


def test_a_term_that_is_met_and_a_closed_dossier_give_no_signal(cast, maak, dossier):
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 2), beschikking="PIP-2026-0001", leerroute="B1")
    gesloten = asielstatushouder(cast.gemeente, cast.consulent, brp=BRP, kennisgeving=BRP)
    gesloten.status = Dossierstatus.AFGESLOTEN
    gesloten.save()
    maak(LAATSTE_DAG)

    assert not Signaal.objects.filter(termijn__soort="PIP").exists()


def test_a_window_that_closed_gives_no_signal(maak, dossier):
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 2), beschikking="PIP-2026-0001", leerroute="B1")
    wissel = dossier.termijnen.open().get(soort="LEERROUTE_WISSEL")
    maak(wissel.laatste_dag + timedelta(days=1))
    assert not wissel.signalen.exists()

    maak(wissel.laatste_dag)
    assert wissel.signalen.count() == 1


def test_the_thresholds_are_those_of_the_gemeente(maak, diemen, uithoorn, cast):
    vanaf = {"geldig_vanaf": date(2026, 1, 1), "bron": "werkafspraak"}
    Instelling.objects.create(
        gemeente=diemen,
        sleutel="signaal_drempels",
        waarde=[{"soort": "PIP", "dagen": 40, "aan": "teamleider"}],
        **vanaf,
    )
    maak(LAATSTE_DAG)

    assert drempels() == [(40, "teamleider")]
    assert signalen.maak(gemeente=uithoorn, op=LAATSTE_DAG, moment=moment(LAATSTE_DAG)) == 0
