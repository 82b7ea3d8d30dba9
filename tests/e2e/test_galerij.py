"""The components and the login page as a browser shows them."""

import pytest
from playwright.sync_api import Page, expect

from .hulp import controleer_axe, controleer_breedte

BREEDTES = [1366, 768, 390]


@pytest.mark.urls("tests.e2e.urls")
@pytest.mark.parametrize("breedte", BREEDTES)
@pytest.mark.parametrize("adres", ["/ontwikkel/onderdelen/", "/ontwikkel/onderdelen/?fouten", "/accounts/login/"])
def test_page_is_accessible_and_fits(pagina: Page, live_server, adres: str, breedte: int) -> None:
    pagina.set_viewport_size({"width": breedte, "height": 900})
    pagina.goto(live_server.url + adres)
    controleer_axe(pagina)
    controleer_breedte(pagina)


@pytest.mark.urls("tests.e2e.urls")
def test_errors_are_on_top_and_lead_to_their_field(pagina: Page, live_server) -> None:
    pagina.goto(f"{live_server.url}/ontwikkel/onderdelen/?fouten")
    expect(pagina.get_by_role("alert")).to_be_focused()
    pagina.get_by_role("link", name="Vul ‘Geboortedatum’ in.").click()
    expect(pagina.get_by_label("Geboortedatum")).to_be_focused()
    expect(pagina.get_by_label("Geboortedatum")).to_have_accessible_description("dd-mm-jjjj Vul ‘Geboortedatum’ in.")


@pytest.mark.urls("tests.e2e.urls")
def test_escape_closes_a_menu_and_returns_to_it(pagina: Page, live_server) -> None:
    pagina.goto(f"{live_server.url}/ontwikkel/onderdelen/")
    keuze = pagina.locator("summary", has_text="Diemen")
    keuze.click()
    expect(pagina.get_by_role("link", name="Uithoorn")).to_be_visible()
    pagina.keyboard.press("Escape")
    expect(pagina.get_by_role("link", name="Uithoorn")).to_be_hidden()
    expect(keuze).to_be_focused()


@pytest.mark.urls("tests.e2e.urls")
def test_the_design_system_is_really_there(pagina: Page, live_server) -> None:
    pagina.goto(f"{live_server.url}/ontwikkel/onderdelen/")
    knop = pagina.get_by_role("button", name="Registreren")
    expect(knop).to_have_css("background-color", "rgb(26, 75, 119)")
    expect(knop).to_have_css("font-family", '"Source Sans 3", "Segoe UI", system-ui, sans-serif')
