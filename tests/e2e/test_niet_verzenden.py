"""A decision that is not sent, from the teamleider who keeps it back to the consulent who starts anew, with axe."""

import os

import pytest
from playwright.sync_api import Page, expect

from cases.models import Beschikking, Gemeente
from cases.services.inrichting import richt_in
from tests.e2e.hulp import UITVOER, controleer_axe, controleer_breedte, log_in
from tests.fabriek import WACHTWOORD, Cast, maak_cast
from tests.pdf.conftest import lettertypen as lettertypen
from tests.pip_plans.plan.hulp import vastgesteld_pip

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]


@pytest.fixture
def mensen(transactional_db: None) -> Cast:
    richt_in()
    return maak_cast(Gemeente.objects.get(slug="diemen"), Gemeente.objects.get(slug="uithoorn"))


def controleer(pagina: Page, naam: str) -> None:
    for breedte in (1366, 768):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        controleer_axe(pagina)
        controleer_breedte(pagina)
        if os.environ.get("PLAATJES"):
            pagina.screenshot(path=UITVOER / f"niet-verzenden-{naam}-{breedte}.png", full_page=True)


def als(pagina: Page, server: str, medewerker) -> None:
    pagina.context.clear_cookies()
    log_in(pagina, server, medewerker.email, WACHTWOORD)


def test_a_teamleider_keeps_a_pip_back_and_the_consulent_starts_with_its_text(
    pagina: Page, live_server, mensen: Cast
) -> None:
    dossier = vastgesteld_pip(mensen).dossier
    tab = f"{live_server.url}/diemen/dossiers/{dossier.nummer}/pip/"
    als(pagina, live_server.url, mensen.consulent)
    pagina.goto(tab)
    expect(pagina.get_by_text("kan beslissen dat het niet wordt verzonden")).to_be_visible()
    controleer(pagina, "1-consulent")
    als(pagina, live_server.url, mensen.teamleider)
    pagina.goto(tab)
    controleer(pagina, "2-besluit")
    pagina.get_by_role("link", name="Niet verzenden").click()
    controleer(pagina, "3-bevestigen")
    pagina.get_by_label("Waarom wordt dit besluit niet verzonden?").fill("De naam van de school klopt niet.")
    pagina.get_by_role("button", name="Niet verzenden").click()
    expect(pagina.get_by_role("alert")).to_contain_text("Leg dan die dag vast")
    controleer(pagina, "4-fout")
    pagina.get_by_label("De brief is niet verstuurd en niet meegegeven").check()
    pagina.get_by_role("button", name="Niet verzenden").click()
    expect(pagina.get_by_role("status").filter(has_text="wordt niet verzonden. De termijnen")).to_be_visible()
    controleer(pagina, "5-daarna")
    pagina.get_by_role("link", name="Documenten", exact=True).click()
    controleer(pagina, "6-documenten")
    pagina.goto(f"{tab}versies/1/")
    controleer(pagina, "7-versie")

    als(pagina, live_server.url, mensen.consulent)
    pagina.goto(tab)
    pagina.get_by_role("button", name="PIP opstellen").click()
    expect(pagina.get_by_label("School")).to_have_value("NL Training")
    assert Beschikking.objects.get().status == "niet_verzonden"
