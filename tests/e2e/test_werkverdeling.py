"""Dividing the work in a real browser: putting a term off, and who sees that."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.models import Uitstel
from tests.fabriek import Cast, asielstatushouder

from .hulp import Reis

pytestmark = [pytest.mark.django_db(transaction=True)]


def test_a_term_is_put_off_and_the_teamleider_takes_it_back(pagina: Page, live_server, cast: Cast) -> None:
    vandaag = timezone.localdate()
    begin = vandaag - timedelta(days=50)
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=begin, kennisgeving=begin)
    reis = Reis(pagina, live_server.url)
    reis.als(cast.consulent)

    reis.naar("")
    pagina.get_by_role("link", name="Uitstellen Tesfay").click()
    reis.bekijk()
    reis.vul("Terug in de werkvoorraad op", f"{vandaag + timedelta(days=900):%d-%m-%Y}")
    reis.vul("Reden", "De tolk is ziek.")
    reis.druk("Uitstellen")
    reis.ziet("de wettelijke laatste dag.")
    reis.vul("Terug in de werkvoorraad op", f"{vandaag + timedelta(days=7):%d-%m-%Y}")
    reis.druk("Uitstellen")
    reis.ziet("Geen termijnen in deze selectie")

    reis.als(cast.teamleider)
    reis.naar("")
    reis.volg("Signalen")
    reis.naar("")
    reis.volg("Uitgesteld")
    reis.ziet("De tolk is ziek.")
    pagina.get_by_role("button", name="Nu terugzetten").click()
    reis.bekijk()
    reis.ziet("Er is niets uitgesteld")
    assert not Uitstel.objects.lopend(vandaag).exists()
    reis.naar(f"dossiers/{dossier.nummer}/geschiedenis/")
    expect(pagina.get_by_text("De tolk is ziek.").first).to_be_visible()
