"""Before the calendar or a policy choice changes: which terms of which dossiers would move, and nothing is stored."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse

from cases.enums import Rol
from cases.models import Instelling, Kbdag, Termijn
from cases.services import doorrekening
from inburgering.recht import regels
from tests.fabriek import aangesteld, asielstatushouder

OP = date(2026, 11, 20)
KBDAG = {"datum": date(2026, 11, 18), "naam": "Een vrije dag", "bron": "Stcrt. 2026, 1"}


@pytest.fixture(autouse=True)
def vrijdag():
    with time_machine.travel("2026-11-20 10:00+01:00", tick=True):
        yield


@pytest.fixture
def dossiers(cast, uithoorn):
    """Three that end on 18 November, one on 2 December, and one in another gemeente."""
    data = [date(2026, 9, 9)] * 3 + [date(2026, 9, 23)]
    eigen = [asielstatushouder(cast.gemeente, cast.consulent, brp=dag, kennisgeving=date(2026, 8, 1)) for dag in data]
    asielstatushouder(uithoorn, aangesteld(uithoorn, Rol.CONSULENT), brp=data[0], kennisgeving=date(2026, 8, 1))
    return eigen


@pytest.fixture
def beheer(cast, inloggen):
    return inloggen(cast.beheerder)


def stand():
    return sorted(Termijn.objects.values_list("pk", "status", "laatste_dag"))


def test_a_kb_day_moves_what_ends_on_it_and_only_in_this_gemeente(cast, dossiers):
    voor = stand()

    gevolg = doorrekening.bij_kbdag(gemeente=cast.gemeente, op=OP, **KBDAG)

    assert {rij.nummer for rij in gevolg.geraakt} == {dossier.nummer for dossier in dossiers[:3]}
    assert {v.nieuw.laatste_dag for rij in gevolg.geraakt for v in rij.verschuivingen} == {date(2026, 11, 19)}
    assert gevolg.zin == "Deze wijziging verschuift 3 termijnen in 3 dossiers."
    assert (stand(), Kbdag.objects.filter(datum=KBDAG["datum"]).count()) == (voor, 0)


def test_what_the_preview_says_is_what_happens(cast, dossiers, beheer, django_capture_on_commit_callbacks):
    adres, invoer = reverse("cases:kalender", args=["diemen"]), KBDAG | {"dag": "1", "datum": "18-11-2026"}
    bekeken = beheer.post(adres, invoer)
    assert "Deze wijziging verschuift 3 termijnen in 3 dossiers." in bekeken.text
    assert all(dossier.nummer in bekeken.text for dossier in dossiers[:3])
    assert not Kbdag.objects.filter(datum=KBDAG["datum"]).exists()

    with django_capture_on_commit_callbacks(execute=True):
        beheer.post(adres, invoer | {"bevestig": "1"})
    dag = Kbdag.objects.get(datum=KBDAG["datum"])
    assert doorrekening.bij_kbdag(gemeente=cast.gemeente, op=OP, **KBDAG).geraakt == []
    weg = beheer.post(reverse("cases:kbdag_verwijderen", args=["diemen", dag.pk]))
    assert "Deze wijziging verschuift 3 termijnen in 3 dossiers." in weg.text
    assert Kbdag.objects.filter(pk=dag.pk).exists()


def test_a_policy_choice_is_shown_before_it_is_stored_and_a_protected_dossier_has_no_number(cast, dossiers, beheer):
    later = [
        asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 10, 1))
        for _ in range(2)
    ]
    later[0].extra_beschermd = True
    later[0].save(update_fields=["extra_beschermd"])
    adres = reverse("cases:instelling", args=["diemen", "pip_startregel"])
    invoer = {"waarde": "brp", "bron": "Raadsbesluit 7", "geldig_vanaf": "20-11-2026"}

    pagina = beheer.post(adres, invoer)

    assert "Deze wijziging verschuift 2 termijnen in 2 dossiers." in pagina.text
    assert (later[0].nummer in pagina.text, later[1].nummer in pagina.text) == (False, True)
    assert not Instelling.objects.filter(sleutel="pip_startregel").exists()
    assert "Een beleidskeuze geldt vanaf vandaag" in beheer.post(adres, invoer | {"geldig_vanaf": "01-11-2026"}).text
    assert beheer.post(adres, invoer | {"bevestig": "1"}).status_code == 302


def test_a_piece_is_bounded_and_the_next_one_goes_on_where_it_stopped(cast, dossiers, beheer, monkeypatch):
    monkeypatch.setattr(doorrekening, "STUK", 2)
    adres, invoer = reverse("cases:kalender", args=["diemen"]), KBDAG | {"dag": "1", "datum": "18-11-2026"}

    een = beheer.post(adres, invoer)
    twee = beheer.post(adres, invoer | {"na": een.context["gevolg"].volgende})

    assert "In dit deel, 2 van 3 dossiers, verschuift dit 2 termijnen in 2 dossiers." in een.text
    assert "In dit deel, 1 van 3 dossiers, verschuift dit 1 termijn in 1 dossier." in twee.text
    assert [rij.nummer for rij in een.context["gevolg"].geraakt + twee.context["gevolg"].geraakt] == [
        dossier.nummer for dossier in dossiers[:3]
    ]
    assert beheer.post(adres, invoer | {"na": "9" * 30}).context["gevolg"].eerste


def test_the_number_of_queries_does_not_grow_with_the_dossiers(cast, dossiers, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        doorrekening.bij_kbdag(gemeente=cast.gemeente, op=OP, **KBDAG)


def test_a_release_with_another_rule_is_counted_by_the_command_and_changes_nothing(cast, dossiers, monkeypatch):
    """As a release would: the same code, another length of the term."""
    regel = regels.REGELS["PIP_10W"]
    korter = replace(regel, duur=replace(regel.duur, aantal=8))
    monkeypatch.setattr(regels, "REGELS", {**regels.REGELS, "PIP_10W": korter})
    voor, uit = stand(), StringIO()

    with pytest.raises(CommandError) as fout:
        call_command("controleer_termijnen", gemeente="Diemen", kort=True, stdout=uit)

    assert fout.value.returncode == 1
    assert uit.getvalue().splitlines() == [
        "PIP vaststellen: 4 verschoven",
        "4 dossiers met een verschil, 4 termijnen met een andere dag.",
    ]
    assert stand() == voor
