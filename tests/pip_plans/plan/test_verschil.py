"""The difference between two letters in words."""

import re
from dataclasses import replace

import pytest

from pip_plans.plan.inhoud import Wijziging
from pip_plans.plan.verschil import LIJSTEN, NIET_VERGELEKEN, TEKSTEN, VOLGORDE, verschil
from tests.pdf.voorbeelden import KENMERK, voorbeeld_asiel, voorbeeld_z
from tests.pdf.voorbeelden_versies import voorbeeld_advies


def als(**anders):
    return voorbeeld_asiel(**anders).als_json()


def test_the_same_plan_in_another_letter_is_no_difference():
    ander = als(
        kenmerk=replace(KENMERK, nummer="PIP-2027-0009", datum="2027-03-01"),
        wijziging=Wijziging(nummer="PIP-2026-0012", datum="2026-11-20", reden="x"),
    )
    assert verschil(als(), ander) == ()


def test_a_text_gives_both_and_a_list_what_went_and_what_came():
    oud = voorbeeld_asiel()
    nieuw = voorbeeld_asiel(doel="", afspraken=(*oud.afspraken[1:], replace(oud.afspraken[0], hoeveel="20 uur")))
    afspraken, doel = sorted(verschil(oud.als_json(), nieuw.als_json()), key=lambda een: een.label)

    assert (doel.label, doel.was, doel.wordt, doel.lijst) == ("Doel", (oud.doel,), (), False)
    assert (afspraken.label, afspraken.lijst) == ("Afspraken", True)
    assert [len(afspraken.was), len(afspraken.wordt)] == [1, 1]
    assert "20 uur" in afspraken.wordt[0]


def test_another_leerroute_stands_first_with_what_comes_with_it():
    labels = [een.label for een in verschil(als(), voorbeeld_z().als_json())]

    assert labels[0] == "Leerroute"
    assert "Wil toch examen doen in" in labels


def test_parts_on_a2_are_named():
    [een] = verschil(als(), als(a2_onderdelen=("Schrijven", "Spreken")))
    assert (een.label, een.was, een.wordt) == ("Examen op niveau A2", (), ("Schrijven", "Spreken"))


def test_an_older_content_that_lacks_a_field_is_compared_all_the_same():
    oud = als()
    del oud["a2_onderdelen"], oud["map_module"]

    labels = [een.label for een in verschil(oud, als(a2_onderdelen=("Lezen",)))]
    assert labels == ["Examen op niveau A2", "Module Arbeidsmarkt en Participatie (MAP)"]


def test_every_field_has_its_place():
    assert set(VOLGORDE) == set(TEKSTEN) | set(LIJSTEN)
    assert len(VOLGORDE) == len(TEKSTEN) + len(LIJSTEN)


def gewijzigd(waarde):
    """Another value of the same kind, all the way down."""
    match waarde:
        case bool():
            return not waarde
        case int():
            return waarde + 1
        case str():
            return "2031-01-01" if re.fullmatch(r"\d{4}-\d\d-\d\d", waarde) else f"{waarde}x"
        case list():
            return [gewijzigd(deel) for deel in waarde] or ["x"]
        case dict():
            return {sleutel: gewijzigd(deel) for sleutel, deel in waarde.items()}
    raise AssertionError(waarde)


@pytest.mark.parametrize("maak", [voorbeeld_z, voorbeeld_advies])
def test_whatever_the_letter_says_is_compared_or_left_out_on_purpose(maak):
    inhoud = maak().als_json()
    ongezien = {
        veld
        for veld in inhoud.keys() - NIET_VERGELEKEN - {"leerroute", "leerroute_variant", "groep"}
        if not verschil(inhoud, inhoud | {veld: gewijzigd(inhoud[veld])})
    }
    assert ongezien == set()


def test_group_and_form_of_the_route_are_compared_in_words():
    assert verschil(als(), als(leerroute_variant="mbo"))[0].wordt == ("B1-route, voorbereiding op het mbo",)
    oud = als()
    assert verschil(oud, oud | {"groep": "overig"})[0].label == "Wie de lessen regelt"
