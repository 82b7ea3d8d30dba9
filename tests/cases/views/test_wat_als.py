"""Wat als: other facts on a dossier, all terms old and new, and nothing stored."""

from datetime import date

import pytest

from cases.models import Gebeurtenis, Termijn
from tests.fabriek import asielstatushouder, maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))


@pytest.fixture
def vraag(cast, dossier, inloggen):
    """Post the dates as they stand, with `anders` instead; `erbij` are kinds of facts to add."""

    def stel(erbij="", op=dossier, **anders):
        feiten = op.gebeurtenissen.feiten().geldend()
        nu = {f"feit_{rij.pk}": f"{rij.datum:%d-%m-%Y}" for rij in feiten}
        soort = {rij.soort: f"feit_{rij.pk}" for rij in feiten}
        invoer = nu | {soort.get(naam, naam): waarde for naam, waarde in anders.items()} | {"reken": "1"}
        return inloggen(cast.consulent).post(f"/diemen/dossiers/{op.nummer}/termijnen/wat-als/{erbij}", invoer)

    return stel


def regels(antwoord):
    """Per term: name, last day now and then, and whether it differs."""
    dag = lambda rij: rij.laatste_dag if rij else None  # noqa: E731  said once
    return {
        r.verschuiving.naam: (dag(r.verschuiving.oud), dag(r.verschuiving.nieuw), r.anders)
        for r in antwoord.context["uitkomst"].regels
    }


def alles():
    return Gebeurtenis.objects.count(), sorted(Termijn.objects.values_list("pk", "status", "laatste_dag"))


def test_another_date_shows_both_days_and_stores_nothing(vraag):
    voor = alles()

    antwoord = vraag(BRP_INSCHRIJVING="16-09-2026")

    assert regels(antwoord) == {"PIP vaststellen": (date(2026, 11, 18), date(2026, 11, 25), True)}
    assert "18-11-2026" in antwoord.text
    assert "25-11-2026" in antwoord.text
    assert alles() == voor


def test_the_same_facts_leave_every_term_where_it_is(vraag):
    assert regels(vraag()) == {"PIP vaststellen": (date(2026, 11, 18), date(2026, 11, 18), False)}


def test_a_fact_that_is_left_out_takes_its_term_along(vraag):
    antwoord = vraag(BRP_INSCHRIJVING="")

    assert regels(antwoord) == {"PIP vaststellen": (date(2026, 11, 18), None, True)}
    assert "geen termijn" in antwoord.text


def test_a_pip_that_is_not_there_yet_shows_the_terms_that_would_come(vraag):
    antwoord = vraag("?erbij=PIP_VASTGESTELD&erbij=BIJSTAND_INGEGAAN", erbij0_datum="01-12-2026",
                     erbij0_leerroute="ONDERWIJS", erbij1_datum="01-11-2026")  # fmt: skip

    gevonden = regels(antwoord)
    assert gevonden["PIP vaststellen"] == (date(2026, 11, 18), date(2026, 11, 18), True)
    assert gevonden["Inburgeringstermijn"] == (None, date(2029, 12, 1), True)
    assert gevonden["Inburgeringsaanbod doen"] == (None, date(2027, 3, 1), True)
    assert gevonden["Start van het taalschakeltraject"] == (None, date(2027, 6, 1), True)
    assert "gehaald op 01-12-2026" in antwoord.text


@pytest.mark.parametrize("dag", ["01-01-0001", "31-12-2201", "31-02-2026", "morgen"])
def test_an_impossible_date_is_said_and_reckons_nothing(vraag, dag):
    antwoord = vraag(BRP_INSCHRIJVING=dag)

    assert (antwoord.status_code, antwoord.context["uitkomst"]) == (422, None)


@pytest.mark.parametrize("dag", ["01-01-1900", "31-12-2199"])
def test_an_absurd_date_that_exists_breaks_nothing(vraag, dag):
    assert vraag(BRP_INSCHRIJVING=dag, KENNISGEVING_DUO=dag).status_code == 200


def test_an_empty_dossier_and_unknown_kinds_of_facts_ask_for_a_fact(cast, vraag):
    leeg = maak_dossier(cast.gemeente, cast.consulent, op=OP)

    assert vraag("?erbij=ZIEKTE&erbij=HUISVESTING", op=leeg, erbij0_datum="01-11-2026").status_code == 200
    assert len(vraag("?" + "&".join(["erbij=HUISVESTING"] * 9), op=leeg).context["form"].erbij) == 3


def test_who_may_read_may_ask_and_an_outsider_finds_nothing(cast, dossier, inloggen):
    adres = f"/diemen/dossiers/{dossier.nummer}/termijnen/wat-als/"

    assert "Wat als de feiten anders zijn?" in inloggen(cast.consulent).get(f"/diemen/dossiers/{dossier.nummer}/").text
    assert inloggen(cast.raadpleger).get(adres).status_code == 200
    assert inloggen(cast.beheerder).get(adres).status_code == 403
    assert inloggen(cast.buitenstaander).get(adres).status_code == 404
