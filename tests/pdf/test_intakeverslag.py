"""The words of the intakeverslag: what belongs in it, and what does not."""

import pytest

from tests.pdf.test_brieven import zeg
from tests.pdf.voorbeelden_verslag import voorbeeld_verslag, voorbeeld_verstek, voorbeeld_volledig

pytestmark = pytest.mark.usefixtures("lettertypen")
SJABLOON = "intake_verslag/v1"


def test_it_says_who_was_there_what_was_said_and_what_follows():
    woorden = zeg(SJABLOON, voorbeeld_verslag())
    for zin in (
        "Er waren ook bij: Dawit (partner), tolk.",
        "U wilt graag weer in een keuken werken.",
        "Wij vertelden u op 13 oktober 2026 dat u alleen met ons mag praten",
        "OBA, op 5 november 2026, voor het taalcafé (geaccepteerd: u gaat elke week)",
        "Werkervaring opdoen: in een keuken",
        "B1 is haalbaar",
        "Klopt er iets niet?",
    ):
        assert zin in woorden


def test_the_copy_without_health_says_so_and_holds_none():
    zonder, volledig = zeg(SJABLOON, voorbeeld_verslag()), zeg(SJABLOON, voorbeeld_volledig())
    assert "In deze versie staat niets over gezondheid." in zonder
    assert "niet lang zitten" not in zonder
    assert "niet lang zitten" in volledig
    assert "In deze versie" not in volledig


def test_after_three_missed_oproepen_it_names_the_days():
    woorden = zeg(SJABLOON, voorbeeld_verstek())
    for dag in ("20 oktober 2026", "3 november 2026", "17 november 2026"):
        assert f"{dag}: u kwam niet." in woorden
    assert "artikel 14 van de Wet inburgering 2021" in woorden
    assert "Er is geen gesprek geweest." in woorden
