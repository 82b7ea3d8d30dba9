"""The way from the page of a decision to keeping it back, and what the screens say afterwards."""

import pytest
from django.urls import reverse

from cases.models import Beschikking
from pip_plans.plan.models import Pip
from tests.pip_plans.plan.hulp import vastgesteld_pip, zet_document_gereed

pytestmark = pytest.mark.usefixtures("op_de_dag")
GOED = {"reden": "De naam van de school klopt niet.", "nog_hier": "on"}


@pytest.fixture
def op_de_dag(time_machine):
    time_machine.move_to("2026-11-20T09:00:00+00:00", tick=False)


@pytest.fixture
def pip(cast) -> Pip:
    pip = vastgesteld_pip(cast)
    for document in pip.dossier.documenten.all():
        zet_document_gereed(document)
    return Pip.objects.get(pk=pip.pk)


def adres(naam: str, pip: Pip, **anders) -> str:
    return reverse(naam, kwargs={"gemeente": "diemen", "nummer": pip.dossier.nummer, **anders})


def niet(pip: Pip) -> str:
    return adres("cases:niet_verzenden", pip, pk=pip.beschikking.document_id)


def test_the_button_is_there_for_a_second_person_and_the_consulent_reads_who_can(cast, inloggen, pip):
    tab = adres("plan:overzicht", pip)
    assert f'href="{niet(pip)}"' in inloggen(cast.teamleider).get(tab).text
    for wie in (cast.tweede_lezer, cast.consulent, cast.raadpleger):
        assert niet(pip) not in inloggen(wie).get(tab).text
    assert (
        "die het niet vaststelde, kan beslissen dat het niet wordt verzonden" in inloggen(cast.consulent).get(tab).text
    )
    verzonden = adres("cases:verzonden", pip, pk=pip.beschikking.document_id)
    assert niet(pip) in inloggen(cast.teamleider).get(verzonden).text
    assert niet(pip) not in inloggen(cast.consulent).get(verzonden).text


def test_who_took_the_decision_reads_why_she_cannot_and_finds_no_form(cast, inloggen, pip):
    antwoord = inloggen(cast.tweede_lezer).get(niet(pip))

    assert "U hebt dit besluit zelf vastgesteld" in antwoord.text
    assert 'name="reden"' not in antwoord.text


def test_without_a_reason_or_with_a_letter_that_left_the_form_comes_back(cast, inloggen, pip):
    client = inloggen(cast.teamleider)
    for gegevens, zin in (
        (GOED | {"reden": ""}, "Waarom wordt dit besluit niet verzonden?"),
        ({"reden": "Fout."}, "Een brief die weg is, is bekendgemaakt"),
    ):
        antwoord = client.post(niet(pip), gegevens)
        assert (antwoord.status_code, zin in antwoord.text) == (422, True)
    antwoord = inloggen(cast.tweede_lezer).post(niet(pip), GOED)
    assert (antwoord.status_code, "zelf vastgesteld" in antwoord.text) == (422, True)
    assert Beschikking.objects.get().is_te_verzenden


def test_afterwards_every_screen_says_that_it_was_not_sent(cast, inloggen, pip):
    client = inloggen(cast.teamleider)
    antwoord = client.post(niet(pip), GOED, follow=True)

    assert antwoord.redirect_chain[-1][0] == adres("plan:overzicht", pip)
    assert "PIP-2026-0001 wordt niet verzonden. De termijnen zijn opnieuw berekend." in antwoord.text
    assert ("PIP opstellen" in antwoord.text, GOED["reden"] in antwoord.text) == (True, True)
    documenten = client.get(adres("cases:documenten", pip)).text
    assert documenten.count("niet verzonden") == 1 + 3  # of the decision, and the two pages that went with it
    assert ("Bekendmaken" in documenten, documenten.count("Verzending vastleggen")) == (False, 2)
    versie = client.get(adres("plan:versie", pip, versie=1)).text
    assert "Er geldt niets van dit besluit" in versie
    assert ("Bekendmaken vastleggen" in versie, "Bijlage schrijven" in versie) == (False, False)
    geschiedenis = client.get(adres("cases:geschiedenis", pip)).text
    assert f"{cast.teamleider} besliste dat PIP-2026-0001 niet wordt verzonden" in geschiedenis
    assert "Er is al beslist dat PIP-2026-0001 niet wordt verzonden" in client.get(niet(pip)).text
    assert "Er geldt niets van, dus bezwaar is er niet" in client.get(adres("cases:bezwaren", pip)).text


def test_a_letter_of_another_dossier_is_not_found(cast, inloggen, pip):
    ander = vastgesteld_pip(cast)
    verkeerd = adres("cases:niet_verzenden", ander, pk=pip.beschikking.document_id)

    assert inloggen(cast.teamleider).get(verkeerd).status_code == 404
    assert inloggen(cast.buitenstaander).get(niet(pip)).status_code == 404
