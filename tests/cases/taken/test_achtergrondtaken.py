"""The schedule, and the page on which people see whether it is kept."""

import inspect
from datetime import date, timedelta

import pytest
from celery import current_app
from django.conf import settings

from cases.achtergrondtaken import Achtergrondtaak, achtergrondtaken, registreer_achtergrondtaak
from cases.models import Hartslag

from .conftest import moment

NU = moment(date(2026, 11, 20), 12)
ADRES = "/diemen/achtergrondtaken/"


@pytest.mark.parametrize("sleutel", settings.CELERY_BEAT_SCHEDULE)
def test_every_scheduled_task_exists_and_takes_its_arguments(sleutel):
    regel = settings.CELERY_BEAT_SCHEDULE[sleutel]
    current_app.loader.import_default_modules()
    taak = current_app.tasks[regel["task"]]

    inspect.signature(taak.run).bind(*regel.get("args", ()), **regel.get("kwargs", {}))
    assert all(isinstance(waarde, int | str) for waarde in regel.get("args", ()))
    assert achtergrondtaken()[sleutel].taak == regel["task"] == taak.name


def test_every_job_on_the_page_exists_and_only_those_without_a_schedule_may_be_silent():
    current_app.loader.import_default_modules()
    taken = achtergrondtaken()

    assert {taak.taak for taak in taken.values()} <= set(current_app.tasks)
    assert {sleutel for sleutel, taak in taken.items() if taak.stil_na} == set(settings.CELERY_BEAT_SCHEDULE)


def test_the_schedule_is_in_dutch_time():
    assert current_app.conf.timezone == settings.TIME_ZONE == "Europe/Amsterdam"


def test_a_job_is_registered_once():
    with pytest.raises(ValueError, match="registered twice"):
        registreer_achtergrondtaak(Achtergrondtaak("veeg", "x", "x", "x"))


@pytest.fixture
def alles_goed(db, time_machine):
    time_machine.move_to(NU, tick=False)
    for sleutel in achtergrondtaken():
        Hartslag.objects.create(taak=sleutel, gestart_op=NU, gelukt_op=NU, duur_ms=400)


@pytest.fixture
def pagina(cast, inloggen):
    return lambda: inloggen(cast.beheerder).get(ADRES)


def test_when_all_runs_the_page_says_so_with_last_and_next_run(alles_goed, pagina):
    tekst = pagina().content.decode()

    assert "Niet alles loopt" not in tekst
    assert "20-11-2026 12:00" in tekst
    assert "21-11-2026 06:00" in tekst
    assert "in 0,4 seconde" in tekst


@pytest.mark.parametrize(("uren", "rood"), [(26, False), (27, True)])
def test_a_daily_job_turns_red_after_26_hours(alles_goed, pagina, uren, rood):
    Hartslag.objects.filter(taak="signalen").update(gelukt_op=NU - timedelta(hours=uren))

    assert ("Signalen maken: te lang stil" in pagina().content.decode()) == rood


def test_the_sweep_turns_red_after_three_minutes(alles_goed, pagina):
    Hartslag.objects.filter(taak="veeg").update(gelukt_op=NU - timedelta(minutes=4))

    assert "Werk oppakken dat bleef liggen: te lang stil" in pagina().content.decode()


def test_a_failed_run_and_a_warning_are_told_in_words(alles_goed, pagina):
    Hartslag.objects.filter(taak="signalen_versturen").update(
        gestart_op=NU, gelukt_op=NU - timedelta(hours=1), fout="De mailserver is niet bereikbaar."
    )
    Hartslag.objects.filter(taak="zelfcontrole").update(fout="Alarm: 11 dossiers.")
    antwoord = pagina()

    assert [stand.taak.sleutel for stand in antwoord.context["zorgen"]] == ["signalen_versturen"]
    badges = {stand.taak.sleutel: stand.badge for stand in antwoord.context["taken"]}
    assert badges["signalen_versturen"] == ("te_laat", "mislukt")
    assert badges["zelfcontrole"] == ("binnenkort", "let op")
    assert badges["veeg"] == ("gehaald", "goed")


def test_a_new_installation_shows_what_never_ran(db, pagina, time_machine):
    time_machine.move_to(NU, tick=False)
    badges = {stand.taak.sleutel: stand.badge[1] for stand in pagina().context["taken"]}

    assert badges.pop("signalen_versturen") == "nog niet nodig geweest"
    assert set(badges.values()) == {"nog nooit gelukt"}


def test_running_a_job_by_hand_does_its_work_and_a_double_click_does_it_once(
    alles_goed, cast, inloggen, django_capture_on_commit_callbacks
):
    client = inloggen(cast.teamleider)
    adres = f"{ADRES}sessies_opruimen/nu/"
    assert client.get(adres).status_code == 405

    with django_capture_on_commit_callbacks(execute=True) as taken:
        eerste, tweede = (client.post(adres, follow=True).content.decode() for _ in range(2))

    assert len(taken) == 1
    assert "is klaargezet" in eerste
    assert "is net al klaargezet" in tweede
    assert Hartslag.objects.get(taak="sessies_opruimen").aangevraagd_op == NU
    assert client.post(f"{ADRES}bestaat-niet/nu/").status_code == 404


@pytest.mark.parametrize(("wie", "status"), [("consulent", 403), ("buitenstaander", 404)])
def test_only_teamleider_and_beheerder_of_the_gemeente_see_it(cast, inloggen, wie, status):
    client = inloggen(getattr(cast, wie))

    assert client.get(ADRES).status_code == status
    assert client.post(f"{ADRES}veeg/nu/").status_code == status


def test_the_health_page_tells_when_each_job_last_succeeded(alles_goed, client):
    assert set(client.get("/healthz").json()["achtergrondtaken"]) == set(achtergrondtaken())
