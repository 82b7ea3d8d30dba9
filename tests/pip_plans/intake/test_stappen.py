"""What *Wat nu?* says about the intake."""

from datetime import date

import pytest

from cases.enums import Afspraaksoort, Afspraakuitkomst, Plaatssoort
from cases.panelen import Dossierbeeld, vervolg
from cases.services.afspraken import leg_uitkomst_vast, plan_afspraak
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, FeitSoort, Regime
from pip_plans.intake.enums import Oproepsoort
from pip_plans.intake.services.afronding import rond_af_bij_verstek
from pip_plans.intake.services.toets import plan_toets
from pip_plans.intake.stappen import stappen
from tests.fabriek import leg_vast, maak_dossier

from .conftest import OP, gegevens, kwam_niet, mis_drie_oproepen, roep_op, slaag, voer_gesprek

PIP_DAG = date(2026, 11, 18)


def wat_nu(dossier, op=OP):
    dossier.refresh_from_db()
    feiten = Dossierfeiten(regime=Regime(dossier.regime), feiten=feiten_van(dossier))
    beeld = Dossierbeeld(dossier, feiten, list(dossier.termijnen.open()), dossier.consulent, op)
    return list(stappen(beeld))


def titels(dossier, op=OP):
    return [stap.titel for stap in wat_nu(dossier, op)]


def test_the_first_step_is_to_start_dated_by_the_day_of_the_pip(dossier):
    (stap,) = wat_nu(dossier)

    assert (stap.titel, stap.uiterlijk) == ("Brede intake starten", PIP_DAG)
    assert "Nodig voor het PIP." in stap.reden


def test_before_anything_happened_there_is_nothing_to_start(cast):
    assert titels(maak_dossier(cast.gemeente, cast.consulent, op=OP)) == []


def test_a_fresh_intake_asks_for_a_talk_the_offer_and_the_test(intake):
    assert titels(intake.dossier) == [
        "Individueel gesprek aanbieden en vastleggen",
        "Leerbaarheidstoets plannen",
        "Intakegesprek voeren",
    ]


def test_after_the_talk_the_areas_are_to_be_written_up(intake):
    voer_gesprek(intake)

    assert "Leefgebieden uitwerken" in titels(intake.dossier)


def test_a_planned_talk_is_named_with_its_day_and_hour(intake, cast):
    velden = {
        "soort": Afspraaksoort.INTAKE,
        "begin": gegevens(date(2026, 10, 27)).begin,
        "plaatssoort": Plaatssoort.THUIS,
        "met": cast.consulent,
    }
    plan_afspraak(dossier=intake.dossier, gegevens=velden, door=cast.consulent, op=OP)

    (stap,) = [stap for stap in wat_nu(intake.dossier) if stap.titel == "Intakegesprek voeren"]
    assert stap.reden.startswith("Gepland op 27 oktober 2026 om ")


def test_under_the_act_of_2013_nothing_waits_for_an_intake(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    leg_vast(dossier, FeitSoort.BRP_INSCHRIJVING, date(2022, 2, 3))

    assert titels(dossier) == []


def test_a_planned_test_is_quiet_until_its_day(intake):
    plan_toets(intake=intake, dag=date(2026, 10, 27), door=None, op=OP)

    assert not [titel for titel in titels(intake.dossier) if "toets" in titel]
    assert "Uitslag van de leerbaarheidstoets vastleggen" in titels(intake.dossier, op=date(2026, 10, 27))


def test_a_result_ends_the_steps_of_the_test(intake):
    slaag(intake)

    assert not [titel for titel in titels(intake.dossier) if "toets" in titel]


@pytest.mark.parametrize(
    ("soort", "titel"),
    [
        (Oproepsoort.INTAKE, "2e oproep voor de brede intake sturen"),
        (Oproepsoort.TOETS, "2e oproep voor de leerbaarheidstoets sturen"),
    ],
)
def test_after_a_missed_oproep_comes_the_next(intake, soort, titel):
    kwam_niet(roep_op(intake, dag=date(2026, 10, 8), soort=soort))

    assert titel in titels(intake.dossier)


def test_an_oproep_whose_day_has_passed_asks_for_its_outcome(intake):
    roep_op(intake, dag=date(2026, 10, 8))

    assert "Uitkomst van de oproep voor de brede intake vastleggen" in titels(intake.dossier)


def test_after_three_missed_oproepen_only_completion_in_absence_is_left(intake):
    mis_drie_oproepen(intake)

    assert titels(intake.dossier, date(2026, 10, 23)) == ["Intake afronden zonder inburgeraar"]
    assert titels(intake.dossier, date(2026, 10, 22))[0] != "Intake afronden zonder inburgeraar"


def test_a_completed_intake_has_no_steps(intake):
    mis_drie_oproepen(intake)
    rond_af_bij_verstek(intake=intake, door=None, op=date(2026, 10, 23))

    assert titels(intake.dossier) == []


def test_with_a_pip_there_are_no_steps(intake):
    leg_vast(intake.dossier, FeitSoort.PIP_VASTGESTELD, OP, beschikking="PIP-2026-0001", leerroute="B1")

    assert titels(intake.dossier) == []


def test_after_an_intake_talk_the_next_page_is_to_record_it(intake, cast):
    velden = {
        "soort": Afspraaksoort.INTAKE,
        "begin": gegevens(OP).begin,
        "plaatssoort": Plaatssoort.THUIS,
        "met": cast.consulent,
    }
    afspraak = plan_afspraak(dossier=intake.dossier, gegevens=velden, door=cast.consulent, op=OP)
    assert vervolg(afspraak) == ""

    afspraak = leg_uitkomst_vast(afspraak=afspraak, uitkomst=Afspraakuitkomst.VERSCHENEN, door=cast.consulent, op=OP)

    assert vervolg(afspraak) == f"/diemen/dossiers/{intake.dossier.nummer}/intake/gesprek/?afspraak={afspraak.pk}"


def test_after_a_move_no_test_is_planned(intake, cast):
    leg_vast(intake.dossier, FeitSoort.PIP_VORIGE_GEMEENTE, date(2026, 2, 3), gemeente="Zaanstad", leerroute="B1")

    assert titels(intake.dossier) == [
        "Individueel gesprek aanbieden en vastleggen",
        "Vastleggen dat er geen leerbaarheidstoets nodig is",
        "Intakegesprek voeren",
    ]
