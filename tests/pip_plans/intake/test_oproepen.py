"""Three oproepen in order, their letters, and what came of them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Afspraakuitkomst
from cases.pdf import maak_html
from cases.services.afspraken import annuleer_afspraak, leg_uitkomst_vast
from inburgering.recht.feiten import FeitSoort
from pip_plans.intake.enums import Oproepsoort, Verschijning
from pip_plans.intake.models import BredeIntake, Oproep
from pip_plans.intake.services.afronding import rond_af_bij_verstek
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.oproepen import leg_uitkomst_oproep_vast
from pip_plans.intake.services.oproepgevolgen import gevolg, wat_hangt_eraan
from tests.fabriek import leg_vast

from .conftest import kwam_niet, mis_drie_oproepen, roep_op

EERSTE = date(2026, 10, 8)
TWEEDE = date(2026, 10, 15)


def test_the_first_letter_names_day_place_interpreter_and_the_individual_talk(intake):
    oproep = roep_op(intake, dag=EERSTE)

    tekst = " ".join(maak_html(oproep.document.sjabloon, oproep.document.inhoud).split())
    assert "donderdag 8 oktober 2026" in tekst
    assert "10:30" in tekst
    assert "Tigrinya" in tekst
    assert "recht op een gesprek met ons alleen" in tekst
    assert "Waarschuwing" not in tekst


def test_the_second_letter_warns_and_names_the_day_that_was_missed(intake):
    kwam_niet(roep_op(intake, dag=EERSTE))

    tweede = roep_op(intake, dag=TWEEDE, op=EERSTE)

    tekst = maak_html(tweede.document.sjabloon, tweede.document.inhoud)
    assert (tweede.nummer, tweede.met_waarschuwing) == (2, True)
    assert "8 oktober 2026" in tekst
    assert "Waarschuwing" in tekst


def test_a_second_oproep_waits_for_the_outcome_of_the_first(intake):
    roep_op(intake, dag=EERSTE)

    with pytest.raises(IntakeFout, match="uitkomst van de vorige"):
        roep_op(intake, dag=TWEEDE)


def test_a_valid_reason_gives_the_number_back(intake):
    kwam_niet(roep_op(intake, dag=EERSTE), geldige_reden=True, reden="lag in het ziekenhuis")

    opnieuw = roep_op(intake, dag=TWEEDE, op=EERSTE)

    assert opnieuw.nummer == 1
    assert opnieuw.document.inhoud["eerdere"] == []


def test_an_apology_is_judged_before_the_next_oproep(intake):
    oproep = roep_op(intake, dag=EERSTE)
    leg_uitkomst_vast(afspraak=oproep.afspraak, uitkomst=Afspraakuitkomst.AFGEMELD, door=None, op=EERSTE)
    with pytest.raises(IntakeFout, match="Beoordeel eerst"):
        roep_op(intake, dag=TWEEDE)

    leg_uitkomst_oproep_vast(
        oproep=oproep, verschijning=Verschijning.AFGEMELD, geldige_reden=False, door=None, op=EERSTE
    )

    assert roep_op(intake, dag=TWEEDE, op=EERSTE).nummer == 2


def test_there_is_no_fourth_oproep(intake):
    mis_drie_oproepen(intake)

    with pytest.raises(IntakeFout, match="al drie oproepen"):
        roep_op(intake, dag=date(2026, 10, 29))


def test_oproepen_for_intake_and_test_have_their_own_numbers(intake):
    kwam_niet(roep_op(intake, dag=EERSTE))

    toets = roep_op(intake, dag=TWEEDE, op=EERSTE, soort=Oproepsoort.TOETS)

    assert (toets.nummer, toets.wijst_op_individueel_gesprek) == (1, False)
    intake.leerbaarheidstoets.refresh_from_db()
    assert intake.leerbaarheidstoets.gepland_op == TWEEDE


def test_a_missed_test_is_recorded_with_the_test(intake):
    kwam_niet(roep_op(intake, dag=TWEEDE, soort=Oproepsoort.TOETS))

    intake.leerbaarheidstoets.refresh_from_db()
    assert intake.leerbaarheidstoets.stand == "niet verschenen"


def test_the_outcome_of_the_afspraak_holds_for_the_oproep(intake):
    oproep = roep_op(intake, dag=EERSTE)

    leg_uitkomst_vast(afspraak=oproep.afspraak, uitkomst=Afspraakuitkomst.NIET_VERSCHENEN, door=None, op=EERSTE)

    oproep.refresh_from_db()
    assert (oproep.verschijning, oproep.is_gemist) == (Verschijning.NIET_VERSCHENEN, True)


def test_the_outcome_of_the_oproep_holds_for_the_afspraak(intake):
    oproep = kwam_niet(roep_op(intake, dag=EERSTE))

    oproep.afspraak.refresh_from_db()
    assert oproep.afspraak.uitkomst == Afspraakuitkomst.NIET_VERSCHENEN


def test_an_afspraak_that_the_gemeente_cancels_gives_the_number_back(intake):
    oproep = roep_op(intake, dag=EERSTE)
    annuleer_afspraak(afspraak=oproep.afspraak, reden="consulent ziek", door=None, op=EERSTE - timedelta(days=1))

    assert roep_op(intake, dag=TWEEDE, op=EERSTE).nummer == 1


def test_an_outcome_changes_only_when_the_later_oproep_is_withdrawn(intake):
    eerste = kwam_niet(roep_op(intake, dag=EERSTE))
    tweede = kwam_niet(roep_op(intake, dag=TWEEDE, op=EERSTE))
    ziek = {"oproep": eerste, "verschijning": Verschijning.NIET_VERSCHENEN, "geldige_reden": True, "reden": "ziek"}
    with pytest.raises(IntakeFout, match="Trek die eerst in"):
        leg_uitkomst_oproep_vast(**ziek, door=None, op=TWEEDE)

    leg_uitkomst_oproep_vast(oproep=tweede, verschijning=Verschijning.INGETROKKEN, door=None, op=TWEEDE)
    leg_uitkomst_oproep_vast(**ziek, door=None, op=TWEEDE)

    opnieuw = roep_op(intake, dag=TWEEDE + timedelta(days=14), op=TWEEDE)
    assert (opnieuw.nummer, opnieuw.document.inhoud["eerdere"]) == (1, [])


def test_the_last_day_to_call_is_kept_with_the_oproep(intake):
    oproep = roep_op(intake, dag=EERSTE)

    assert oproep.uiterlijk == EERSTE - timedelta(days=1)
    with pytest.raises(IntegrityError, match="oproep_uiterlijk_na_brief"), transaction.atomic():
        Oproep.objects.filter(pk=oproep.pk).update(uiterlijk=oproep.dagtekening - timedelta(days=1))


def test_every_outcome_says_what_follows_and_that_no_fine_is_automatic(intake):
    eerste = roep_op(intake, dag=EERSTE)
    assert "Nog niet bekend" in gevolg(eerste)
    assert "schriftelijke waarschuwing" in gevolg(kwam_niet(eerste))
    tweede = kwam_niet(roep_op(intake, dag=TWEEDE, op=EERSTE))
    assert "3e oproep" in gevolg(tweede)
    assert "eigen afweging" in gevolg(tweede)
    derde = kwam_niet(roep_op(intake, dag=TWEEDE + timedelta(days=14), op=TWEEDE))
    assert "zonder de inburgeraar" in gevolg(derde)
    excuus = leg_uitkomst_oproep_vast(
        oproep=derde, verschijning=Verschijning.AFGEMELD, reden="ziek", door=None, op=derde.dag
    )
    assert "Beoordeel eerst" in gevolg(excuus)


def test_what_hangs_on_an_oproep_is_said_before_it_is_put_right(intake):
    mis_drie_oproepen(intake)
    rond_af_bij_verstek(intake=intake, door=None, op=date(2026, 10, 23))
    leg_vast(intake.dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 10, 23), beschikking="PIP-2026-0001", leerroute="B1")
    intake = BredeIntake.objects.met_alles().get(pk=intake.pk)

    zinnen = " ".join(wat_hangt_eraan(intake.oproepen.all()[0], intake))

    for deel in ("individuele gesprek", "De 2e oproep van", "De 3e oproep van", "zonder de inburgeraar afgerond"):
        assert deel in zinnen
    assert "PIP PIP-2026-0001 rust op die intake" in zinnen


def test_a_day_that_has_passed_cannot_be_named_in_an_oproep(intake):
    with pytest.raises(IntakeFout, match="na vandaag"):
        roep_op(intake, dag=EERSTE, op=EERSTE)


def test_the_database_refuses_the_same_number_twice(intake):
    eerste = kwam_niet(roep_op(intake, dag=EERSTE))
    tweede = kwam_niet(roep_op(intake, dag=TWEEDE, op=EERSTE))

    with pytest.raises(IntegrityError, match="oproep_nummer_uniek"), transaction.atomic():
        Oproep.objects.filter(pk=tweede.pk).update(nummer=eerste.nummer)


def test_the_database_refuses_two_open_oproepen(intake):
    eerste = kwam_niet(roep_op(intake, dag=EERSTE))
    roep_op(intake, dag=TWEEDE, op=EERSTE)

    with pytest.raises(IntegrityError, match="oproep_een_open"), transaction.atomic():
        Oproep.objects.filter(pk=eerste.pk).update(verschijning="")
