"""From a completed intake to a PIP that is made known, in a real browser, with axe on every page on the way."""

import os
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from cases.models import Gemeente
from cases.services.inrichting import richt_in
from pip_plans.plan.models import Pip
from tests.e2e.hulp import UITVOER, controleer_axe, controleer_breedte, log_in
from tests.fabriek import WACHTWOORD, Cast, maak_cast
from tests.pdf.conftest import lettertypen as lettertypen
from tests.pip_plans.plan.hulp import asiel_met_intake, bijstandstuk

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("lettertypen")]
BREEDTES = (1366, 768)


@pytest.fixture
def mensen(transactional_db: None) -> Cast:
    richt_in()
    return maak_cast(Gemeente.objects.get(slug="diemen"), Gemeente.objects.get(slug="uithoorn"))


def controleer(pagina: Page, naam: str) -> None:
    for breedte in BREEDTES:
        pagina.set_viewport_size({"width": breedte, "height": 900})
        controleer_axe(pagina)
        controleer_breedte(pagina)
        if os.environ.get("PLAATJES"):
            pagina.screenshot(path=UITVOER / f"pip-{naam}-{breedte}.png", full_page=True)


def als(pagina: Page, server: str, medewerker) -> None:
    pagina.context.clear_cookies()
    log_in(pagina, server, medewerker.email, WACHTWOORD)


def vul_afspraken(pagina: Page) -> None:
    for rij in range(4):
        pagina.locator(f"[name=afspraken-{rij}-hoeveel]").fill("12 uur per week")
        pagina.locator(f"[name=afspraken-{rij}-wanneer]").fill("vanaf 11 januari 2027")
    pagina.get_by_label("Wat het besluit regelt").first.fill("Bijstandsuitkering")
    pagina.get_by_label("Datum").first.fill("20-9-2026")
    pagina.get_by_label("Kenmerk").first.fill("PW-2026-1187")
    pagina.locator("[name=pw-0-stuk]").select_option(index=1)


def test_a_consulent_writes_a_pip_and_a_reader_decides(pagina: Page, live_server, mensen: Cast) -> None:
    dossier = asiel_met_intake(mensen)
    bijstandstuk(dossier)
    tab = f"{live_server.url}/diemen/dossiers/{dossier.nummer}/pip/"
    als(pagina, live_server.url, mensen.consulent)
    pagina.goto(tab)
    controleer(pagina, "1-begin")
    pagina.get_by_role("button", name="PIP opstellen").click()
    controleer(pagina, "2-hoofdlijnen")
    expect(pagina.get_by_role("img", name="Bladzijde 1 van")).to_be_visible(timeout=60_000)
    controleer(pagina, "2-hoofdlijnen-met-brief")
    pagina.get_by_label("Wie PVT geeft").fill("VluchtelingenWerk")
    regel = pagina.locator("[data-veldregel]")
    expect(regel).to_contain_text("een nieuwe beschikking, omdat de intensiteit van het PVT in het PIP staat (art. 15")
    pagina.get_by_label("Uren les per week").fill("12")
    pagina.get_by_role("button", name="Opslaan en naar de afspraken").click()
    expect(pagina.get_by_role("img", name="Bladzijde 1 van")).to_be_visible(timeout=60_000)
    controleer(pagina, "3-afspraken")
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(pagina.get_by_role("status").filter(has_text="Het concept is opgeslagen.")).to_be_visible()
    pagina.goto(tab)
    controleer(pagina, "4-concept")
    pagina.get_by_role("link", name="Noem het besluit over de bijstand").click()
    vul_afspraken(pagina)
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(pagina.get_by_role("status").filter(has_text="Hoofdlijn: later wijzigen")).to_be_visible()
    pagina.goto(f"{tab}bijlage/")
    pagina.get_by_label("Lesrooster").fill("Maandag 9.00 uur, lokaal 4")
    expect(pagina.locator("[data-veldregel]")).to_contain_text("Alleen bijlage: geen nieuwe beschikking")
    controleer(pagina, "4-bijlage")
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    pagina.goto(tab)
    pagina.get_by_role("button", name="Aanbieden aan de tweede lezer").click()
    expect(pagina.get_by_text("Bij de tweede lezer", exact=True)).to_be_visible()

    als(pagina, live_server.url, mensen.tweede_lezer)
    pagina.goto(f"{tab}beoordelen/", wait_until="domcontentloaded")
    expect(pagina.get_by_role("img", name="Bladzijde 1 van")).to_be_visible(timeout=60_000)
    controleer(pagina, "5-beoordelen")
    pagina.get_by_role("button", name="Akkoord en vaststellen").click()
    expect(pagina.get_by_role("heading", name="Besluit PIP-2026-0001")).to_be_visible()
    controleer(pagina, "6-vastgesteld")

    als(pagina, live_server.url, mensen.consulent)
    pagina.goto(tab)
    pagina.get_by_label("per post verzonden").check()
    pagina.get_by_role("button", name="Bekendmaken vastleggen").click()
    expect(pagina.get_by_role("rowheader", name="Bezwaar")).to_be_visible()
    controleer(pagina, "7-bekend")
    assert Pip.objects.get().beschikking.bekendgemaakt_op <= date.today()  # noqa: DTZ011  (the day of the browser)
