"""A bezwaar from the letter to the decision, in a real browser, with axe on every page on the way."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.models import Bezwaar, Gemeente
from cases.services.bezwaar.stand import STAPTITELS
from cases.services.inrichting import richt_in
from tests.cases.bezwaar.hulp import besluit
from tests.e2e.hulp import UITVOER, controleer_axe, controleer_breedte, log_in
from tests.fabriek import WACHTWOORD, Cast, maak_cast
from tests.pdf.conftest import lettertypen as lettertypen
from tests.pdf.voorbeelden import voorbeeld_asiel

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]
BREEDTES = (1366, 768)


@pytest.fixture
def mensen(transactional_db: None) -> Cast:
    richt_in()
    return maak_cast(Gemeente.objects.get(slug="diemen"), Gemeente.objects.get(slug="uithoorn"))


def controleer(pagina: Page, naam: str, breedtes: tuple[int, ...] = BREEDTES) -> None:
    for breedte in breedtes:
        pagina.set_viewport_size({"width": breedte, "height": 900})
        controleer_axe(pagina)
        controleer_breedte(pagina)
        if os.environ.get("PLAATJES"):
            pagina.screenshot(path=UITVOER / f"bezwaar-{naam}-{breedte}.png", full_page=True)


def als(pagina: Page, server: str, medewerker) -> None:
    pagina.context.clear_cookies()
    log_in(pagina, server, medewerker.email, WACHTWOORD)


def test_a_bezwaar_goes_from_the_consulent_through_the_jurist_to_the_teamleider(
    pagina: Page, live_server, mensen: Cast
) -> None:
    dossier = besluit(mensen, brief=lambda nummer: voorbeeld_asiel()).dossier
    als(pagina, live_server.url, mensen.consulent)
    pagina.goto(f"{live_server.url}/diemen/dossiers/{dossier.nummer}/bezwaar/")
    controleer(pagina, "1-tab")
    pagina.get_by_role("link", name="Bezwaar registreren").click()
    controleer(pagina, "2-nieuw")
    pagina.get_by_role("button", name="Bezwaar registreren").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Maak een keuze bij")
    pagina.get_by_label("Ontvangen op").fill("5-10-2026")
    pagina.get_by_label("per e-mail").check()
    pagina.get_by_label("Waarom de persoon het niet eens is").fill("Ik wil de onderwijsroute.")
    pagina.get_by_role("button", name="Bezwaar registreren").click()
    expect(pagina.get_by_role("heading", name="Bezwaar BZW-")).to_be_visible()
    controleer(pagina, "3-stand")

    als(pagina, live_server.url, mensen.jurist)
    pagina.goto(f"{live_server.url}/diemen/")
    controleer(pagina, "4-stapel")
    pagina.get_by_role("link", name="ontvangst bevestigen").click()
    hier = pagina.url
    pagina.get_by_role("link", name="Ontvangst bevestigen").click()
    pagina.get_by_role("button", name="Ontvangstbevestiging maken").click()
    for stap in STAPTITELS:
        pagina.goto(f"{hier}{stap}/")
        controleer(pagina, f"stap-{stap}", BREEDTES[1:])
    pagina.goto(f"{hier}hoorzitting/")
    pagina.get_by_label("Datum").fill(f"{timezone.localdate() + timedelta(days=3):%d-%m-%Y}")
    pagina.get_by_label("Tijd").fill("10.30")
    pagina.get_by_role("button", name="Uitnodiging maken").click()
    expect(pagina.get_by_role("alert")).to_contain_text("tien dagen")
    controleer(pagina, "5-geweigerd")
    pagina.goto(f"{hier}afzien/")
    pagina.get_by_label("geen gebruik te maken").check()
    pagina.get_by_label("Toelichting").fill("Dat zei zij aan de telefoon.")
    pagina.get_by_role("button", name="Vastleggen").click()
    pagina.get_by_role("link", name="Beslissing opstellen").click()
    pagina.get_by_label("ongegrond").check()
    pagina.get_by_label("Motivering").fill("De toets is goed uitgelegd.")
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.get_by_text("U hebt deze beslissing zelf opgesteld")).to_be_visible()
    controleer(pagina, "6-opgesteld")

    als(pagina, live_server.url, mensen.teamleider)
    pagina.goto(f"{hier}vaststellen/")
    controleer(pagina, "7-vaststellen")
    pagina.get_by_role("button", name="Beslissing vaststellen").click()
    expect(pagina.get_by_text("BOB-", exact=False).first).to_be_visible()
    controleer(pagina, "8-beslist")
    assert Bezwaar.objects.get().beslissing.nummer.startswith("BOB-")
