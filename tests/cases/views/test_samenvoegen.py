"""The pages that merge two records; who may not see or merge the other learns nothing of it."""

from datetime import date

import pytest

from cases.enums import Dossierstatus
from cases.models import Samenvoeging
from cases.services.bescherming import bescherm
from inburgering.recht.feiten import FeitSoort
from tests.cases.stukken.hulp import pdf, stuur
from tests.fabriek import leg_vast, maak_dossier

pytestmark = pytest.mark.usefixtures("vrijdag")
OP = date(2026, 11, 20)
ARTSBRIEF = pdf()


@pytest.fixture
def twee(cast):
    """One person, registered with a V-nummer and later again with a BSN; both of the consulent."""
    hier = maak_dossier(cast.gemeente, cast.consulent, op=OP, achternaam="Haddad")
    daar = maak_dossier(
        cast.gemeente, cast.consulent, op=OP, achternaam="Hadad", v_nummer=None, bsn="999405615", telefoon="0612345678"
    )
    for dossier, dag in ((hier, date(2026, 11, 2)), (daar, date(2026, 11, 4))):
        leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 11, 2), doelgroep="ASIELSTATUSHOUDER")
        leg_vast(dossier, FeitSoort.BRP_INSCHRIJVING, dag)
    return hier, daar


def pad(hier, daar):
    return f"/diemen/dossiers/{hier.nummer}/persoon/samenvoegen/{daar.nummer}/"


KEUZES = {
    "veld_bsn": "vervallen",
    "veld_v_nummer": "blijft",
    "veld_achternaam": "blijft",
    "veld_telefoon": "vervallen",
    "feit_BRP_INSCHRIJVING": "vervallen",
    "reden": "paspoort gezien",
}


def test_from_the_candidate_to_one_dossier(cast, inloggen, twee):
    hier, daar = twee
    client = inloggen(cast.consulent)
    kiezen = f"/diemen/dossiers/{hier.nummer}/persoon/samenvoegen/"
    assert pad(hier, daar) in client.get(kiezen).content.decode()
    assert client.post(kiezen, {"nummer": daar.nummer})["Location"] == pad(hier, daar)

    scherm = client.get(pad(hier, daar)).content.decode()
    assert [woord in scherm for woord in ("Haddad", "Hadad", "eindigt op 615", "feiten en stappen: ")] == [True] * 4
    assert "999405615" not in scherm
    voorbeeld = client.post(pad(hier, daar), KEUZES | {"bekijk": "1"}).content.decode()
    assert "Dit verschuift" in voorbeeld
    assert "PIP vaststellen" in voorbeeld
    assert not Samenvoeging.objects.exists()

    assert client.post(pad(hier, daar), KEUZES | {"bevestig": "1"}).status_code == 302
    hier.inburgeraar.refresh_from_db()
    persoon = hier.inburgeraar
    assert (persoon.bsn, persoon.telefoon, persoon.achternaam) == ("999405615", "0612345678", "Haddad")
    (brp,) = hier.gebeurtenissen.feiten().geldend().filter(soort="BRP_INSCHRIJVING")
    assert brp.datum == date(2026, 11, 4)


def test_an_old_address_leads_to_the_same_page_of_the_dossier_that_stayed(cast, inloggen, twee):
    hier, daar = twee
    client = inloggen(cast.consulent)
    client.post(pad(hier, daar), KEUZES | {"bevestig": "1"})
    client.get("/diemen/")  # takes the messages away

    antwoord = client.get(f"/diemen/dossiers/{daar.nummer}/geschiedenis/?na=1", follow=True)
    assert antwoord.redirect_chain[0][0] == f"/diemen/dossiers/{hier.nummer}/geschiedenis/?na=1"
    assert f"Dossier {daar.nummer} is samengevoegd met {hier.nummer}." in antwoord.content.decode()
    formulier = client.post(f"/diemen/dossiers/{daar.nummer}/persoon/wijzigen/", {"x": "1"}, follow=True)
    assert "is niet opgeslagen" in formulier.content.decode()
    oud = client.get(f"/diemen/dossiers/{hier.nummer}/persoon/opgegaan/{daar.nummer}/").content.decode()
    assert [woord in oud for woord in ("Hadad", "paspoort gezien", "PIP vaststellen")] == [True, True, True]
    assert daar.nummer not in client.get("/diemen/dossiers/").content.decode()
    assert inloggen(cast.buitenstaander).get(f"/diemen/dossiers/{daar.nummer}/").status_code == 404


def test_a_form_without_reason_or_choice_says_so_at_the_field(cast, inloggen, twee):
    hier, daar = twee
    fouten = inloggen(cast.consulent).post(pad(hier, daar), {"bekijk": "1"}).context["form"].errors

    assert fouten["reden"] == ["Schrijf op waarom dit dezelfde persoon is."]
    assert fouten["feit_BRP_INSCHRIJVING"] == ["Maak een keuze bij ‘Inschrijving in de BRP’."]
    assert fouten["veld_bsn"] == ["Maak een keuze bij ‘BSN’."]
    assert not Samenvoeging.objects.exists()


def test_who_may_not_merge_or_see_the_other_learns_nothing(cast, inloggen, twee):
    hier, daar = twee
    assert inloggen(cast.collega).get(pad(hier, daar)).status_code == 403
    assert inloggen(cast.raadpleger).get(pad(hier, daar)).status_code == 403
    assert inloggen(cast.teamleider).get(pad(hier, daar)).status_code == 200
    assert inloggen(cast.buitenstaander).get(pad(hier, daar)).status_code == 404

    bescherm(dossier=daar, mensen=[cast.collega], reden="dreiging", door=cast.collega, op=OP)
    client = inloggen(cast.consulent)
    assert client.get(pad(hier, daar)).status_code == 404
    kiezen = f"/diemen/dossiers/{hier.nummer}/persoon/samenvoegen/"
    assert daar.nummer not in client.get(kiezen).content.decode()
    assert "Dit dossier is niet gevonden." in client.post(kiezen, {"nummer": daar.nummer}).content.decode()


def test_what_stands_in_the_way_is_shown_and_nothing_can_be_confirmed(cast, inloggen, twee):
    hier, daar = twee
    hier.status = Dossierstatus.AFGESLOTEN
    hier.save()
    client = inloggen(cast.consulent)

    antwoord = client.post(pad(hier, daar), KEUZES | {"bevestig": "1"}).content.decode()
    assert "Houd het dossier dat nog loopt." in antwoord
    assert not Samenvoeging.objects.exists()


def test_of_a_medical_paper_that_stayed_behind_others_see_only_that_there_is_one(cast, inloggen, twee):
    hier, daar = twee
    for dossier in twee:
        stuur(cast, ("arts.pdf", ARTSBRIEF), dossier=dossier, onderwerp="medisch", omschrijving="ooglijden")
    client = inloggen(cast.consulent)
    client.post(pad(hier, daar), KEUZES | {"bevestig": "1"})
    adres = f"/diemen/dossiers/{hier.nummer}/persoon/opgegaan/{daar.nummer}/"

    assert "ooglijden" in client.get(adres).content.decode()
    tekst = inloggen(cast.raadpleger).get(adres).content.decode()
    assert "ooglijden" not in tekst
    assert "1 over gezondheid, niet voor u" in tekst
