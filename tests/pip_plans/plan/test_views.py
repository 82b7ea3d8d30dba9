"""The screens of the PIP, from the start page to the decision, as the cast sees them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cases.models import Beschikking, Inzage
from cases.panelen import Dossierbeeld, Werkblik, stapwoorden, wat_nu, werkstapels
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, Regime
from pip_plans.intake.models import BredeIntake
from pip_plans.plan.enums import Pipstatus
from pip_plans.plan.models import Pip
from pip_plans.plan.services.beoordelen import bied_aan, geef_terug, stel_vast
from pip_plans.plan.services.bewerken import bewaar_concept

from .hulp import zet_document_gereed

RIJEN = {
    "afspraken-TOTAL_FORMS": "2", "afspraken-INITIAL_FORMS": "0",
    "afspraken-0-wat": "Lessen volgen", "afspraken-0-wie": "Selam", "afspraken-0-hoeveel": "12 uur",
    "afspraken-0-wanneer": "vanaf januari", "pw-TOTAL_FORMS": "1", "pw-INITIAL_FORMS": "0",
    "pw-0-omschrijving": "Bijstand", "pw-0-datum": "20-9-2026", "pw-0-kenmerk": "PW-1",
}  # fmt: skip


@pytest.fixture(autouse=True)
def vandaag():
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        yield


@pytest.fixture
def client(cast, inloggen):
    return inloggen(cast.consulent)


@pytest.fixture
def ter_lezing(compleet, cast, op) -> Pip:
    return bied_aan(pip=compleet, door=cast.consulent, op=op)


def adres(dossier, naam="overzicht"):
    return reverse(f"plan:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer})


def posten(pip, **anders):
    """What the browser sends for the hoofdlijnen."""
    velden = ("leerroute", "motivering", "doel", "pvt_uren", "pvt_wanneer", "map_uren", "map_wanneer", "map_aanbieder")
    return {veld: getattr(pip, veld) or "" for veld in velden} | {"revisie": pip.revisie} | anders


def test_the_start_page_says_what_is_needed_first(client, dossier):
    BredeIntake.objects.filter(dossier=dossier).update(afgerond_op=None, wijze="")
    antwoord = client.get(adres(dossier))

    assertContains(antwoord, "De brede intake is nog niet afgerond.")
    assertNotContains(antwoord, "PIP opstellen")


def test_one_click_starts_the_concept_and_a_second_click_no_other(client, dossier):
    assertContains(client.get(adres(dossier)), "PIP opstellen")
    assertRedirects(client.post(adres(dossier, "opstellen")), adres(dossier, "hoofdlijnen"))
    assertRedirects(client.post(adres(dossier, "opstellen")), adres(dossier))

    assert Pip.objects.count() == 1


def test_the_concept_lists_its_gaps_with_links_to_the_fields(client, concept):
    antwoord = client.get(adres(concept.dossier))

    plek = f"{adres(concept.dossier, 'hoofdlijnen')}#div_id_pvt_aanbieder"
    assertContains(antwoord, f'<a href="{plek}">Vul in wie het PVT geeft.</a>', html=True)
    assertContains(client.get(plek), 'id="div_id_pvt_aanbieder"')
    assertNotContains(antwoord, "Aanbieden aan de tweede lezer")


def test_the_editor_shows_the_intake_without_health(client, concept):
    antwoord = client.get(adres(concept.dossier, "hoofdlijnen"))

    assertContains(antwoord, "U werkte als verzorgende.")
    assertNotContains(antwoord, "Diabetes")


def test_hoofdlijnen_are_kept_with_gaps_and_faults_stand_on_top(client, concept):
    url = adres(concept.dossier, "hoofdlijnen")
    assertRedirects(client.post(url, posten(concept, motivering="", verder="ja")), adres(concept.dossier, "afspraken"))
    concept.refresh_from_db()
    assert (concept.motivering, concept.revisie) == ("", 1)

    antwoord = client.post(url, posten(concept, pvt_uren="3"))
    assertContains(antwoord, "Het PVT duurt ten minste 12 uur (art. 3.1 Besluit", status_code=422)


def test_choosing_the_onderwijsroute_needs_no_emptying_by_hand(client, concept):
    client.post(adres(concept.dossier, "hoofdlijnen"), posten(concept, leerroute="ONDERWIJS", variant="mbo"))
    concept.refresh_from_db()

    assert (concept.leerroute, concept.map_uren, concept.variant) == ("ONDERWIJS", None, "")


def test_afspraken_are_saved_from_a_table_without_javascript(client, concept):
    url = adres(concept.dossier, "afspraken")
    assertContains(client.get(url), "Besluiten over bijstand")
    antwoord = client.post(url, RIJEN | {"revisie": 0, "begeleiding": "Sanne: helpt u", "voortgangsgesprekken": 4})

    assertRedirects(antwoord, url)
    assert list(concept.afspraken.values_list("wat", flat=True)) == ["Lessen volgen"]
    assert str(concept.pw_beschikkingen.get().datum) == "2026-09-20"


def test_two_writers_see_both_texts_and_the_next_save_wins(client, concept, cast, op):
    bewaar_concept(pip=concept, revisie=0, door=cast.collega, op=op, gegevens={"doel": "Werken in de bouw."})
    antwoord = client.post(adres(concept.dossier, "hoofdlijnen"), posten(concept, doel="Werken in de zorg.", revisie=0))

    assertContains(antwoord, "Werken in de bouw.", status_code=409)
    assertContains(antwoord, "Werken in de zorg.", status_code=409)
    assertContains(antwoord, "Doel in gewone woorden, van u", status_code=409)
    assertNotContains(antwoord, "School, van u", status_code=409)
    assertContains(antwoord, f"{cast.collega} heeft dit concept intussen gewijzigd", status_code=409)
    assertContains(
        antwoord, '<input type="hidden" name="revisie" value="1" id="id_revisie">', status_code=409, html=True
    )
    client.post(adres(concept.dossier, "hoofdlijnen"), posten(concept, doel="Werken in de zorg.", revisie=1))
    concept.refresh_from_db()
    assert concept.doel == "Werken in de zorg."


def test_a_complete_concept_is_offered_and_then_closed(client, compleet):
    assertContains(client.get(adres(compleet.dossier)), "Aanbieden aan de tweede lezer")
    client.post(adres(compleet.dossier, "aanbieden"))
    compleet.refresh_from_db()

    assert compleet.status == Pipstatus.TER_LEZING
    assertRedirects(client.get(adres(compleet.dossier, "hoofdlijnen")), adres(compleet.dossier))


def test_the_reader_gets_the_text_beside_the_letter_and_decides(ter_lezing, cast, inloggen):
    client = inloggen(cast.tweede_lezer)
    antwoord = client.get(adres(ter_lezing.dossier, "beoordelen"))
    assertContains(antwoord, f'hx-get="{adres(ter_lezing.dossier, "plaatjes")}"')

    for _ in range(2):  # a double click
        antwoord = client.post(
            adres(ter_lezing.dossier, "beoordelen"), {"oordeel": "akkoord", "revisie": ter_lezing.revisie}
        )
        assertRedirects(antwoord, adres(ter_lezing.dossier))
    assert Beschikking.objects.get().nummer == "PIP-2026-0001"
    assertContains(client.get(adres(ter_lezing.dossier)), "Inburgeringstermijn")


def test_returning_needs_remarks_and_shows_them_to_the_writer(ter_lezing, cast, inloggen, client):
    url = adres(ter_lezing.dossier, "beoordelen")
    lezer = inloggen(cast.tweede_lezer)
    data = {"oordeel": "teruggegeven", "revisie": ter_lezing.revisie}
    assertContains(lezer.post(url, data), "Schrijf op wat er anders moet.", status_code=422)
    lezer.post(url, data | {"opmerkingen": "Noem de school."})

    assertContains(client.get(adres(ter_lezing.dossier)), "Noem de school.")


def test_the_writer_and_other_roles_cannot_judge(ter_lezing, cast, inloggen):
    url = adres(ter_lezing.dossier, "beoordelen")
    ter_lezing.schrijvers.add(cast.teamleider)

    assertContains(inloggen(cast.consulent).get(url), "een PIP beoordelen of vaststellen", status_code=403)
    assert inloggen(cast.buitenstaander).get(url).status_code == 404
    teamleider = inloggen(cast.teamleider)
    assertNotContains(teamleider.get(url), "Akkoord en vaststellen")
    data = {"oordeel": "akkoord", "revisie": ter_lezing.revisie}
    assertContains(teamleider.post(url, data), "zelf aan dit PIP geschreven", status_code=422)


@pytest.mark.parametrize("pagina", ["hoofdlijnen", "afspraken"])
def test_who_only_reads_cannot_write(concept, cast, inloggen, pagina):
    assert inloggen(cast.raadpleger).get(adres(concept.dossier, pagina)).status_code == 403
    assertNotContains(inloggen(cast.raadpleger).get(adres(concept.dossier)), "Hoofdlijnen schrijven")


@pytest.mark.usefixtures("lettertypen")
def test_the_preview_is_a_pdf_that_no_page_may_frame(client, concept, cast):
    antwoord = client.get(adres(concept.dossier, "voorbeeld"))

    assert antwoord.content.startswith(b"%PDF")
    assert antwoord.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in antwoord.headers["Content-Security-Policy"]
    assert Inzage.objects.filter(dossier=concept.dossier, medewerker=cast.consulent, wat="PIP-voorbeeld").exists()


def test_a_preview_without_leerroute_says_why_not(client, concept):
    Pip.objects.update(leerroute="")
    assertContains(client.get(adres(concept.dossier, "voorbeeld")), "Nog geen voorbeeld", status_code=409)


@pytest.fixture
def besluit(ter_lezing, cast, op) -> Beschikking:
    return stel_vast(pip=ter_lezing, revisie=ter_lezing.revisie, door=cast.tweede_lezer, op=op)


def test_the_page_waits_for_the_letter_and_then_offers_to_make_it_known(client, besluit):
    assertContains(client.get(adres(besluit.dossier)), "de brief wordt gemaakt")
    assert "HX-Refresh" not in client.get(adres(besluit.dossier, "documentstand")).headers
    zet_document_gereed(besluit.document)

    assert client.get(adres(besluit.dossier, "documentstand")).headers["HX-Refresh"] == "true"
    assertContains(client.get(adres(besluit.dossier)), "Bekendmaken vastleggen")


def test_making_known_shows_the_bezwaartermijn(client, besluit):
    zet_document_gereed(besluit.document)
    url = adres(besluit.dossier, "bekendmaken")
    assertContains(client.get(adres(besluit.dossier)), f'name="besluit" value="{besluit.nummer}"')
    dit = {"besluit": besluit.nummer, "kanaal": "post"}
    assertContains(client.post(url, dit | {"datum": "21-11-2026"}), "in de toekomst", status_code=422)
    ander = client.post(url, dit | {"datum": "20-11-2026", "besluit": "PIP-2026-0009"})
    assertContains(ander, "een ander dan u zag", status_code=422)
    assert not besluit.dossier.gebeurtenissen.filter(soort="BESCHIKKING_BEKENDGEMAAKT").exists()
    for _ in range(2):
        assertRedirects(client.post(url, dit | {"datum": "20-11-2026"}), adres(besluit.dossier))

    assertContains(client.get(adres(besluit.dossier)), "maandag 4 januari 2027")
    assert besluit.dossier.gebeurtenissen.filter(soort="BESCHIKKING_BEKENDGEMAAKT").count() == 1


def test_the_reaction_of_the_inburgeraar_is_recorded(client, besluit):
    client.post(adres(besluit.dossier, "tekenen"), {"stand": "weigert", "datum": "20-11-2026"})

    assertContains(client.get(adres(besluit.dossier)), "het PIP niet wil tekenen")


def test_withdrawing_asks_for_a_reason(client, concept):
    url = adres(concept.dossier, "intrekken")
    assertContains(client.post(url, {"reden": ""}), "Vul ‘Reden’ in.", status_code=422)
    client.post(url, {"reden": "verhuisd"})

    assertContains(client.get(adres(concept.dossier)), "PIP opstellen")


def stappen(dossier, medewerker, op):
    feiten = Dossierfeiten(Regime.WI2021, feiten_van(dossier))
    beeld = Dossierbeeld(dossier, feiten, list(dossier.termijnen.exclude(status="vervangen")), medewerker, op)
    return {stap.titel: stap.uiterlijk for stap in wat_nu(beeld)}


def test_wat_nu_follows_the_pip_and_plans_on_the_raw_day(dossier, compleet, cast, op):
    dag = dossier.termijnen.open().get(soort="PIP").ruwe_dag

    assert stappen(dossier, cast.consulent, op)["PIP afschrijven en aanbieden"] == dag
    pip = bied_aan(pip=compleet, door=cast.consulent, op=op)
    assert stappen(dossier, cast.consulent, op)["Wachten op de tweede lezer"] == dag
    geef_terug(pip=pip, opmerkingen="x", door=cast.tweede_lezer, op=op)
    assert stappen(dossier, cast.consulent, op)["PIP aanpassen"] == dag
    pip = bied_aan(pip=pip, door=cast.consulent, op=op)
    besluit = stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=op)
    assert "PIP bekendmaken" not in stappen(dossier, cast.consulent, op)
    zet_document_gereed(besluit.document)
    assert stappen(dossier, cast.consulent, op)["PIP bekendmaken"] == dag


def test_the_pile_of_the_reader_and_the_word_of_the_dossier(ter_lezing, cast, op):
    blik = Werkblik(cast.tweede_lezer, cast.gemeente, frozenset({"tweede_lezer"}), op)
    [stapel] = [stapel for stapel in werkstapels(blik.rollen) if stapel.label == "voor de tweede lezer"]

    assert stapel.tel(blik) == 1
    [rij] = stapel.lijst(blik, 10)
    assert (rij.url, rij.sinds) == (adres(ter_lezing.dossier, "beoordelen"), op)
    assert stapwoorden([ter_lezing.dossier_id])[ter_lezing.dossier_id] == "tweede lezer"
