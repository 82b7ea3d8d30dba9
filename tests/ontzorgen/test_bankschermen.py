"""What the bank did not do, said twice, or was not yet asked, on the pages and the werkvoorraad."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cases.instellingen import SOORTEN
from ontzorgen.services.betaalruns import neem_uit
from ontzorgen.services.fout import OntzorgFout

from .bouw_betaling import (
    IBANS,
    OP,
    betaalrekening,
    betaalt_zelf,
    crediteur,
    geef,
    huurder,
    run,
    ter_vrijgave,
    vrijgegeven,
)
from .hulp import kaal
from .test_terugmelding import afschrift, lees, lees_terug, status

BASIS = "/diemen/ontzorgen/betaalruns/"
VOORSTEL = f"{BASIS}nieuw/?maand=11-2026"


@pytest.fixture
def mensen(cast):
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}")[0] for nummer in range(2)]


@pytest.fixture
def kijk(inloggen):
    return lambda medewerker, adres: kaal(inloggen(medewerker).get(adres).content.decode())


def test_two_answers_of_the_bank_are_shown_decided_and_remembered(cast, mensen, inloggen, kijk):
    batch = vrijgegeven(cast)
    lees(cast, batch, status(batch, stand="RJCT"))
    lees(cast, batch, status(batch, nummer="BANK-2", stand="ACSC"))
    adres, baas = f"{BASIS}{batch.pk}/", inloggen(cast.teamleider)

    assert "Over 2 betalingen spreekt de bank zichzelf" in kijk(cast.uitkeringsadministratie, adres)
    assert "De bank meldt nu" not in kijk(cast.uitkeringsadministratie, adres)  # once, on the page of the decision
    assert "Beslis eerst bij die run wat klopt" in kijk(cast.uitkeringsadministratie, VOORSTEL)
    assert "de bank meldde twee dingen" in kijk(cast.financien, BASIS)
    assert "Beslissen wat klopt" in kijk(cast.teamleider, "/diemen/")
    assert inloggen(cast.sociale_zaken).get(f"{adres}tegenspraak/").status_code == 403
    eerste = batch.pogingen.first()
    pagina = kaal(baas.get(f"{adres}tegenspraak/{eerste.pk}/").content.decode())
    assert "De bank meldt nu: uitgevoerd (ACSC). Eerder was de betaling geweigerd door de bank" in pagina
    assert f'href="{adres}"' in pagina.split("Vastleggen")[-1]
    assert "alle 2 betalingen, samen" in kaal(baas.get(f"{adres}tegenspraak/").content.decode())
    velden = {"uitkomst": "betaald", "reden": "afschrift 12", "tot": eerste.tegenspraken.get().pk}
    assert baas.post(f"{adres}tegenspraak/{eerste.pk}/", velden | {"reden": ""}).status_code == 422
    assert baas.post(f"{adres}tegenspraak/{eerste.pk}/", velden).status_code == 302
    assert baas.get(f"{adres}tegenspraak/{eerste.pk}/").status_code == 404
    baas.post(f"{adres}tegenspraak/", {"uitkomst": "niet_betaald", "reden": "gebeld", "tot": 10**9})

    assert [poging.stand for poging in batch.pogingen.all()] == ["uitgevoerd", "geweigerd"]
    assert "afschrift 12" in kijk(cast.sociale_zaken, adres)
    assert "Beslissen wat klopt" not in kijk(cast.teamleider, "/diemen/")


def test_a_second_run_says_who_and_why_not_the_first_time(cast, mensen, kijk):
    batch = ter_vrijgave(cast)
    eerste = batch.pogingen.first()
    neem_uit(poging=eerste, reden="meter klopt niet", op=OP)
    geef(cast, batch)
    voorstel = kijk(cast.sociale_zaken, VOORSTEL)
    naam = eerste.verplichting.afrekening.eenheid.leden.get().dossier.inburgeraar.lijstnaam

    assert f"{batch}: uit de run genomen. meter klopt niet" in voorstel
    assert naam in voorstel
    assert "gaat mee" in voorstel
    nieuw = run(cast)
    assert f"{batch}: uit de run genomen. meter klopt niet" in kijk(cast.sociale_zaken, f"{BASIS}{nieuw.pk}/")


def test_what_came_back_stands_in_the_list_of_runs_and_on_the_pile(cast, mensen, kijk):
    batch, admin = vrijgegeven(cast), cast.uitkeringsadministratie
    lees(cast, batch, status(batch))
    assert "Opnieuw betalen of afhandelen" not in kijk(admin, "/diemen/")
    lees_terug(cast, afschrift((batch.pogingen.first().referentie, "612.35")))

    assert "niet betaald" in kijk(cast.financien, BASIS)
    assert "Opnieuw betalen of afhandelen" in kijk(admin, "/diemen/")
    assert "Opnieuw betalen of afhandelen" not in kijk(cast.sociale_zaken, "/diemen/")
    run(cast)
    assert "Opnieuw betalen of afhandelen" not in kijk(admin, "/diemen/")


def test_the_account_that_pays_is_fixed_at_the_controle_and_shown(cast, mensen, kijk):
    batch = ter_vrijgave(cast)
    assert batch.betaler_iban == "NL02ABNA0123456789"
    betaalrekening(cast, IBANS[1])

    assert "Van rekening NL02 ABNA 0123 4567 89" in kijk(cast.teamleider, f"{BASIS}{batch.pk}/").replace(
        '<strong class="niet-afbreken">', ""
    )
    with pytest.raises(OntzorgFout, match="toen NL02 ABNA 0123 4567 89, nu NL20 INGB 0001 2345 67"):
        geef(cast, batch)
    betaalrekening(cast)
    assert geef(cast, batch).betaler_iban == "NL02ABNA0123456789"


def test_a_payment_on_a_decision_that_was_not_made_known_is_named(cast, mensen, kijk):
    besluit = mensen[0].ontzorgperioden.get().besluit.beschikking
    assert besluit.bekendgemaakt_op is None
    assert f"besluit {besluit.nummer} is nog niet verzonden" in kijk(cast.sociale_zaken, VOORSTEL)
    batch = ter_vrijgave(cast)
    assert f"besluit {besluit.nummer}" in kijk(cast.teamleider, f"{BASIS}{batch.pk}/")


def test_a_number_of_releasers_that_goes_down_with_the_amount_is_refused():
    soort = SOORTEN["ontzorgen_vrijgevers"]
    assert soort.controleer(["vanaf 0 euro: 1", "vanaf 10 euro: 2"]) == ""
    assert soort.controleer(["vanaf 0 euro: 2", "vanaf 10 euro: 1"]).startswith("Schrijf")


@pytest.mark.parametrize(
    ("adres", "zin"),
    [
        (f"{BASIS}retouren/", "Het bestand is te groot en is niet gelezen"),
        ("/diemen/ontzorgen/inhoudingen/inlezen/inhoudingen/", "Het bestand is groter dan 5 MB"),
    ],
)
def test_a_file_that_is_too_large_is_called_too_large(cast, mensen, inloggen, settings, adres, zin):
    settings.VERZOEK_MEGABYTE = 0
    bestand = SimpleUploadedFile("x.xml", b"<Document/>")
    antwoord = inloggen(cast.uitkeringsadministratie).post(adres, {"bestand": bestand})
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


def test_a_statement_of_a_day_to_come_is_refused_as_a_whole(cast, mensen):
    batch = vrijgegeven(cast)
    ref = batch.pogingen.first().referentie
    later = afschrift((ref, "612.35")).read().replace(b"2026-", b"2099-")
    with pytest.raises(OntzorgFout, match=r"een boeking op .* 2099. Die dag komt nog"):
        lees_terug(cast, BytesIO(later))
    assert {poging.stand for poging in batch.pogingen.all()} == {"open"}


def test_the_page_to_close_a_run_says_why_it_cannot_be_and_leads_back(cast, mensen, inloggen, kijk):
    batch = ter_vrijgave(cast)
    adres = f"{BASIS}{batch.pk}/"
    assert "is niet vrijgegeven. Trek de run in" in kijk(cast.teamleider, f"{adres}afsluiten/")
    geef(cast, batch)
    assert f'href="{adres}"' in kijk(cast.teamleider, f"{adres}afsluiten/").split("Voorleggen aan een collega")[-1]
    inloggen(cast.teamleider).post(f"{adres}afsluiten/", {"reden": "bestand niet gebruikt"})
    pagina = kijk(cast.teamleider, f"{adres}afsluiten/")
    assert "ligt al een voorstel of besluit" in pagina
    assert "Voorleggen aan een collega" not in pagina
