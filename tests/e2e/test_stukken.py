"""Papers in the browser: from a telephone into a dossier, and from the desk into the Postvak and on."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.cases.stukken.hulp import foto, pdf
from tests.fabriek import WACHTWOORD, maak_dossier

from .hulp import controleer_axe, controleer_breedte, log_in

pytestmark = pytest.mark.django_db(transaction=True)
TELEFOON = {"width": 390, "height": 844}


def bekijk(pagina: Page) -> None:
    """On a laptop, a tablet and a telephone, and for who cannot see it."""
    for breedte in (1366, 768, 390):
        pagina.set_viewport_size({"width": breedte, "height": 844})
        controleer_breedte(pagina)
    controleer_axe(pagina)


def test_photos_from_a_telephone_and_a_bad_file(pagina: Page, live_server, cast, tmp_path: Path):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 20))
    for naam, inhoud in (("voor.jpg", foto()), ("achter.jpg", foto(maat=(30, 40))), ("leeg.pdf", b"")):
        (tmp_path / naam).write_bytes(inhoud)
    pagina.set_viewport_size(TELEFOON)
    log_in(pagina, live_server.url, cast.consulent.email, WACHTWOORD)
    pagina.goto(f"{live_server.url}/diemen/dossiers/{dossier.nummer}/documenten/")
    pagina.get_by_role("link", name="Binnengekomen stukken").click()
    bekijk(pagina)

    pagina.set_viewport_size(TELEFOON)
    pagina.get_by_role("link", name="Stuk toevoegen").click()
    bekijk(pagina)
    pagina.set_viewport_size(TELEFOON)
    pagina.get_by_label("Waar gaat het over?").select_option("identiteit")
    pagina.get_by_label("Omschrijving").fill("verblijfsdocument")
    pagina.get_by_label("Of maak een foto").set_input_files(tmp_path / "voor.jpg")
    pagina.get_by_label("Nog een foto").set_input_files(tmp_path / "achter.jpg")
    pagina.get_by_label("Bestanden", exact=True).set_input_files(tmp_path / "leeg.pdf")
    pagina.get_by_role("button", name="Bewaar").click()

    expect(pagina.get_by_text("Bewaard: 2 stukken.")).to_be_visible()
    expect(pagina.get_by_role("link", name="‘leeg.pdf’ is leeg")).to_be_visible()
    expect(pagina.get_by_label("Omschrijving")).to_have_value("verblijfsdocument")
    bekijk(pagina)
    pagina.get_by_role("link", name="‹ Binnengekomen stukken").click()
    expect(pagina.get_by_text("niet gescand")).to_have_count(2)
    bekijk(pagina)


def test_post_goes_from_the_postvak_into_the_dossier_it_belongs_to(pagina: Page, live_server, cast, tmp_path: Path):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 11, 20), achternaam="Gebremedhin")
    (tmp_path / "post.pdf").write_bytes(pdf())
    log_in(pagina, live_server.url, cast.consulent.email, WACHTWOORD)
    pagina.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Postvak").click()
    expect(pagina.get_by_text("Het Postvak is leeg")).to_be_visible()
    bekijk(pagina)

    pagina.get_by_role("link", name="Post toevoegen").first.click()
    pagina.get_by_label("Waar gaat het over?").select_option("huur")
    pagina.get_by_label("Bestanden", exact=True).set_input_files(tmp_path / "post.pdf")
    pagina.get_by_role("button", name="Bewaar").click()
    bekijk(pagina)

    pagina.get_by_role("link", name="Koppelen huur en wonen").click()
    pagina.get_by_label("Ander dossier zoeken").fill("Gebremedin")
    pagina.get_by_role("button", name="Koppel aan dit dossier").click()
    expect(pagina.get_by_label(f"({dossier.nummer})")).to_be_checked()
    bekijk(pagina)
    pagina.get_by_role("button", name="Koppel aan dit dossier").click()
    expect(pagina.get_by_text(f"Het stuk staat in dossier {dossier.nummer}.")).to_be_visible()

    pagina.get_by_role("link", name="Wijzigen huur en wonen").click()
    bekijk(pagina)
    pagina.get_by_label("Reden").fill("Is van de buren")
    pagina.get_by_role("button", name="Leg terug in het Postvak").click()
    expect(pagina.get_by_text("Het stuk ligt weer in het Postvak.")).to_be_visible()
    pagina.goto(f"{live_server.url}/diemen/postvak/")
    pagina.get_by_role("link", name="Verwijderen huur en wonen").click()
    bekijk(pagina)
