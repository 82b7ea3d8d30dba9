"""The screens of a changed, withdrawn or advised plan, as the cast sees them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from cases.enums import Kanaal
from cases.models import Beschikking
from cases.panelen import Dossierbeeld, stapwoorden, wat_nu
from cases.services.termijnen import feiten_van
from inburgering.recht.feiten import Dossierfeiten, Regime
from pip_plans.plan.models import Intrekking, Pip
from pip_plans.plan.services.bekendmaken import maak_bekend
from pip_plans.plan.services.beoordelen import bied_aan
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import stel_op

from .hulp import vastgesteld_pip, zet_document_gereed
from .wijziging import verzend

OP = date(2027, 3, 1)
MEER_UREN = {"uren_per_week": 16, "zienswijze": "u bent het ermee eens."}
NAAR_Z = {"soort": "leerroute", "reden": "Het gaat langzamer.", "leerroute": "Z", "grond": "onvoldoende"}


@pytest.fixture
def bekend(cast, op) -> Pip:
    pip = vastgesteld_pip(cast)
    zet_document_gereed(pip.beschikking.document)
    maak_bekend(pip=pip, datum=op, kanaal=Kanaal.POST, door=None, op=op)
    return Pip.objects.get(pk=pip.pk)


@pytest.fixture(autouse=True)
def vandaag():
    with time_machine.travel(datetime(2027, 3, 1, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        yield


@pytest.fixture
def client(cast, inloggen):
    return inloggen(cast.consulent)


def adres(dossier, naam="overzicht", **delen):
    return reverse(f"plan:{naam}", kwargs={"gemeente": "diemen", "nummer": dossier.nummer, **delen})


def stappen(dossier, wie):
    feiten = Dossierfeiten(regime=Regime(dossier.regime), feiten=feiten_van(dossier))
    beeld = Dossierbeeld(dossier=dossier, feiten=feiten, termijnen=list(dossier.termijnen.all()), medewerker=wie, op=OP)
    return [stap.titel for stap in wat_nu(beeld)]


def test_the_question_comes_first_and_a_refusal_stands_at_its_field(client, bekend):
    url = adres(bekend.dossier, "wijzigen")
    assertContains(client.get(adres(bekend.dossier)), f'href="{url}"')
    assertNotContains(client.get(url), "id_grond")
    assertContains(client.post(url, {"soort": "leerroute", "toon": "ja"}), "Dat is tot en met 20 mei 2028.")
    meer = client.post(url, {"soort": "afschalen", "reden": "Schrijven lukt niet.", "getoond": "leerroute"})
    assertContains(meer, "Schrijven lukt niet.")
    assertContains(meer, "id_cursusuren_op")
    assertNotContains(meer, "veld--fout")

    antwoord = client.post(url, NAAR_Z | {"grond": ""})
    assertContains(antwoord, "art. 17 lid 2 Wet inburgering 2021", status_code=422)
    assert list(antwoord.context["form"].errors) == ["grond"]
    antwoord = client.post(url, {"soort": "afschalen", "reden": "x", "a2_onderdelen": ["lezen"], "cursusuren": "599"})
    assertContains(antwoord, "Afschalen kan pas na 600 cursusuren NT2 (art. 5.5", status_code=422)
    assert Pip.objects.count() == 1


def test_a_click_starts_the_new_version_and_a_second_click_no_other(client, bekend):
    assertRedirects(client.post(adres(bekend.dossier, "wijzigen"), NAAR_Z), adres(bekend.dossier, "hoofdlijnen"))
    assertContains(client.post(adres(bekend.dossier, "wijzigen"), NAAR_Z), "Er is al een concept", status_code=422)

    assert [pip.versie for pip in Pip.objects.all()] == [2, 1]


def test_the_concept_says_why_it_exists_and_the_old_version_can_be_read(client, bekend, cast):
    client.post(adres(bekend.dossier, "wijzigen"), NAAR_Z)
    antwoord = client.get(adres(bekend.dossier))
    assertContains(antwoord, "Concept-PIP, versie 2")
    assertContains(antwoord, "de voortgang is onvoldoende")
    assertContains(antwoord, "De motivering is nog alleen standaardtekst of die van de vorige leerroute.")

    oud = client.get(adres(bekend.dossier, "versie", versie=1))
    assertContains(oud, "Besluit PIP-2026-0001, versie 1")
    assertContains(oud, "Er is een nieuwe versie in de maak")
    assertNotContains(oud, "PIP intrekken")
    assert stapwoorden([bekend.dossier.pk])[bekend.dossier.pk] == "PIP wijzigen"
    assert "Wijziging van het PIP afschrijven en aanbieden" in stappen(bekend.dossier, cast.consulent)


def test_the_difference_is_shown_to_the_writer_and_to_the_reader(client, bekend, cast, inloggen):
    client.post(adres(bekend.dossier, "wijzigen"), {"soort": "hoofdlijn", "reden": "Meer uren."})
    pip = Pip.objects.get(versie=2)
    assertContains(client.get(adres(bekend.dossier, "verschil", versie=2)), "Er is nog geen verschil.")
    bewaar_concept(pip=pip, revisie=0, door=cast.consulent, op=OP, gegevens=MEER_UREN)
    bied_aan(pip=pip, door=cast.consulent, op=OP)

    for wie, url in [
        (client, adres(bekend.dossier, "verschil", versie=2)),
        (inloggen(cast.tweede_lezer), adres(bekend.dossier, "beoordelen")),
    ]:
        antwoord = wie.get(url)
        assertContains(antwoord, "16 uur les per week")
        assertContains(antwoord, "12 uur les per week")
    assert client.get(adres(bekend.dossier, "verschil", versie=1)).status_code == 404


def test_after_the_decision_both_dates_stand_apart_and_the_old_one_is_replaced(client, bekend, cast, inloggen):
    client.post(adres(bekend.dossier, "wijzigen"), {"soort": "hoofdlijn", "reden": "Meer uren."})
    pip = bewaar_concept(pip=Pip.objects.get(versie=2), revisie=0, door=cast.consulent, op=OP, gegevens=MEER_UREN)
    bied_aan(pip=pip, door=cast.consulent, op=OP)
    lezer = inloggen(cast.tweede_lezer)
    lezer.post(adres(bekend.dossier, "beoordelen"), {"oordeel": "akkoord", "revisie": pip.revisie, "opmerkingen": ""})

    antwoord = client.get(adres(bekend.dossier))
    assertContains(antwoord, "maandag 1 maart 2027")
    assertContains(antwoord, "vrijdag 20 november 2026. De inburgeringstermijn telt vanaf deze dag.")
    assertContains(antwoord, adres(bekend.dossier, "verschil", versie=2))
    assertContains(antwoord, "Vastgesteld, nog niet verzonden")
    oud = client.get(adres(bekend.dossier, "versie", versie=1))
    assertContains(oud, "PIP-2027-0001 van 1 maart 2027 is vastgesteld, maar nog niet verzonden")
    assertNotContains(oud, "PIP wijzigen")
    verzend(Beschikking.objects.get(nummer="PIP-2027-0001"))
    gestart = client.get(adres(bekend.dossier)).context["gestart"]
    assert [termijn.aanleiding for termijn, _ in gestart if termijn.soort == "BEZWAAR"] == ["PIP-2027-0001"]
    oud = client.get(adres(bekend.dossier, "versie", versie=1))
    assertContains(oud, "vervangen door PIP-beschikking PIP-2027-0001")
    assertNotContains(oud, "PIP wijzigen")


def test_a_withdrawal_takes_two_people(client, bekend, cast, inloggen):
    assertContains(client.post(adres(bekend.dossier, "intrekking"), {}), "Toelichting", status_code=422)
    vraag = {"grond": "onterecht", "motivering": "Verkeerde persoon."}
    assert client.post(adres(bekend.dossier, "intrekking"), vraag).status_code == 422
    client.post(adres(bekend.dossier, "intrekking"), vraag | {"zienswijze": "u bent het ermee eens."})
    assert Intrekking.objects.get().motivering == "Verkeerde persoon.\nWat u hiervan vindt: u bent het ermee eens."
    assert client.post(adres(bekend.dossier, "intrekking_vaststellen")).status_code == 403
    assertNotContains(client.get(adres(bekend.dossier)), "Intrekking vaststellen")
    assert "Voorstel om het PIP in te trekken beoordelen" in stappen(bekend.dossier, cast.consulent)

    lezer = inloggen(cast.tweede_lezer)
    assertContains(lezer.get(adres(bekend.dossier)), "Intrekking vaststellen")
    for _ in range(2):
        lezer.post(adres(bekend.dossier, "intrekking_vaststellen"), {"voorstel": Intrekking.objects.get().pk})
    besluit = Beschikking.objects.get(soort="pip_intrekking")
    zet_document_gereed(besluit.document)
    antwoord = client.get(adres(bekend.dossier))
    assertContains(antwoord, "Dit PIP geldt nog")
    assertNotContains(antwoord, "Nieuw PIP maken")
    assert stapwoorden([bekend.dossier.pk])[bekend.dossier.pk] == "PIP loopt"
    assert "Intrekking van het PIP bekendmaken" in stappen(bekend.dossier, cast.consulent)

    verzonden = {"datum": "1-3-2027", "kanaal": "post"}
    antwoord = client.post(adres(bekend.dossier, "intrekking_bekendmaken"), verzonden, follow=True)
    assertContains(antwoord, "een ander voorstel dan u las")
    assertContains(antwoord, f'name="voorstel" value="{Intrekking.objects.get().pk}"')
    verzonden["voorstel"] = Intrekking.objects.get().pk
    client.post(adres(bekend.dossier, "intrekking_bekendmaken"), verzonden)
    besluit.refresh_from_db()
    assert besluit.bekendgemaakt_op == OP
    antwoord = client.get(adres(bekend.dossier))
    assertContains(antwoord, f"ingetrokken door Intrekking van het PIP {besluit.nummer}")
    assertContains(antwoord, "Nieuw PIP maken")
    assert stapwoorden([bekend.dossier.pk])[bekend.dossier.pk] == "PIP ingetrokken"
    assert "Nieuw PIP maken" in stappen(bekend.dossier, cast.consulent)


def test_a_reload_after_an_error_leads_back_to_the_pip(client, bekend):
    assert client.post(adres(bekend.dossier, "intrekking"), {}).status_code == 422
    assertRedirects(client.get(adres(bekend.dossier, "intrekking")), adres(bekend.dossier))


def test_a_proposal_is_taken_back_or_set_aside_with_a_reason(client, bekend, cast, inloggen):
    vraag = {"grond": "anders", "motivering": "x", "zienswijze": "y"}
    client.post(adres(bekend.dossier, "intrekking"), vraag)
    assert client.post(adres(bekend.dossier, "intrekking_terugnemen"), {"opmerkingen": ""}).status_code == 422
    eerste = {"voorstel": Intrekking.objects.get().pk}
    client.post(adres(bekend.dossier, "intrekking_terugnemen"), {"opmerkingen": "Vergissing."} | eerste)
    assertContains(client.get(adres(bekend.dossier)), "<p>Vergissing.</p>")
    client.post(adres(bekend.dossier, "intrekking"), vraag)
    tweede = {"voorstel": Intrekking.objects.first().pk}
    inloggen(cast.teamleider).post(
        adres(bekend.dossier, "intrekking_afwijzen"), {"opmerkingen": "Het PIP klopt."} | tweede
    )

    assert sorted(Intrekking.objects.values_list("stand", "opmerkingen")) == [
        ("afgewezen", "Het PIP klopt."), ("afgewezen", "Vergissing."),
    ]  # fmt: skip
    assertContains(client.get(adres(bekend.dossier)), "PIP intrekken")


@pytest.mark.parametrize("knop", ["intrekking_vaststellen", "intrekking_afwijzen"])
def test_only_the_proposal_that_was_read_is_decided_on(knop, client, bekend, cast, inloggen):
    vraag = {"grond": "anders", "motivering": "x", "zienswijze": "y"}
    client.post(adres(bekend.dossier, "intrekking"), vraag)
    lezer, gelezen = inloggen(cast.tweede_lezer), Intrekking.objects.get().pk
    assertContains(lezer.get(adres(bekend.dossier)), f'name="voorstel" value="{gelezen}"')
    client.post(adres(bekend.dossier, "intrekking_terugnemen"), {"opmerkingen": "Anders.", "voorstel": gelezen})
    client.post(adres(bekend.dossier, "intrekking"), vraag | {"motivering": "Iets heel anders."})

    for data in ({}, {"voorstel": gelezen}):
        antwoord = lezer.post(adres(bekend.dossier, knop), data | {"opmerkingen": "Nee."}, follow=True)
        assertContains(antwoord, "Er ligt nu een ander voorstel dan u las.")
    assert Intrekking.objects.first().stand == "voorgesteld"


class TestAdvies:
    @pytest.fixture
    def concept(self, dossier_2013, cast) -> Pip:
        pip = stel_op(dossier=dossier_2013, door=cast.consulent, op=OP)
        return bewaar_concept(
            pip=pip, revisie=0, door=cast.consulent, op=OP, afspraken=[], gegevens={"motivering": "Oefen met spreken."}
        )

    def test_the_word_advies_stands_on_every_screen(self, client, dossier_2013):
        assertContains(client.get(adres(dossier_2013)), "PIP-advies opstellen")
        client.post(adres(dossier_2013, "opstellen"))
        for naam in ("overzicht", "hoofdlijnen", "afspraken"):
            assertContains(client.get(adres(dossier_2013, naam)), "PIP-advies")
        assertNotContains(client.get(adres(dossier_2013, "hoofdlijnen")), "Z-route")
        assertNotContains(client.get(adres(dossier_2013)), "tweede lezer aanbieden")

    def test_bringing_out_and_a_newer_advice(self, client, concept, cast):
        dossier = concept.dossier
        assertContains(client.get(adres(dossier)), "Advies uitbrengen")
        assert "PIP-advies afschrijven en uitbrengen" in stappen(dossier, cast.consulent)
        for _ in range(2):
            client.post(adres(dossier, "uitbrengen"), {"revisie": concept.revisie})
        pip = Pip.objects.get(pk=concept.pk)
        antwoord = client.get(adres(dossier))
        assertContains(antwoord, "PIP-advies versie 1")
        assertNotContains(antwoord, "bezwaartermijn")
        zet_document_gereed(pip.document)
        assert "PIP-advies versturen of meegeven" in stappen(dossier, cast.consulent)

        client.post(adres(dossier, "wijzigen"), {"soort": "advies", "reden": "Spreken is gehaald."})
        assertContains(client.get(adres(dossier)), "Concept van het PIP-advies, versie 2")
        assertContains(client.get(adres(dossier, "versie", versie=1)), "concept voor versie 2")

    def test_what_was_not_read_is_not_brought_out(self, client, concept):
        for revisie in ("0", "x", ""):
            client.post(adres(concept.dossier, "uitbrengen"), {"revisie": revisie})

        concept.refresh_from_db()
        assert concept.status == "concept"
