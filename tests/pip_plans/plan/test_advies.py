"""The advice of the Wet inburgering 2013: the same editor, and no decision in any way."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases.models import Beschikking, Dossier
from inburgering.recht.feiten import Regime
from pip_plans.plan.enums import Pipstatus, Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.advies import breng_uit
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.beoordelen import bied_aan
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import stel_op, trek_concept_in
from pip_plans.plan.services.versies import verschil_met_vorige
from pip_plans.plan.services.wijzigen import begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag

LATER = date(2027, 3, 1)


@pytest.fixture
def dossier(dossier_2013) -> Dossier:
    return dossier_2013


@pytest.fixture
def concept(dossier, cast, op) -> Pip:
    pip = stel_op(dossier=dossier, door=cast.consulent, op=op)
    rijen = [{"wat": "Lessen spreken", "wie": "Mehret", "hoeveel": "2 uur per week", "wanneer": "vanaf januari"}]
    return bewaar_concept(
        pip=pip, revisie=0, door=cast.consulent, op=op, afspraken=rijen,
        gegevens={"motivering": "Oefen eerst met spreken.", "school": "Taalhuis", "map_wanneer": "na het examen"},
    )  # fmt: skip


@pytest.fixture
def advies(concept, cast, op) -> Pip:
    return breng_uit(pip=concept, revisie=concept.revisie, door=cast.consulent, op=op)


def test_the_concept_has_no_leerroute_and_no_hours_of_the_law(concept):
    assert concept.is_advies
    assert (concept.leerroute, concept.pvt_uren, concept.map_uren, concept.b1_haalbaar) == ("", None, None, None)


def test_an_advice_is_brought_out_without_number_term_or_fact(advies, cast, op):
    assert (advies.status, advies.uitgebracht_op, advies.beschikking) == (Pipstatus.UITGEBRACHT, op, None)
    assert (advies.document.soort, advies.document.sjabloon) == ("pip_advies", "pip_advies/v1")
    assert Beschikking.objects.count() == 0
    assert not advies.dossier.termijnen.exists()
    assert not advies.dossier.gebeurtenissen.filter(soort="PIP_VASTGESTELD").exists()


def test_the_letter_says_what_is_advised_and_carries_the_number_of_the_dossier(advies):
    inhoud = advies.document.inhoud

    assert inhoud["kenmerk"]["nummer"] == advies.dossier.nummer
    assert (inhoud["motivering"], inhoud["ona"]) == (["Oefen eerst met spreken."], "Na het examen.")
    assert inhoud["afspraken"][0]["wat"] == "Lessen spreken"
    assert "bezwaar" not in inhoud
    assert "termijn" not in inhoud


def test_bringing_out_twice_makes_one_letter(advies, cast, op):
    breng_uit(pip=advies, revisie=advies.revisie, door=cast.consulent, op=op)

    assert advies.dossier.documenten.filter(soort="pip_advies").count() == 1
    assert advies.dossier.gebeurtenissen.filter(soort="PIP_ADVIES_UITGEBRACHT").count() == 1


def test_an_advice_that_was_brought_out_is_no_concept_to_withdraw(advies, cast, op):
    with pytest.raises(PlanFout, match=r"Dit PIP-advies is uitgebracht als advies\. Alleen een concept"):
        trek_concept_in(pip=advies, reden="vergissing", door=cast.consulent, op=op)


def test_what_was_changed_in_between_is_read_again(concept, cast, op):
    with pytest.raises(PlanFout, match="gewijzigd sinds u het opende"):
        breng_uit(pip=concept, revisie=concept.revisie - 1, door=cast.consulent, op=op)


def test_an_advice_without_advice_is_not_brought_out(concept, cast, op):
    leeg = bewaar_concept(pip=concept, revisie=concept.revisie, door=cast.consulent, op=op, gegevens={"motivering": ""})
    with pytest.raises(PlanFout, match="wat u de inburgeraar aanraadt"):
        breng_uit(pip=leeg, revisie=leeg.revisie, door=cast.consulent, op=op)


def test_there_is_no_second_reader_and_a_pip_is_never_brought_out(concept, cast, op):
    with pytest.raises(PlanFout, match="gaat niet naar de tweede lezer"):
        bied_aan(pip=concept, door=cast.consulent, op=op)
    Dossier.objects.update(regime=Regime.WI2021)
    with pytest.raises(PlanFout, match="een tweede lezer stelt het vast"):
        breng_uit(pip=concept, revisie=concept.revisie, door=cast.consulent, op=op)


def test_a_newer_advice_takes_the_place_of_the_old_one(advies, cast, op):
    with pytest.raises(PlanFout, match="Er is al een plan"):
        stel_op(dossier=advies.dossier, door=cast.consulent, op=LATER)
    vraag = Wijzigingsvraag(soort=Wijzigingssoort.ADVIES, reden="Spreken is gehaald")
    nieuw = begin_wijziging(vorige=advies, vraag=vraag, door=cast.consulent, op=LATER)
    nieuw = bewaar_concept(
        pip=nieuw, revisie=0, door=cast.consulent, op=LATER, gegevens={"motivering": "Ga nu schrijven."}
    )
    breng_uit(pip=nieuw, revisie=nieuw.revisie, door=cast.consulent, op=LATER)

    nieuw = Pip.objects.get(pk=nieuw.pk)
    assert (nieuw.versie, nieuw.document.inhoud["vervangt"], nieuw.document.inhoud["reden"]) == (
        2, "2026-11-20", "Spreken is gehaald.",
    )  # fmt: skip
    [een] = verschil_met_vorige(nieuw)
    assert (een.was, een.wordt) == (("Oefen eerst met spreken.",), ("Ga nu schrijven.",))


def test_an_advice_is_changed_in_no_other_way(advies, cast):
    for soort in (Wijzigingssoort.HOOFDLIJN, Wijzigingssoort.LEERROUTE):
        with pytest.raises(PlanFout, match="past niet"):
            begin_wijziging(vorige=advies, vraag=Wijzigingsvraag(soort=soort, reden="x"), door=cast.consulent, op=LATER)


def test_the_database_knows_no_advice_without_document_and_no_document_without_advice(concept):
    with pytest.raises(IntegrityError, match="pip_advies_met_document"), transaction.atomic():
        Pip.objects.filter(pk=concept.pk).update(status="uitgebracht")
    with pytest.raises(IntegrityError, match="pip_advies_met_document"), transaction.atomic():
        Pip.objects.filter(pk=concept.pk).update(uitgebracht_op=date(2026, 11, 20))


def test_what_is_not_written_yet_is_named_once(concept, cast, inloggen):
    Pip.objects.filter(pk=concept.pk).update(pvt_wanneer="", pvt_aanbieder="", map_wanneer="", map_aanbieder="")

    tab = " ".join(inloggen(cast.consulent).get(f"/diemen/dossiers/{concept.dossier.nummer}/pip/").text.split())
    assert "<dt>PVT</dt><dd> nog leeg </dd>" in tab
    assert "nog geen moment" not in tab
