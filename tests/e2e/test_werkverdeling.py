"""Dividing the work in a real browser: putting a term off, and who sees that."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from cases.models import Uitstel
from tests.fabriek import Cast, asielstatushouder, maak_dossier

from .hulp import Reis, controleer_tabellen

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


def test_the_teamleider_gives_chosen_dossiers_and_all_of_a_filter(pagina: Page, live_server, cast: Cast) -> None:
    vandaag = timezone.localdate()
    dossiers = [maak_dossier(cast.gemeente, None, op=vandaag) for _ in range(3)]
    reis = Reis(pagina, live_server.url)
    reis.als(cast.teamleider)

    reis.naar("dossiers/")
    pagina.get_by_label(f"Kies {dossiers[0].nummer}").check()
    reis.druk("Gekozen dossiers toewijzen")
    reis.ziet("1 lopend dossier")
    pagina.get_by_label("Consulent (niet verplicht)").select_option(label=cast.consulent.naam)
    reis.druk("Toewijzen")
    reis.ziet("Klaar: 1 toegewezen")

    reis.naar("dossiers/?consulent=geen")
    reis.volg("Alle dossiers in deze selectie toewijzen")
    pagina.get_by_label("Consulent (niet verplicht)").select_option(label=cast.collega.naam)
    reis.druk("Toewijzen")
    reis.ziet("Klaar: 2 toegewezen")
    reis.naar("toewijzingen/")
    reis.naar("")
    reis.volg("Werklast")
    expect(pagina.get_by_role("row", name=cast.collega.naam).get_by_role("cell").first).to_have_text("2")
    controleer_tabellen(pagina)
    assert cast.consulent.dossiers.count() == 1
    assert cast.collega.dossiers.count() == 2


def test_a_consulent_keeps_a_filter_and_chooses_columns(pagina: Page, live_server, cast: Cast) -> None:
    vandaag = timezone.localdate()
    asielstatushouder(cast.gemeente, cast.consulent, brp=vandaag, kennisgeving=vandaag)
    reis = Reis(pagina, live_server.url)
    reis.als(cast.consulent)

    reis.naar("?wie=alle&soort=PIP")
    reis.volg("Filters en kolommen")
    reis.ziet("Nu gekozen: wiens werk: alle; soort: PIP vaststellen.")
    reis.vul("Naam", "alle PIP's")
    pagina.get_by_label("Hiermee beginnen na het inloggen").check()
    reis.druk("Filter bewaren")
    pagina.get_by_label("Stap", exact=True).uncheck()
    pagina.get_by_label("Dossier", exact=True).check()
    reis.druk("Kolommen bewaren")

    reis.als(cast.consulent)
    expect(pagina.get_by_role("link", name="alle PIP's")).to_have_attribute("aria-current", "true")
    expect(pagina.get_by_role("columnheader", name="Dossier")).to_be_visible()
    expect(pagina.get_by_role("columnheader", name="Stap")).to_have_count(0)
    reis.naar("weergave/dossiers/")
