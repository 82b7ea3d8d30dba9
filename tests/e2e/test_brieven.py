"""A letter from 'Nieuwe brief' to sent, and the pages about letters, in a real browser with axe on every page."""

import os
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.enums import Afspraaksoort, Plaatssoort
from cases.models import Afspraak, Document, Gemeente
from cases.services.documenten import maak
from cases.services.inrichting import richt_in
from tests.e2e.hulp import UITVOER, controleer_axe, controleer_breedte, log_in
from tests.fabriek import WACHTWOORD, Cast, maak_cast, maak_dossier
from tests.pdf.conftest import lettertypen as lettertypen

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
            pagina.screenshot(path=UITVOER / f"brieven-{naam}-{breedte}.png", full_page=True)


def test_a_consulent_writes_a_letter_and_records_that_it_left(pagina: Page, live_server, mensen: Cast) -> None:
    morgen: datetime = timezone.now() + timedelta(days=1)
    dossier = maak_dossier(mensen.gemeente, mensen.consulent, op=timezone.localdate())
    Afspraak.objects.create(
        dossier=dossier,
        soort=Afspraaksoort.VOORTGANG,
        begin=morgen,
        plaatssoort=Plaatssoort.GEMEENTEHUIS,
        met=mensen.consulent,
        tolk_taal="Tigrinya",
    )
    log_in(pagina, live_server.url, mensen.consulent.email, WACHTWOORD)
    pagina.goto(f"{live_server.url}/diemen/dossiers/{dossier.nummer}/documenten/")
    pagina.get_by_role("link", name="Nieuwe brief").click()
    controleer(pagina, "kiezen")
    pagina.get_by_role("link", name="Schrijven Uitnodiging voor een gesprek").click()
    pagina.get_by_label("de tolk", exact=True).check()
    pagina.get_by_label("Naam van de tolk").fill("Tolken BV")
    controleer(pagina, "uitnodiging")
    with pagina.expect_popup(timeout=60_000):  # two letters are set first
        pagina.get_by_role("button", name="Voorbeeld bekijken").click()
    pagina.get_by_role("button", name="Opstellen").click()

    expect(pagina.get_by_text("Er worden 2 brieven gemaakt.")).to_be_visible()
    assert Document.objects.count() == 2
    for document in Document.objects.all():
        maak(document_id=document.pk, moment=timezone.now())
    pagina.get_by_role("link", name="Verzending vastleggen").first.click()
    controleer(pagina, "verzonden")
    pagina.get_by_label("per post verzonden").check()
    pagina.get_by_role("button", name="Vastleggen").click()
    expect(pagina.get_by_text("per post verzonden op").first).to_be_visible()
    controleer(pagina, "documenten")


def test_the_list_of_letters_and_the_texts_are_readable_for_everybody(pagina: Page, live_server, mensen: Cast) -> None:
    log_in(pagina, live_server.url, mensen.beheerder.email, WACHTWOORD)
    pagina.goto(f"{live_server.url}/diemen/brieven/")
    controleer(pagina, "lijst")
    pagina.get_by_role("link", name="Welkomstbrief: privacy").click()
    pagina.get_by_label("tekst").fill("Wij bewaren uw gegevens. U mag ze zien.")
    pagina.get_by_role("button", name="Bekijken zonder opslaan").click()
    expect(pagina.get_by_role("heading", name="Zo komt het in de brief")).to_be_visible()
    controleer(pagina, "tekst")
    pagina.get_by_role("button", name="Opslaan", exact=True).click()
    expect(pagina.get_by_text("Het leesgetal is")).to_be_visible()
    pagina.get_by_role("link", name="Teksten in brieven").click()
    controleer(pagina, "teksten")
