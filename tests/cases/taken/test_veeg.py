"""The sweep finds what no queue holds any more, and what beat missed."""

from datetime import date, timedelta

import pytest

from cases.achtergrondtaken import achtergrondtaken
from cases.enums import Documentstatus
from cases.models import Document, Hartslag, Koppelbestand, Signaal, Zelfcontrole
from cases.services import veeg
from cases.services.hartslag import vraag_aan

from .conftest import LAATSTE_DAG, moment

NU = moment(date(2026, 11, 20), 12)
LIGT = "Documenten die er na een kwartier nog niet zijn: 1."
STIL = {
    "documenten": 0,
    "stukken": 0,
    "importbestanden": 0,
    "toewijzingen": 0,
    "signalen": 0,
    "zelfcontroles": 0,
    "ingehaald": 0,
}


@pytest.fixture
def gedraaid(db):
    """All daily jobs ran this morning."""
    for sleutel in achtergrondtaken():
        if beurt := veeg.laatste_beurt(sleutel, NU):
            Hartslag.objects.create(taak=sleutel, gestart_op=beurt, gelukt_op=beurt)


@pytest.fixture
def document(dossier):
    velden = {"soort": "pip", "titel": "PIP", "sjabloon": "pip/v1", "inhoud": {}}
    return Document.objects.create(gemeente=dossier.gemeente, dossier=dossier, aangemaakt_op=NU, **velden)


def test_with_nothing_lying_about_nothing_is_queued(gedraaid):
    assert veeg.veeg(moment=NU) == STIL


def test_a_document_is_left_to_the_queue_for_a_minute_and_then_queued_again(gedraaid, document):
    assert veeg.veeg(moment=NU + timedelta(seconds=59))["documenten"] == 0
    assert veeg.veeg(moment=NU + timedelta(seconds=61)) == STIL | {"documenten": 1}
    assert veeg.blijft_liggen(moment=NU + timedelta(minutes=16)) == LIGT


def test_a_document_that_failed_is_tried_for_a_quarter_of_an_hour_and_then_told_of(gedraaid, document):
    Document.objects.filter(pk=document.pk).update(status=Documentstatus.MISLUKT, fout="x")

    assert veeg.veeg(moment=NU + timedelta(minutes=14))["documenten"] == 1
    assert veeg.blijft_liggen(moment=NU + timedelta(minutes=14)) == ""
    assert veeg.veeg(moment=NU + timedelta(minutes=16))["documenten"] == 0
    assert veeg.blijft_liggen(moment=NU + timedelta(minutes=16)) == LIGT


@pytest.mark.parametrize("status", [Documentstatus.GEREED, Documentstatus.MISLUKT])
def test_a_document_that_is_ready_or_failed_is_left_alone(gedraaid, document, status):
    vast = {"bytes": b"%PDF", "sha256": "0" * 64} if status == Documentstatus.GEREED else {"fout": "te lang"}
    Document.objects.filter(pk=document.pk).update(status=status, gemaakt_op=NU, **vast)

    assert veeg.veeg(moment=NU + timedelta(hours=1)) == STIL


def test_a_confirmed_import_that_stopped_goes_on(cast, gedraaid):
    wie = {"door": cast.teamleider, "bevestigd_door": cast.teamleider}
    Koppelbestand.objects.create(
        gemeente=cast.gemeente, status="bevestigd", sha256="0" * 64, bevestigd_op=NU, gewerkt_op=NU, **wie
    )

    assert veeg.veeg(moment=NU + timedelta(minutes=1))["importbestanden"] == 0
    assert veeg.veeg(moment=NU + timedelta(minutes=3))["importbestanden"] == 1


def test_waiting_signals_are_sent_again_every_ten_minutes_not_every_minute(gedraaid, dossier, maak):
    maak(LAATSTE_DAG)
    Signaal.objects.update(aangemaakt_op=NU)
    assert veeg.veeg(moment=NU + timedelta(minutes=2))["signalen"] == 1

    Hartslag.objects.filter(taak="signalen_versturen").update(gestart_op=NU + timedelta(minutes=2))
    assert veeg.veeg(moment=NU + timedelta(minutes=11))["signalen"] == 0
    assert veeg.veeg(moment=NU + timedelta(minutes=13))["signalen"] == 1


def test_a_self_check_that_stopped_goes_on_and_an_unsent_report_is_tried_again(gedraaid):
    Zelfcontrole.objects.create(op=NU.date(), gewerkt_op=NU)
    Zelfcontrole.objects.create(op=NU.date(), fase="alarm", gewerkt_op=NU)

    assert veeg.veeg(moment=NU + timedelta(minutes=1))["zelfcontroles"] == 0
    assert veeg.veeg(moment=NU + timedelta(minutes=3))["zelfcontroles"] == 1
    assert veeg.veeg(moment=NU + timedelta(minutes=11))["zelfcontroles"] == 2


def test_a_day_that_beat_missed_is_caught_up_once(gedraaid):
    Hartslag.objects.filter(taak="signalen").update(gelukt_op=NU - timedelta(days=2), gestart_op=NU - timedelta(days=2))

    assert veeg.haal_in(moment=NU) == 1
    assert veeg.haal_in(moment=NU + timedelta(minutes=1)) == 0
    assert veeg.haal_in(moment=NU + timedelta(minutes=16)) == 1


def test_beat_gets_ten_minutes_to_start_a_job_itself(gedraaid):
    morgen = moment(date(2026, 11, 21), 6)

    assert veeg.haal_in(moment=morgen + timedelta(minutes=9)) == Hartslag.objects.exclude(taak="signalen").count()
    Hartslag.objects.exclude(taak="signalen").update(gelukt_op=morgen)
    assert veeg.haal_in(moment=morgen + timedelta(minutes=11)) == 1


def test_a_failed_run_is_tried_four_times_an_hour(gedraaid):
    Hartslag.objects.filter(taak="signalen").update(gelukt_op=None, gestart_op=NU)

    assert veeg.haal_in(moment=NU + timedelta(minutes=14)) == 0
    assert veeg.haal_in(moment=NU + timedelta(minutes=16)) == 1


@pytest.mark.django_db
def test_asking_twice_in_a_short_time_counts_once():
    assert vraag_aan(sleutel="veeg", sinds=NU - timedelta(seconds=30), moment=NU)
    assert not vraag_aan(sleutel="veeg", sinds=NU - timedelta(seconds=20), moment=NU)
    assert vraag_aan(sleutel="veeg", sinds=NU + timedelta(seconds=1), moment=NU + timedelta(seconds=31))


def test_in_the_night_of_the_clock_change_a_daily_job_keeps_its_hour():
    """On 25 October 2026 the clock goes back at three."""
    beurt = veeg.laatste_beurt("signalen", moment(date(2026, 10, 25), 9))

    assert beurt == moment(date(2026, 10, 25), 6)
    assert veeg.laatste_beurt("signalen", moment(date(2026, 10, 25), 5)) == moment(date(2026, 10, 24), 6)
    assert veeg.laatste_beurt("veeg", NU) is None
