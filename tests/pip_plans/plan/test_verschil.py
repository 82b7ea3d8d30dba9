"""The difference between two letters in words."""

from dataclasses import replace

from pip_plans.plan.inhoud import Wijziging
from pip_plans.plan.verschil import LIJSTEN, TEKSTEN, VOLGORDE, verschil
from tests.pdf.voorbeelden import KENMERK, voorbeeld_asiel, voorbeeld_z


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
