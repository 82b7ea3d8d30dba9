"""The brede intake in a real browser: pages that everybody can use, and texts that save by themselves."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from cases.enums import Hoedanigheid
from pip_plans.intake.enums import Gebied
from pip_plans.intake.services.intake import start_intake
from tests.fabriek import asielstatushouder
from tests.pip_plans.intake.conftest import kwam_niet, roep_op, schrijf, voer_gesprek

from .hulp import controleer_axe, controleer_breedte

PAGINAS = [
    "",
    "leefgebieden/",
    "gesprek/",
    "individueel/",
    "toets/",
    "taalstart/",
    "doelen/",
    "doorverwijzen/",
    "oproep/intake/",
    "verstek/",
]


@pytest.fixture
def intake(live_server, cast):
    vandaag = timezone.localdate()
    begin = vandaag - timedelta(days=40)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=begin, kennisgeving=begin)
    return start_intake(dossier=dossier, datum=begin, door=cast.consulent, op=vandaag)


@pytest.fixture
def adres(context: BrowserContext, live_server, intake, cast, inloggen) -> str:
    sessie = inloggen(cast.consulent).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    return f"{live_server.url}/diemen/dossiers/{intake.dossier.nummer}/intake/"


@pytest.mark.parametrize("breedte", [1366, 768])
def test_every_page_is_accessible_and_fits(pagina: Page, adres: str, intake, breedte: int) -> None:
    vandaag = timezone.localdate()
    kwam_niet(roep_op(intake, dag=vandaag - timedelta(days=10)))
    voer_gesprek(intake, datum=vandaag, op=vandaag, aanwezigen=[("Rania", Hoedanigheid.PARTNER)])
    schrijf(intake, Gebied.TAAL, "Spreekt Tigrinya en leest het Latijnse schrift.", op=vandaag)
    pagina.set_viewport_size({"width": breedte, "height": 900})

    for deel in PAGINAS:
        pagina.goto(adres + deel)
        controleer_axe(pagina)
        controleer_breedte(pagina)


def test_what_is_typed_saves_by_itself_and_goes_on_from_there(pagina: Page, adres: str, intake) -> None:
    pagina.goto(f"{adres}leefgebieden/")
    vak = pagina.locator("#taal")
    situatie = vak.get_by_label("Situatie")
    situatie.press_sequentially("Spreekt Tigrinya")
    expect(vak.get_by_role("status")).to_contain_text("Bewaard om")
    situatie.press_sequentially(" en Engels")
    expect(vak.locator("[name=versie]")).to_have_value("2")

    assert intake.leefgebieden.get().situatie == "Spreekt Tigrinya en Engels"
    expect(situatie).to_have_value("Spreekt Tigrinya en Engels")


def test_after_an_autosave_over_a_colleague_one_chooses_per_field(pagina: Page, adres: str, intake, cast) -> None:
    pagina.goto(f"{adres}leefgebieden/")
    schrijf(intake, Gebied.WERK, "Was kok.", door=cast.collega, op=timezone.localdate())
    vak = pagina.locator("#werk")
    vak.get_by_label("Situatie").press_sequentially("Was timmerman.")
    expect(vak.get_by_role("status")).to_contain_text("heeft dit leefgebied intussen gewijzigd")

    vak.get_by_role("button", name="Bekijk het verschil").click()

    expect(pagina.locator("del")).to_contain_text("kok.")
    expect(pagina.locator("ins")).to_contain_text("timmerman.")
    controleer_axe(pagina)
    pagina.get_by_label("allebei, onder elkaar").check()
    pagina.get_by_role("button", name="Opslaan").click()
    expect(pagina.locator("#werk").get_by_label("Situatie")).to_have_value("Was kok.\n\nWas timmerman.")
    assert intake.leefgebieden.get().situatie == "Was kok.\n\nWas timmerman."


def test_without_a_network_nothing_is_lost_and_it_saves_when_it_is_back(
    context: BrowserContext, adres: str, intake
) -> None:
    pagina = context.new_page()  # the browser complains about the failing request, and rightly so
    pagina.goto(f"{adres}leefgebieden/")
    pagina.route("**/leefgebieden/taal/", lambda route: route.abort("internetdisconnected"))
    vak = pagina.locator("#taal")
    vak.get_by_label("Situatie").press_sequentially("Spreekt Tigrinya")
    expect(vak.get_by_role("status")).to_contain_text("Nog niet bewaard. Er is geen verbinding.")
    with pagina.expect_event("requestfailed"):  # leaving saves first, and that fails as well
        pagina.get_by_role("link", name="‹ Brede intake").click()
    expect(vak.get_by_label("Situatie")).to_have_value("Spreekt Tigrinya")

    pagina.unroute("**/leefgebieden/taal/")

    expect(vak.get_by_role("status")).to_contain_text("Bewaard om")
    assert intake.leefgebieden.get().situatie == "Spreekt Tigrinya"


def test_leaving_by_a_link_right_after_typing_saves_first(pagina: Page, adres: str, intake) -> None:
    pagina.goto(f"{adres}leefgebieden/")
    pagina.locator("#wonen").get_by_label("Situatie").press_sequentially("Woont bij een zus.")
    pagina.get_by_role("link", name="‹ Brede intake").click()

    expect(pagina.get_by_role("heading", name="Stand van de brede intake")).to_be_visible()
    assert intake.leefgebieden.get().situatie == "Woont bij een zus."


def test_an_autosave_after_the_session_ended_says_so_and_keeps_the_text(pagina: Page, adres: str, intake) -> None:
    pagina.goto(f"{adres}leefgebieden/")
    pagina.context.clear_cookies(name="sessionid")
    vak = pagina.locator("#netwerk")
    vak.get_by_label("Situatie").press_sequentially("Kent de buren.")

    expect(vak.get_by_role("status")).to_contain_text("U bent uitgelogd")
    expect(vak.get_by_label("Situatie")).to_have_value("Kent de buren.")


def test_without_javascript_the_button_saves(browser, live_server, adres: str, pagina: Page, intake) -> None:
    zonder = browser.new_context(java_script_enabled=False, storage_state=pagina.context.storage_state())
    blad = zonder.new_page()
    blad.goto(f"{adres}leefgebieden/")
    blad.locator("#wonen").get_by_label("Situatie").fill("Woont in Diemen.")
    blad.locator("#wonen").get_by_role("button", name="Opslaan").click()

    expect(blad.locator("#wonen").get_by_role("status")).to_contain_text("Bewaard om")
    zonder.close()
    assert intake.leefgebieden.get().situatie == "Woont in Diemen."
