"""Somebody of an aanbieder in a browser: participants, hours, a file, and a closed door. With axe."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.models import Gemeente
from cases.services.inrichting import richt_in
from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.voortgang.models import Weekstaat
from pip_plans.voortgang.weken import maand_van, maandag, weekcode
from tests.fabriek import WACHTWOORD, Cast, maak_cast
from tests.pip_plans.voortgang.bouw import statushouder
from tests.pip_plans.voortgang.bouw_rapport import csv

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mensen(transactional_db: None) -> Cast:
    richt_in()
    return maak_cast(Gemeente.objects.get(slug="diemen"), Gemeente.objects.get(slug="uithoorn"))


def test_an_aanbieder_reports_and_the_door_closes(pagina: Page, live_server, mensen: Cast, tmp_path: Path) -> None:
    op = timezone.localdate()
    plaatsing = statushouder(mensen, start=op - timedelta(weeks=20), einde=op + timedelta(weeks=60))
    wie, nummer = plaatsing.bij_wie, plaatsing.dossier.nummer
    week = maandag(op) - timedelta(weeks=1)
    maand = maand_van(week)
    reis = Reis(pagina, live_server.url)
    reis.als(mensen.teamleider)
    reis.naar(f"aanbieders/{wie.pk}/")
    reis.volg("Accounts van de aanbieder")
    reis.volg("Iemand uitnodigen")
    reis.vul("Naam", "Petra Smit")
    reis.vul("E-mailadres", "petra@school.example")
    reis.druk("Nodig uit")
    reis.ziet("nog nooit")
    account = ExternAccount.objects.get()
    account.persoon.set_password(WACHTWOORD)
    account.persoon.save(update_fields=["password"])

    reis.als(account.persoon)
    reis.ziet(plaatsing.dossier.inburgeraar.lijstnaam)
    reis.volg("Rapporten")
    pagina.goto(f"{live_server.url}/aanbieder/{account.pk}/rapporten/maand/{maand.year}-{maand.month}/")
    reis.bekijk()
    pagina.locator(f'[name="{nummer}.{weekcode(week)}.uren_nt2"]').fill("7,5")
    reis.druk("Bekijk het voorbeeld")
    reis.ziet("nog niet ingestuurd")
    reis.druk("Insturen")
    reis.ziet("ligt bij de gemeente")

    bestand = tmp_path / "rapport.csv"
    bestand.write_bytes(csv(("D-1999-1", "", weekcode(week), 7, 0, 3)))
    reis.volg("Rapporten")
    pagina.get_by_label("Maand", exact=True).select_option(value=maand.isoformat())
    pagina.get_by_label("Bestand", exact=True).set_input_files(bestand)
    reis.druk("Bekijk het voorbeeld")
    reis.ziet("We kennen geen deelnemer met dit nummer.")
    reis.druk("Weggooien")
    antwoord = pagina.goto(f"{live_server.url}/diemen/dossiers/{nummer}/")
    assert antwoord is not None
    assert antwoord.status == 404

    reis.als(mensen.consulent)
    reis.naar("rapporten/")
    reis.ziet("Ingestuurd: wacht op u")
    pagina.get_by_role("table").first.get_by_role("link").first.click()
    reis.druk("Bevestigen en 1 regel schrijven")
    assert Weekstaat.objects.get().gevolgd == 7.5

    reis.als(mensen.teamleider)
    reis.naar(f"aanbieders/accounts/{account.pk}/")
    reis.ziet("maandformulier")
    reis.volg("Intrekken")
    reis.vul("Waarom trekt u het account in?", "werkt er niet meer")
    reis.druk("Trek het account in")
    reis.ziet("ingetrokken")
    pagina.context.clear_cookies()
    pagina.goto(f"{live_server.url}/accounts/login/")
    pagina.get_by_label("E-mail").fill("petra@school.example")
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    reis.druk("Inloggen")
    expect(pagina.get_by_role("alert")).to_be_visible()
