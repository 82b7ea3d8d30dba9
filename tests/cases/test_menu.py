"""The main menu: what somebody may open, with the items of one subject folded under its name."""

import pytest
from django.urls import reverse

from cases.panelen import menu

pytestmark = pytest.mark.django_db


def punten(antwoord) -> dict[str, list[str]]:
    """Per item of the menu what is folded under it, as this person sees it."""
    return {punt["label"]: [onder["label"] for onder in punt.get("punten", [])] for punt in antwoord.context["menu"]}


def bekijk(client, naam: str):
    return client.get(reverse(naam, kwargs={"gemeente": "diemen"}))


def test_what_belongs_together_is_one_item_of_the_menu(inloggen, cast):
    gezien = punten(bekijk(inloggen(cast.teamleider), "cases:dossiers"))
    assert {"Plaatsingen", "Aanbieders", "Sociale kaart"} <= set(gezien["Uitvoering"])
    assert gezien["Meer"] == ["Tolken", "Vervanging", "Achtergrondtaken"]
    assert len(gezien) <= 11
    alle = [*(label for label in gezien if not gezien[label]), *(label for onder in gezien.values() for label in onder)]
    assert len(alle) == len(set(alle)) <= len(menu())


def test_one_item_is_not_folded_away(inloggen, cast):
    """A beheerder has nothing under Meer but the background jobs: they stand in the menu themselves."""
    gezien = punten(bekijk(inloggen(cast.beheerder), "cases:beheer"))
    assert gezien["Achtergrondtaken"] == []
    assert "Meer" not in gezien


def test_a_folded_page_marks_its_item(inloggen, cast):
    antwoord = bekijk(inloggen(cast.teamleider), "uitvoering:plaatsingen")
    actief = [punt["label"] for punt in antwoord.context["menu"] if punt["actief"]]
    assert actief == ["Uitvoering"]
    assert '<summary aria-current="true">Uitvoering</summary>' in antwoord.content.decode()
