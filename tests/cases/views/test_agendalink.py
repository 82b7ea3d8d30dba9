"""The calendar that one's own program reads: what is in it, for whom, and how it ends."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from cases.enums import Afspraaksoort, Notitiesoort, Plaatssoort
from cases.models import Afspraak, Agendalink, Notitie, Vervanging
from cases.services.medewerkers import beeindig_aanstelling
from tests.fabriek import asielstatushouder

OP = date(2026, 11, 20)
pytestmark = pytest.mark.usefixtures("vrijdag")


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 10, 1), kennisgeving=date(2026, 10, 5))


def pagina() -> str:
    return reverse("cases:agendalink", kwargs={"gemeente": "diemen"})


def maak(client, cast) -> str:
    """Make the address in the browser; the path of it."""
    client.post(pagina(), {"doe": "maak"})
    link = Agendalink.objects.get(medewerker=cast.consulent, ingetrokken_op=None)
    return reverse("agendafeed", kwargs={"geheim": link.geheim})


def punten(adres: str) -> dict[str, object]:
    """What a program reads that is not logged in, per summary."""
    antwoord = Client().get(adres)
    assert antwoord.status_code == 200
    assert antwoord.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(punt["summary"]): punt for punt in Calendar.from_ical(antwoord.content).walk("VEVENT")}


def test_terms_appointments_and_reminders_without_a_name(dossier, cast, inloggen):
    begin = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    Afspraak.objects.create(
        dossier=dossier, soort=Afspraaksoort.INTAKE, begin=begin, duur_minuten=90, met=cast.consulent,
        plaatssoort=Plaatssoort.THUIS, plaats="Kerkstraat 1",
    )  # fmt: skip
    Notitie.objects.create(
        dossier=dossier, soort=Notitiesoort.HERINNERING, tekst="Bel haar moeder", door=cast.consulent, datum=OP
    )
    adres = maak(inloggen(cast.consulent), cast)
    gelezen = punten(adres)

    intake = gelezen[f"Intakegesprek · {dossier.nummer}"]
    assert (intake["dtstart"].dt, intake["dtend"].dt) == (begin, begin + timedelta(minutes=90))
    assert gelezen[f"Herinnering · {dossier.nummer}"]["dtstart"].dt == OP
    assert dossier.termijnen.open().plichten()
    for termijn in dossier.termijnen.open().plichten():
        punt = gelezen[f"{termijn.naam} · {dossier.nummer}"]
        assert punt["dtstart"].dt == termijn.ruwe_dag
        assert str(termijn.laatste_dag.year) in punt["description"]
    inhoud = Client().get(adres).content.decode()
    for geheim in (dossier.inburgeraar.achternaam, dossier.inburgeraar.voornamen, "Kerkstraat", "Bel haar moeder"):
        assert geheim not in inhoud


def test_the_address_stays_until_it_is_withdrawn_and_then_answers_as_a_made_up_one(dossier, cast, inloggen):
    client = inloggen(cast.consulent)
    adres = maak(client, cast)
    assert maak(client, cast) == adres
    assert f"http://testserver{adres}" in client.get(pagina()).content.decode()

    client.post(pagina(), {"doe": "intrekken"})
    assert Client().get(adres).status_code == 404
    nieuw = maak(client, cast)
    assert nieuw != adres
    assert punten(nieuw)
    for verzonnen in (adres, nieuw.replace(".ics", "x.ics"), reverse("agendafeed", kwargs={"geheim": "1"})):
        assert Client().get(verzonnen).status_code == 404
    assert Client().post(nieuw).status_code == 405


def test_who_no_longer_works_here_reads_nothing(dossier, cast, inloggen):
    adres = maak(inloggen(cast.consulent), cast)
    for aanstelling in cast.consulent.aanstellingen.all():
        beeindig_aanstelling(aanstelling=aanstelling, op=OP)
    assert Client().get(adres).status_code == 404


def test_a_blocked_account_reads_nothing(dossier, cast, inloggen):
    adres = maak(inloggen(cast.consulent), cast)
    cast.consulent.is_active = False
    cast.consulent.save()
    assert Client().get(adres).status_code == 404


def test_a_dossier_that_is_protected_from_somebody_leaves_her_calendar(dossier, cast, inloggen):
    adres = maak(inloggen(cast.consulent), cast)
    assert any(dossier.nummer in naam for naam in punten(adres))
    dossier.extra_beschermd = True
    dossier.save()
    assert punten(adres) == {}


def test_who_replaces_a_colleague_reads_her_work_in_those_days(dossier, cast, inloggen):
    Vervanging.objects.create(
        gemeente=cast.gemeente, afwezige=cast.consulent, vervanger=cast.tweede_lezer, van=OP, tot=OP
    )
    inloggen(cast.tweede_lezer).post(pagina(), {"doe": "maak"})
    link = Agendalink.objects.get(medewerker=cast.tweede_lezer)
    adres = reverse("agendafeed", kwargs={"geheim": link.geheim})
    assert any(dossier.nummer in naam for naam in punten(adres))
    with time_machine.travel("2026-11-21 10:00+01:00", tick=False):
        assert punten(adres) == {}
