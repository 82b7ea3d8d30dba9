"""An alleenstaande minderjarige: no term before DUO reports the duty, and work around the eighteenth birthday."""

from datetime import date

import pytest

from cases.models import Dossier
from cases.panelen import Dossierbeeld, wat_nu
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.amv import achttiende_verjaardag
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import leg_vast, maak_dossier

VERJAARDAG = date(2026, 11, 20)
VOORBEREIDEN, VRAGEN = "Bereid de achttiende verjaardag voor", "Vraag DUO of de inburgeringsplicht is begonnen"
pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier(cast) -> Dossier:
    begin = date(2026, 3, 2)
    rij = maak_dossier(cast.gemeente, cast.consulent, op=begin, geboortedatum=date(2008, 11, 20))
    leg_vast(rij, FeitSoort.DOELGROEP, begin, doelgroep="AMV")
    leg_vast(rij, FeitSoort.KOPPELING, begin)
    leg_vast(rij, FeitSoort.BRP_INSCHRIJVING, begin)
    return rij


def stappen(dossier: Dossier, op: date) -> dict[str, date | None]:
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), list(dossier.termijnen.all()), dossier.consulent, op)
    return {stap.titel: stap.uiterlijk for stap in wat_nu(beeld) if stap.titel in (VOORBEREIDEN, VRAGEN)}


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 5, 21), {}),
        (date(2026, 5, 22), {VOORBEREIDEN: VERJAARDAG}),
        (date(2026, 11, 19), {VOORBEREIDEN: VERJAARDAG}),
        (date(2026, 11, 20), {VRAGEN: date(2026, 11, 20)}),
    ],
)
def test_the_step_comes_half_a_year_ahead_and_changes_on_the_day(dossier, op, verwacht):
    assert stappen(dossier, op) == verwacht


def test_no_term_runs_before_duo_reports_the_duty_and_then_it_does(dossier):
    assert not dossier.termijnen.open().filter(soort="PIP").exists()
    leg_vast(dossier, FeitSoort.KENNISGEVING_DUO, date(2026, 11, 23))
    pip = dossier.termijnen.open().get(soort="PIP")
    assert (pip.start, pip.voorlopig) == (date(2026, 11, 23), False)
    assert stappen(dossier, date(2026, 11, 24)) == {}


def test_art_1_233_bw_who_was_born_on_29_february_is_of_age_on_1_march():
    assert achttiende_verjaardag(date(2008, 2, 29)) == date(2026, 3, 1)
    assert achttiende_verjaardag(date(2008, 2, 28)) == date(2026, 2, 28)
