"""Importing a list of koppelingen in the browser: a faulty row is mended on the way, and everything is written."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cases.models import Dossier
from tests.cases.koppelingen.hulp import ANDER, PERSOON, maak_csv
from tests.fabriek import WACHTWOORD

from .hulp import controleer_axe, controleer_breedte, log_in

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_list_is_checked_mended_confirmed_and_written(pagina: Page, live_server, cast, tmp_path: Path):
    lijst = tmp_path / "lijst.csv"
    lijst.write_bytes(maak_csv(PERSOON, ANDER | {"bsn": "999405616", "voorvoegsel": ""}).encode("cp1252"))
    log_in(pagina, live_server.url, cast.consulent.email, WACHTWOORD)

    pagina.goto(f"{live_server.url}/diemen/koppelingen/")
    controleer_axe(pagina)
    pagina.get_by_label("CSV-bestand").set_input_files(lijst)
    pagina.get_by_role("button", name="Bekijk het voorbeeld").click()
    expect(pagina.get_by_role("heading", name="Voorbeeld: er is nog niets geschreven")).to_be_visible()
    for breedte in (1366, 768):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        controleer_breedte(pagina)
    controleer_axe(pagina)

    pagina.get_by_role("link", name="Herstellen regel 3").click()
    controleer_axe(pagina)
    pagina.get_by_role("textbox", name="BSN").fill(ANDER["bsn"])
    pagina.get_by_role("button", name="Opslaan en opnieuw controleren").click()
    expect(pagina.get_by_text("Regel 3 is nu goed: nieuw.")).to_be_visible()
    assert not Dossier.objects.exists()

    pagina.get_by_role("button", name="Bevestigen en 2 regels schrijven").click()
    expect(pagina.get_by_text("2 regels zijn verwerkt.")).to_be_visible()
    controleer_axe(pagina)
    assert Dossier.objects.filter(gemeente=cast.gemeente, consulent=None).count() == 2
