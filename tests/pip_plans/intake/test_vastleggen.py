"""Talks, areas of life, the test and Taalstart as people record them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Hoedanigheid
from pip_plans.intake.enums import Gebied, GeenToets, Wijzing
from pip_plans.intake.models import BredeIntake, Oproep
from pip_plans.intake.services.basis import GewijzigdDoorAnder, IntakeFout
from pip_plans.intake.services.intake import (
    bewaar_zienswijze,
    leg_wens_individueel_vast,
    wijs_op_individueel_gesprek,
)
from pip_plans.intake.services.samenvatting import samenvatting
from pip_plans.intake.services.taalstart import registreer_taalstart
from pip_plans.intake.services.toets import leg_geen_toets_vast

from .conftest import OP, kwam_niet, roep_op, schrijf, slaag, voer_gesprek


def test_an_incomplete_area_is_kept(intake):
    assert schrijf(intake, Gebied.TAAL, "Spreekt Tig").versie == 1


def test_two_writers_of_one_area_do_not_overwrite_each_other(intake, cast):
    schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya.", door=cast.consulent)

    with pytest.raises(GewijzigdDoorAnder) as fout:
        schrijf(intake, Gebied.TAAL, "Spreekt Engels.", versie=0, door=cast.collega)

    assert fout.value.huidig.situatie == "Spreekt Tigrinya."
    assert fout.value.getypt["situatie"] == "Spreekt Engels."
    assert intake.leefgebieden.get(gebied=Gebied.TAAL).situatie == "Spreekt Tigrinya."


def test_saving_the_same_text_again_changes_nothing(intake):
    schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya.")

    assert schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya.\r\n", versie=0).versie == 1


def test_a_day_of_autosaves_is_one_line_of_history_without_the_text(intake):
    for versie, tekst in enumerate(["Wer", "Werkte als kok", "Werkte als kok in Asmara"]):
        schrijf(intake, Gebied.WERK, tekst, versie=versie)

    regel = intake.dossier.gebeurtenissen.get(soort="INTAKE_LEEFGEBIED")
    assert regel.gegevens == {}


def test_the_history_does_not_tell_that_it_was_about_gezondheid(intake):
    schrijf(intake, Gebied.GEZONDHEID, "Slaapt slecht.")

    regel = intake.dossier.gebeurtenissen.get(soort="INTAKE_LEEFGEBIED")
    assert "gezondheid" not in f"{regel.gegevens} {regel.kenmerk} {regel.toelichting}"


def test_a_version_of_an_area_that_was_never_saved_is_refused(intake):
    with pytest.raises(IntakeFout, match="nog niets bewaard"):
        schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya.", versie=99999999999999999999)
    schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya.")
    with pytest.raises(GewijzigdDoorAnder):
        schrijf(intake, Gebied.TAAL, "Spreekt Engels.", versie=99999999999999999999)


def test_an_individual_talk_is_without_the_partner(intake):
    with pytest.raises(IntakeFout, match="zonder partner"):
        voer_gesprek(intake, individueel=True, aanwezigen=[("Rania", Hoedanigheid.PARTNER)])

    voer_gesprek(intake, individueel=True, aanwezigen=[("mevrouw Berhane", Hoedanigheid.TOLK)])
    intake.refresh_from_db()
    assert intake.individueel_gevoerd_op == OP


def test_in_an_individual_talk_everybody_has_a_known_capacity(intake):
    with pytest.raises(IntakeFout, match="vanuit zijn werk"):
        voer_gesprek(intake, individueel=True, aanwezigen=[("Joost", Hoedanigheid.ANDERS)])

    voer_gesprek(intake, individueel=True, aanwezigen=[("Joost", Hoedanigheid.HULPVERLENER)])
    assert intake.gesprekken.get().individueel


def test_a_talk_of_tomorrow_is_refused(intake):
    with pytest.raises(IntakeFout, match="toekomst"):
        voer_gesprek(intake, datum=OP + timedelta(days=1))


def test_the_first_notice_of_the_individual_talk_stays(intake):
    for dag in (OP, OP + timedelta(days=3)):
        wijs_op_individueel_gesprek(intake=intake, datum=dag, hoe=Wijzing.GESPREK, door=None, op=dag)

    intake.refresh_from_db()
    assert intake.gewezen_op == OP


def test_a_wish_comes_after_the_notice(intake):
    with pytest.raises(IntakeFout, match="Leg eerst vast"):
        leg_wens_individueel_vast(intake=intake, gewenst=False, door=None, op=OP)


def test_no_test_through_absence_needs_three_oproepen(intake):
    with pytest.raises(IntakeFout, match="drie gemiste oproepen voor de toets"):
        leg_geen_toets_vast(intake=intake, reden=GeenToets.VERSTEK, door=None, op=OP)


def test_the_summary_leaves_health_out_unless_it_may_be_seen(intake):
    schrijf(intake, Gebied.GEZONDHEID, "Draagt een hoorapparaat.")
    schrijf(intake, Gebied.WENSEN, "Wil kok worden.")

    zonder, met = samenvatting(intake.dossier), samenvatting(intake.dossier, met_gezondheid=True)

    assert zonder.wens == met.wens == "Wil kok worden."
    assert zonder.gebied(Gebied.GEZONDHEID).situatie == ""
    assert met.gebied(Gebied.GEZONDHEID).situatie == "Draagt een hoorapparaat."


def test_the_summary_tells_of_talks_test_taalstart_and_missed_oproepen(intake):
    kwam_niet(roep_op(intake, dag=date(2026, 10, 8)))
    voer_gesprek(intake)
    bewaar_zienswijze(intake=intake, tekst="Is het ermee eens.", door=None, op=OP)
    les = {"start": date(2026, 10, 2), "eind": OP, "rapport_op": OP, "advies": "B1-route", "advies_b1": "past"}
    registreer_taalstart(intake=intake, gegevens=les, door=None, op=OP)
    slaag(intake, woorden="Advies: B1")

    beeld = samenvatting(intake.dossier)

    assert [(gesprek.datum, gesprek.waar) for gesprek in beeld.gesprekken] == [(OP, "op het gemeentehuis")]
    assert [dag for dag, _ in beeld.gemiste_oproepen] == [date(2026, 10, 8)]
    assert (beeld.toets.b1_haalbaar, beeld.toets.datum) == (True, OP)
    assert (beeld.taalstart.advies, beeld.zienswijze) == ("B1-route", "Is het ermee eens.")
    assert dict(beeld.taalstart.oordelen) == {"onderwijs": "", "b1": "past", "z": ""}
    assert (beeld.toets.uitslag_duo, beeld.toets.richting) == ("Advies: B1", "")


def test_a_dossier_without_intake_has_no_summary(dossier):
    assert samenvatting(dossier) is None


def test_the_database_holds_one_intake_per_dossier(intake):
    with pytest.raises(IntegrityError), transaction.atomic():
        BredeIntake.objects.create(dossier=intake.dossier, gestart_op=OP)
    assert not Oproep.objects.exists()
