"""When a brede intake may be completed, and when not."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.intake.enums import Gebied, GeenToets, Verschijning, Wijze, Wijzing
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.afronding import heropen, ontbreekt, rond_af, rond_af_bij_verstek
from pip_plans.intake.services.basis import IntakeFout, NietCompleet
from pip_plans.intake.services.intake import (
    leg_wens_individueel_vast,
    start_intake,
    wijs_op_individueel_gesprek,
)
from pip_plans.intake.services.oproepen import leg_uitkomst_oproep_vast
from pip_plans.intake.services.toets import leg_geen_toets_vast
from tests.fabriek import leg_vast, maak_dossier

from .conftest import (
    OP,
    START,
    kwam_niet,
    mis_drie_oproepen,
    roep_op,
    schrijf,
    schrijf_verplichte,
    slaag,
    verstuur,
    voer_gesprek,
)


def wijs(intake):
    wijs_op_individueel_gesprek(intake=intake, datum=OP, hoe=Wijzing.GESPREK, door=intake.dossier.consulent, op=OP)


def vers(intake):
    return BredeIntake.objects.met_alles().get(pk=intake.pk)


@pytest.fixture
def compleet(intake):
    voer_gesprek(intake)
    wijs(intake)
    slaag(intake)
    schrijf_verplichte(intake)
    return intake


def test_a_fresh_intake_says_all_that_is_missing(intake):
    assert [deel.onderdeel for deel in ontbreekt(vers(intake))] == [
        "gesprekken",
        "individueel",
        "toets",
        "gebied-taal",
        "gebied-opleiding",
        "gebied-werk",
    ]


def test_a_complete_intake_is_completed_in_talk(compleet):
    rond_af(intake=compleet, door=compleet.dossier.consulent, op=OP)

    compleet.refresh_from_db()
    assert (compleet.is_afgerond, compleet.wijze, compleet.afgerond_op) == (True, Wijze.GESPREK, OP)
    laatste = compleet.dossier.gebeurtenissen.handelingen().last()
    assert laatste.soort == "INTAKE_AFGEROND"


def test_without_the_notice_of_the_individual_talk_completing_is_refused(intake):
    voer_gesprek(intake)
    slaag(intake)
    schrijf_verplichte(intake)

    with pytest.raises(NietCompleet) as fout:
        rond_af(intake=intake, door=intake.dossier.consulent, op=OP)

    assert fout.value.redenen == ("Het wijzen op het recht op een individueel gesprek is nog niet vastgelegd.",)


def test_the_database_refuses_completion_without_the_notice_too(intake):
    with pytest.raises(IntegrityError, match="intake_afgerond_na_wijzen"), transaction.atomic():
        BredeIntake.objects.filter(pk=intake.pk).update(afgerond_op=OP, wijze=Wijze.GESPREK)


def test_the_notice_in_an_oproep_counts(intake):
    roep_op(intake, dag=OP, op=date(2026, 10, 13))

    intake.refresh_from_db()
    assert (intake.gewezen_op, intake.gewezen_hoe) == (date(2026, 10, 13), Wijzing.OPROEP)


def test_an_individual_talk_that_is_wanted_must_have_been_held(compleet):
    leg_wens_individueel_vast(intake=compleet, gewenst=True, door=compleet.dossier.consulent, op=OP)
    with pytest.raises(NietCompleet, match="individueel gesprek, maar dat is nog niet gevoerd"):
        rond_af(intake=compleet, door=compleet.dossier.consulent, op=OP)

    voer_gesprek(compleet, individueel=True)

    rond_af(intake=compleet, door=compleet.dossier.consulent, op=OP)
    assert vers(compleet).individueel_gevoerd_op == OP


def test_after_a_move_neither_test_nor_education_and_work_are_asked_again(intake):
    verhuisd = {"intake": intake, "reden": GeenToets.VERHUIZING, "door": intake.dossier.consulent, "op": OP}
    with pytest.raises(IntakeFout, match="PIP van een andere gemeente"):
        leg_geen_toets_vast(**verhuisd)
    leg_vast(intake.dossier, FeitSoort.PIP_VORIGE_GEMEENTE, date(2026, 2, 3), gemeente="Zaanstad", leerroute="B1")
    leg_geen_toets_vast(**verhuisd)

    assert [deel.onderdeel for deel in ontbreekt(vers(intake))] == ["gesprekken", "individueel", "gebied-taal"]


def test_the_intake_of_wi2013_needs_no_test(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=START, regime=Regime.WI2013)
    intake = start_intake(dossier=dossier, datum=START, door=cast.consulent, op=START)

    assert "toets" not in [deel.onderdeel for deel in ontbreekt(vers(intake))]
    with pytest.raises(IntakeFout, match="Wet inburgering 2013"):
        slaag(intake)


def test_after_three_missed_oproepen_the_intake_is_completed_without_talk_or_test(intake):
    mis_drie_oproepen(intake)

    rond_af_bij_verstek(intake=intake, door=intake.dossier.consulent, op=date(2026, 10, 23))

    klaar = vers(intake)
    assert (klaar.wijze, klaar.toets.geen_reden) == (Wijze.VERSTEK, GeenToets.VERSTEK)
    assert klaar.gewezen_hoe == Wijzing.OPROEP


def test_two_missed_oproepen_are_not_enough(intake):
    for dag in (date(2026, 10, 8), date(2026, 10, 15)):
        oproep = roep_op(intake, dag=dag, op=date(2026, 10, 5))
        leg_uitkomst_oproep_vast(
            oproep=oproep, verschijning=Verschijning.NIET_VERSCHENEN, door=None, op=date(2026, 10, 15)
        )

    with pytest.raises(NietCompleet, match="dat zijn er nu 2"):
        rond_af_bij_verstek(intake=intake, door=None, op=OP)


def test_absence_needs_letters_that_were_sent_days_that_passed_and_a_verdict_on_each(intake):
    kwam_niet(roep_op(intake, dag=date(2026, 10, 8)))
    kwam_niet(verstuur(roep_op(intake, dag=date(2026, 10, 15))))
    derde = verstuur(roep_op(intake, dag=date(2026, 10, 22)))
    afgemeld = {"verschijning": Verschijning.AFGEMELD, "geldige_reden": False, "door": None}
    leg_uitkomst_oproep_vast(oproep=derde, **afgemeld, op=date(2026, 10, 19))

    with pytest.raises(NietCompleet) as fout:
        rond_af_bij_verstek(intake=intake, door=None, op=date(2026, 10, 22))

    assert fout.value.redenen == (
        "Van de 1e oproep is niet vastgelegd dat de brief vóór 8 oktober 2026 is verzonden.",
        "Bij de 1e oproep is nog niet beoordeeld of er een geldige reden was.",
        "Bij de 2e oproep is nog niet beoordeeld of er een geldige reden was.",
        "De dag van de 3e oproep (22 oktober 2026) is nog niet voorbij.",
    )


def test_a_missed_oproep_can_still_be_judged_after_the_next_was_sent(intake):
    eerste = kwam_niet(roep_op(intake, dag=date(2026, 10, 8)))
    roep_op(intake, dag=date(2026, 10, 15))

    kwam_niet(eerste, geldige_reden=False)

    eerste.refresh_from_db()
    assert (eerste.geldige_reden, eerste.wat_gebeurde) == (False, "u kwam niet en had daar geen geldige reden voor.")


def test_who_was_spoken_to_is_not_absent(intake):
    voer_gesprek(intake, datum=START)
    mis_drie_oproepen(intake)

    with pytest.raises(NietCompleet, match="Er is een gesprek gevoerd"):
        rond_af_bij_verstek(intake=intake, door=None, op=date(2026, 10, 23))


def test_nothing_changes_after_completion_until_it_is_opened_again(compleet):
    door = compleet.dossier.consulent
    rond_af(intake=compleet, door=door, op=OP)
    with pytest.raises(IntakeFout, match="Heropen"):
        schrijf(compleet, Gebied.NETWERK, "Speelt voetbal.")

    heropen(intake=compleet, reden="Diploma alsnog gevonden", door=door, op=OP)

    assert schrijf(compleet, Gebied.NETWERK, "Speelt voetbal.").versie == 1


def test_opening_again_needs_a_reason_and_no_pip(compleet):
    door = compleet.dossier.consulent
    rond_af(intake=compleet, door=door, op=OP)
    with pytest.raises(IntakeFout, match="waarom"):
        heropen(intake=compleet, reden=" ", door=door, op=OP)

    leg_vast(compleet.dossier, FeitSoort.PIP_VASTGESTELD, OP, beschikking="PIP-2026-0001", leerroute="B1")

    with pytest.raises(IntakeFout, match="PIP op vastgesteld"):
        heropen(intake=compleet, reden="Diploma alsnog gevonden", door=door, op=OP)


def test_opening_again_after_absence_asks_for_the_test_again(intake):
    mis_drie_oproepen(intake)
    rond_af_bij_verstek(intake=intake, door=None, op=date(2026, 10, 23))

    heropen(intake=intake, reden="Inburgeraar kwam alsnog", door=None, op=date(2026, 10, 26))

    assert not vers(intake).toets.is_klaar


def test_starting_twice_gives_the_same_intake(intake):
    nogmaals = start_intake(dossier=intake.dossier, datum=OP, door=None, op=OP)

    assert (nogmaals.pk, nogmaals.gestart_op) == (intake.pk, START)
    assert intake.dossier.gebeurtenissen.filter(soort="INTAKE_GESTART").count() == 1
