"""The letter that a real dossier leads to, for both groups, with its real bytes once."""

import re
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from cases.opslag import lees
from cases.pdf import maak_html
from cases.services import documenten
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.brief import stel_brief_samen, voorbeeld
from pip_plans.plan.services.opstellen import stel_op
from pip_plans.plan.services.situatie import situatie

from .hulp import gezinsmigrant_met_intake, maak_compleet


def woorden(pip, op=date(2026, 11, 20)) -> str:
    gegevens = situatie(pip.dossier)
    brief = stel_brief_samen(pip=pip, gegevens=gegevens, nummer="PIP-2026-0001", dagtekening=op, tekent="M. de Groot")
    return " ".join(re.sub(r"<[^>]+>", " ", maak_html("pip/v1", brief.als_json())).split())


def test_the_letter_of_an_asielstatushouder_reads_as_sentences(compleet):
    tekst = woorden(compleet)

    assert "Zo veel les krijgt u: 12 uur les per week, ongeveer 18 maanden lang." in tekst
    assert "Wij zorgen dat u op tijd les krijgt bij NL Training." in tekst
    assert "De uitslag is: B1 is haalbaar." in tekst
    assert "U hebt over het plan gezegd: u wilt graag snel beginnen." in tekst
    assert "op 29 september 2026, op het gemeentehuis: over uw opleiding en werk" in tekst
    assert "U bent klaar uiterlijk op 20 november 2029" in tekst
    assert "Bijstandsuitkering, van 20 september 2026, kenmerk PW-2026-1187" in tekst
    assert ".." not in tekst
    assert "[nog invullen]" not in tekst


def test_the_three_years_follow_the_dagtekening(compleet):
    tekst = woorden(compleet, date(2027, 2, 28))

    assert "U bent klaar uiterlijk op 28 februari 2030" in tekst
    assert "Wisselen van leerroute tot en met 31 augustus 2028" in tekst


def test_the_letter_of_a_gezinsmigrant_has_no_offer_and_no_bijstand(diemen, cast, op):
    pip = stel_op(dossier=gezinsmigrant_met_intake(diemen, cast.consulent), door=cast.consulent, op=op)
    tekst = woorden(maak_compleet(pip, pw=False))

    assert "Mevrouw P. Şahin" in tekst
    assert "Ons advies is: NL Training." in tekst
    assert "Zo veel les krijgt u" not in tekst
    assert "uitkering" not in tekst


def test_a_deviation_stands_in_the_letter_with_its_reasons(compleet, cast, op):
    redenen = "U bent 61 jaar.\nU ging nooit naar school"
    pip = bewaar_concept(
        pip=compleet, revisie=compleet.revisie, door=cast.consulent, op=op,
        gegevens={"leerroute": "Z", "motivering_afwijking": redenen, "examenwensen": ["spreken", "knm"]},
    )  # fmt: skip
    tekst = woorden(pip)

    assert "U bent 61 jaar. U ging nooit naar school." in tekst
    assert "toch examen wilt doen in: Spreken op niveau A2, KNM." in tekst
    assert "800 uur in de samenleving" in tekst


def test_a_concept_shows_what_is_still_to_fill_in(concept):
    assert "Bij: [nog invullen]. U betaalt hier niets voor." in woorden(concept)


def test_without_a_leerroute_there_is_nothing_to_show(concept):
    concept.leerroute = ""
    with pytest.raises(ValueError, match="leerroute"):
        woorden(concept)


@pytest.mark.usefixtures("lettertypen")
def test_the_decision_becomes_a_pdf_that_is_stored_once(compleet, cast, op, django_capture_on_commit_callbacks):
    pip = bied_aan(pip=compleet, door=cast.consulent, op=op)
    with django_capture_on_commit_callbacks(execute=True):
        besluit = stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=op)
    besluit.document.refresh_from_db()
    inhoud = lees(besluit.document)

    assert "PIP-2026-0001" in PdfReader(BytesIO(inhoud)).pages[0].extract_text()
    documenten.maak(document_id=besluit.document.pk, moment=besluit.document.gemaakt_op)
    besluit.document.refresh_from_db()
    assert lees(besluit.document) == inhoud


@pytest.mark.usefixtures("lettertypen")
def test_a_preview_carries_the_word_concept_on_every_page_and_is_not_stored(concept, op):
    daarvoor = set(concept.dossier.documenten.values_list("pk", flat=True))
    bladen = PdfReader(BytesIO(voorbeeld(pip=concept, op=op))).pages

    assert all("CONCEPT" in blad.extract_text() for blad in bladen)
    assert set(concept.dossier.documenten.values_list("pk", flat=True)) == daarvoor
