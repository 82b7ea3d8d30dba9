"""How many talks the PIP promises, and when the next one is due (art. 5.3 lid 4 Bi)."""

from datetime import date

import pytest

from cases.enums import Afspraakuitkomst
from cases.services.afspraken import leg_uitkomst_vast
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from pip_plans.gesprekken.models import Gesprekkenreeks
from pip_plans.gesprekken.ritme import maanden_ertussen, volgende_uiterlijk
from pip_plans.gesprekken.services.reeks import werk_bij
from tests.conftest import VANDAAG
from tests.fabriek import leg_vast
from tests.pip_plans.uitvoering.bouw import met_pip as pip_van_elders

from .bouw import gehouden, met_pip, plan


@pytest.mark.parametrize(
    ("aantal", "maanden"), [(1, 36), (2, 18), (5, 7), (6, 6), (7, 5), (12, 3), (36, 1), (37, 1), (32_767, 1)]
)
def test_the_talks_of_the_pip_fit_in_the_three_years(aantal, maanden):
    assert maanden_ertussen(aantal) == maanden
    assert aantal > 36 or aantal * maanden <= 36


def test_the_last_day_of_a_short_month_is_no_trap():
    assert volgende_uiterlijk(aantal=6, gehouden=0, sinds=date(2026, 8, 31)) == date(2027, 2, 28)
    assert volgende_uiterlijk(aantal=6, gehouden=6, sinds=date(2026, 8, 31)) is None


def test_a_pip_that_is_made_known_asks_for_its_number_of_talks(cast):
    reeks = Gesprekkenreeks.objects.get(dossier=met_pip(cast))

    assert (reeks.aantal, reeks.gehouden, reeks.sinds) == (6, 0, VANDAAG)
    assert reeks.uiterlijk == date(2027, 5, 20)


def test_only_a_talk_to_which_somebody_came_counts_and_a_correction_takes_it_back(cast):
    dossier = met_pip(cast)
    gehouden(cast, dossier, date(2027, 2, 1), "niet_verschenen")
    gehouden(cast, dossier, date(2027, 2, 8), "afgemeld")
    derde = gehouden(cast, dossier, date(2027, 2, 15))
    plan(cast, dossier, date(2027, 8, 1))

    reeks = Gesprekkenreeks.objects.get()
    assert (reeks.gehouden, reeks.sinds, reeks.uiterlijk) == (1, date(2027, 2, 15), date(2027, 8, 15))

    niet = Afspraakuitkomst.NIET_VERSCHENEN
    leg_uitkomst_vast(afspraak=derde, uitkomst=niet, door=cast.consulent, op=date(2027, 2, 16))
    reeks.refresh_from_db()
    assert (reeks.gehouden, reeks.uiterlijk) == (0, date(2027, 5, 20))


def test_once_all_talks_were_held_none_is_due(cast):
    dossier = met_pip(cast)
    for maand in range(1, 7):
        gehouden(cast, dossier, date(2027, maand, 4))

    assert Gesprekkenreeks.objects.get().uiterlijk is None


@pytest.mark.parametrize("soort", [FeitSoort.EINDE_PLICHT, FeitSoort.OVERLIJDEN, FeitSoort.VERTREK])
def test_whose_duty_ended_here_has_no_talk_to_come(cast, soort):
    dossier = met_pip(cast)
    leg_vast(dossier, soort, VANDAAG)

    assert not Gesprekkenreeks.objects.exists()


def test_a_pip_of_which_the_text_is_not_here_promises_no_number(cast):
    dossier = pip_van_elders(cast)

    assert werk_bij(dossier=dossier, feiten=dossierfeiten_van(dossier)) is None
