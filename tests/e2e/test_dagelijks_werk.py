"""The daily pages in a real browser: accessible, within the screen, and usable without a mouse."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from cases.enums import Afspraakuitkomst, Notitiesoort
from cases.services.afspraken import leg_uitkomst_vast, plan_afspraak
from cases.services.notities import schrijf_notitie
from tests.cases.services.test_afspraken import gegevens
from tests.fabriek import asielstatushouder, maak_dossier

from .hulp import controleer_axe, controleer_breedte


@pytest.fixture
def dossier(live_server, cast):
    """A late dossier with an appointment of today, one that was missed, and a reminder that is due."""
    vandaag = timezone.localdate()
    begin = vandaag - timedelta(days=72)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=begin, kennisgeving=begin)
    straks = timezone.make_aware(datetime.combine(vandaag, time(15, 30)))
    plan_afspraak(dossier=dossier, gegevens=gegevens(cast, begin=straks), door=cast.consulent, op=vandaag)
    gisteren = gegevens(cast, begin=straks - timedelta(days=1), soort="toets", tolk_taal="")
    gemist = plan_afspraak(dossier=dossier, gegevens=gisteren, door=cast.consulent, op=vandaag)
    leg_uitkomst_vast(afspraak=gemist, uitkomst=Afspraakuitkomst.NIET_VERSCHENEN, door=cast.consulent, op=vandaag)
    schrijf_notitie(
        dossier=dossier,
        soort=Notitiesoort.WACHT_OP,
        tekst="Brief van DUO over de kennisgeving.",
        datum=vandaag,
        door=cast.consulent,
        op=vandaag,
    )
    maak_dossier(cast.gemeente, None, op=vandaag, achternaam="Al-Masri", voornamen="Layla")
    return dossier


def bezoek(context: BrowserContext, live_server, client) -> str:
    sessie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    return f"{live_server.url}/diemen/"


@pytest.mark.parametrize("breedte", [1366, 768])
def test_the_daily_pages_are_accessible_and_fit(
    pagina: Page, context: BrowserContext, live_server, dossier, cast, inloggen, breedte: int
) -> None:
    begin = bezoek(context, live_server, inloggen(cast.teamleider))
    pagina.set_viewport_size({"width": breedte, "height": 900})
    hier = f"dossiers/{dossier.nummer}/"
    afspraak, termijn = dossier.afspraken.get(uitkomst=""), dossier.termijnen.get()
    gemist = dossier.afspraken.exclude(uitkomst="").get()

    for deel in (
        "?wie=alle",
        "?wie=mijn",
        "dossiers/",
        "agenda/?wie=team",
        "notitie/",
        f"notitie/?dossier={dossier.nummer}",
        "zoekresultaat/",
        "termijnen/?code=PIP_10W&start=09-09-2026",
        "termijnen/?code=PIP_10W&start=gisteren",
        f"{hier}toewijzen/",
        f"{hier}termijnen/",
        f"{hier}termijnen/{termijn.pk}/",
        f"{hier}afspraken/",
        f"{hier}afspraken/nieuw/?soort=toets",
        f"{hier}afspraken/{afspraak.pk}/",
        f"{hier}afspraken/{afspraak.pk}/wijzigen/",
        f"{hier}afspraken/{gemist.pk}/",
    ):
        antwoord = pagina.goto(begin + deel)
        assert antwoord is not None
        assert antwoord.ok, deel
        controleer_axe(pagina)
        controleer_breedte(pagina)


def test_the_page_for_a_role_without_dossiers_is_calm(
    pagina: Page, context: BrowserContext, live_server, dossier, cast, inloggen
) -> None:
    pagina.goto(bezoek(context, live_server, inloggen(cast.beheerder)))

    expect(pagina.get_by_text("U ziet met uw rol geen hele dossiers.")).to_be_visible()
    controleer_axe(pagina)


def test_a_missed_appointment_leads_to_a_new_one_of_the_same_kind(
    pagina: Page, context: BrowserContext, live_server, dossier, cast, inloggen
) -> None:
    pagina.goto(bezoek(context, live_server, inloggen(cast.consulent)))
    pagina.get_by_role("button", name="Niet verschenen").click()

    expect(pagina.get_by_role("heading", name="Afspraak plannen")).to_be_visible()
    expect(pagina.get_by_label("soort")).to_have_value("intake")
    pagina.get_by_label("Datum").fill(f"{timezone.localdate() + timedelta(days=7):%d-%m-%Y}")
    pagina.get_by_label("Tijd").fill("9.30")
    pagina.get_by_role("button", name="Opslaan").click()

    expect(pagina.get_by_text("Vergeet niet de tolk te bestellen.")).to_be_visible()


def test_a_name_in_another_spelling_is_found_from_every_page(
    pagina: Page, context: BrowserContext, live_server, dossier, cast, inloggen
) -> None:
    pagina.goto(bezoek(context, live_server, inloggen(cast.consulent)))
    pagina.get_by_role("searchbox").fill("Leila Almasri")
    pagina.get_by_role("button", name="Zoek").click()

    expect(pagina.get_by_role("link", name="Al-Masri, Layla")).to_be_visible()
    assert "Leila" not in pagina.url
