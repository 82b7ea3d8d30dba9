"""From a recorded fact to the terms in the database, and back when the fact turns out otherwise."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Termijnstatus
from cases.models import Gebeurtenis
from cases.services import termijnen
from cases.services.gebeurtenissen import GebeurtenisFout, corrigeer_feit, registreer_feit
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import asielstatushouder, leg_vast, maak_dossier

OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


def test_ten_weeks_after_the_later_of_kennisgeving_and_registration(dossier):
    termijn = dossier.termijnen.open().get(soort="PIP")

    assert (termijn.code, termijn.start, termijn.laatste_dag) == ("PIP_10W", date(2026, 9, 9), date(2026, 11, 18))
    assert not termijn.voorlopig


def test_bringing_terms_in_line_again_changes_nothing(dossier):
    voor = list(dossier.termijnen.values_list("pk", "status"))

    assert termijnen.actualiseer(dossier=dossier, op=OP) == []
    assert list(dossier.termijnen.values_list("pk", "status")) == voor


@pytest.mark.parametrize(("dag", "stand"), [(18, "gehaald"), (19, "te_laat_gedaan")])
def test_a_duty_that_was_met_after_its_last_day_says_so_for_good(dossier, cast, inloggen, dag, stand):
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, dag), beschikking="PIP-2026-0001", leerroute="B1")

    termijn = dossier.termijnen.get(soort="PIP", status="gehaald")
    assert {termijn.stand(op) for op in (OP, date(2029, 1, 1))} == {stand}
    client, url = inloggen(cast.consulent), f"/diemen/dossiers/{dossier.nummer}/"
    for pagina in (client.get(url).text, client.get(f"{url}termijnen/{termijn.pk}/").text):
        assert ("te laat gedaan" in pagina) == (stand == "te_laat_gedaan")


def test_a_corrected_fact_replaces_the_term_and_keeps_the_old_one(dossier):
    oud = dossier.termijnen.open().get(soort="PIP")
    brp = dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")

    corrigeer_feit(gebeurtenis=brp, datum=date(2026, 9, 16), toelichting="BRP nagekeken", door=None, op=OP)

    nieuw = dossier.termijnen.open().get(soort="PIP")
    oud.refresh_from_db()
    assert (oud.status, nieuw.vervangt, nieuw.laatste_dag) == (Termijnstatus.VERVANGEN, oud, date(2026, 11, 25))


def test_a_fact_that_never_held_makes_its_term_lapse(dossier):
    brp = dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")

    corrigeer_feit(gebeurtenis=brp, datum=brp.datum, vervalt=True, toelichting="verkeerd dossier", door=None, op=OP)

    assert not dossier.termijnen.open().filter(soort="PIP").exists()
    assert dossier.termijnen.get(soort="PIP").status == Termijnstatus.VERVALLEN


def test_a_fact_is_corrected_once(dossier):
    brp = dossier.gebeurtenissen.geldend().get(soort="BRP_INSCHRIJVING")
    corrigeer_feit(gebeurtenis=brp, datum=date(2026, 9, 16), toelichting="BRP nagekeken", door=None, op=OP)

    with pytest.raises(GebeurtenisFout, match="al gecorrigeerd"):
        corrigeer_feit(gebeurtenis=brp, datum=date(2026, 9, 17), toelichting="nog eens", door=None, op=OP)


def test_the_same_source_and_reference_is_recorded_once(dossier):
    for _ in range(2):
        registreer_feit(
            dossier=dossier, soort=FeitSoort.HUISVESTING, datum=OP, door=None, op=OP, bron="import", kenmerk="a1"
        )

    assert dossier.gebeurtenissen.filter(soort="HUISVESTING").count() == 1


def test_a_fact_of_tomorrow_is_refused(dossier):
    with pytest.raises(GebeurtenisFout, match="toekomst"):
        registreer_feit(dossier=dossier, soort=FeitSoort.HUISVESTING, datum=date(2026, 11, 21), door=None, op=OP)


def test_a_pip_meets_the_ten_weeks_and_starts_the_terms_that_follow(dossier):
    leg_vast(dossier, FeitSoort.PIP_VASTGESTELD, date(2026, 11, 2), beschikking="PIP-2026-0001", leerroute="B1")

    assert dossier.termijnen.get(soort="PIP", status="gehaald").gehaald_op == date(2026, 11, 2)
    assert set(dossier.termijnen.open().values_list("soort", flat=True)) == {
        "AANBOD",
        "INBURGERINGSTERMIJN",
        "LEERROUTE_WISSEL",
    }


def test_without_facts_there_is_no_term(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP)

    assert not dossier.termijnen.exists()


def test_the_database_refuses_to_rewrite_an_event(dossier):
    gebeurtenis = dossier.gebeurtenissen.first()

    for poging in (lambda: Gebeurtenis.objects.filter(pk=gebeurtenis.pk).update(datum=OP), gebeurtenis.delete):
        with pytest.raises(Exception, match="alleen_toevoegen"), transaction.atomic():
            poging()


def test_the_database_refuses_a_second_open_term_of_one_kind(dossier):
    termijn = dossier.termijnen.open().get(soort="PIP")
    termijn.pk = None

    with pytest.raises(IntegrityError, match="termijn_een_open"), transaction.atomic():
        termijn.save()
