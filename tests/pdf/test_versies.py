"""The words of a changed PIP, a withdrawal and an advice: what must be said, and what must not."""

import re
from dataclasses import replace

import pytest

from cases.inhoud import Inhoud
from cases.pdf.html import maak_html
from tests.pdf import voorbeelden_versies as versies

BEZWAAR = "binnen zes weken"


def zeg(sjabloon: str, inhoud: Inhoud) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", maak_html(sjabloon, inhoud.als_json())).split())


def test_a_wijziging_says_what_changes_from_which_decision_why_and_with_which_remedy() -> None:
    woorden = zeg("pip/v1", versies.voorbeeld_wissel())
    assert "Beste mevrouw Tesfay, Wij wijzigen uw PIP." in woorden
    assert woorden.index("Leerroute B1-route Z-route") < woorden.index("De reden is:")
    for deel in (
        "De wijziging geldt vanaf de dag waarop wij deze brief aan u sturen of geven. Tot die dag geldt het oude",
        "Uw leerroute wordt de zelfredzaamheidsroute (Z-route)",
        "vervangt ons besluit PIP-2026-0012 van 20 november 2026",
        "De reden is: U hebt veel geoefend",
        "artikel 17, tweede lid, van de wet en artikel 5.4",
        "De grond is: de voortgang is onvoldoende.",
        "Leerroute B1-route Z-route",
        "Waarom deze leerroute andere tekst staat hieronder",
        "Uren en examens die u al hebt gehaald, tellen mee",
        "Dat bezwaar gaat ook over dit nieuwe besluit (artikel 6:19",
        "Uw eerste PIP is van 20 november 2026",
        "De einddatum van uw inburgering verandert hierdoor niet",
        BEZWAAR,
        "PIP-2027-0031 van 6 september 2027",
    ):
        assert deel in woorden, deel


def test_a_pip_from_before_this_system_is_named_and_its_intake_is_not_done_again() -> None:
    woorden = zeg("pip/v1", versies.voorbeeld_overgenomen())
    for deel in (
        "vervangt ons besluit 2024/118 van 4 maart 2024",
        "Leerroute B1-route Z-route",
        "De brede intake hoorde bij ons besluit 2024/118 van 4 maart 2024.",
        "De reden is: de toets hoort bij uw eerste PIP.",
    ):
        assert deel in woorden, deel
    assert "recht hebt op een gesprek zonder uw partner" not in woorden
    assert "U bent niet gekomen" not in woorden


def test_a_switch_after_the_window_names_its_exception() -> None:
    woorden = zeg("pip/v1", versies.voorbeeld_wissel(uitzondering="Een bijzonder geval. U was lang ziek."))
    assert "De anderhalf jaar om te wisselen is voorbij. Wij maken een uitzondering: Een bijzonder geval." in woorden


def test_going_down_to_a2_names_the_hours_their_source_and_the_parts() -> None:
    woorden = zeg("pip/v1", versies.voorbeeld_a2())
    assert "640 uur, volgens NL Training op 30 augustus 2027. Nodig zijn 600 uur (artikel 17, derde lid" in woorden
    assert "U mag deze onderdelen op niveau A2 doen: Schrijven." in woorden
    assert "Na ten minste 600 uur les kunnen wij beslissen" not in woorden


def test_a_clerical_error_is_put_right_by_name() -> None:
    woorden = zeg("pip/v1", versies.voorbeeld_verschrijving())
    assert "In ons besluit PIP-2026-0012 van 20 november 2026 stond een schrijffout." in woorden
    assert "School NL Trainer NL Training" in woorden
    assert "Wij wijzigen uw PIP." in woorden
    assert "Uw leerroute blijft de B1-route" in woorden
    assert "Tot die dag geldt het oude besluit" not in woorden
    assert BEZWAAR in woorden


def test_a_new_pip_after_herroepen_follows_and_does_not_replace() -> None:
    woorden = zeg("pip/v1", versies.voorbeeld_opnieuw())
    assert "PIP-2026-0012 van 20 november 2026 is herroepen. Met deze brief krijgt u een nieuw PIP." in woorden
    assert "vervangt ons besluit" not in woorden
    assert "Wij wijzigen uw PIP" not in woorden


def test_after_a_move_the_other_gemeente_and_its_pip_are_named() -> None:
    woorden = zeg("pip/v1", versies.voorbeeld_verhuisd())
    assert "U had al een PIP van de gemeente Zaanstad, van 3 februari 2026." in woorden
    assert "Uw eerste PIP is van 3 februari 2026" in woorden


def test_who_came_back_reads_once_that_the_end_does_not_move() -> None:
    terug = versies.voorbeeld_opnieuw()
    elders = replace(terug, verhuizing=versies.voorbeeld_verhuisd().verhuizing)
    woorden = zeg("pip/v1", elders)
    assert "U had al een PIP van de gemeente Zaanstad, van 3 februari 2026." in woorden
    assert woorden.count("De einddatum van uw inburgering verandert") == 1


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        ("onterecht", "Uw plicht om in te burgeren verandert niet"),
        ("einde_plicht", "U hoeft niet meer in te burgeren."),
        ("verhuisd", "Uw nieuwe gemeente maakt een PIP met u."),
    ],
)
def test_a_withdrawal_says_why_what_it_means_and_how_to_object(soort: str, zin: str) -> None:
    woorden = zeg("pip_intrekking/v1", versies.voorbeeld_intrekking(soort, "de reden in woorden"))
    vanaf = "vanaf de dag waarop wij deze brief aan u sturen of geven"
    for deel in ("PIP-2026-0012 van 20 november 2026", "De reden is: de reden in woorden.", zin, vanaf, BEZWAAR):
        assert deel in woorden, deel


def test_a_withdrawal_for_another_reason_gives_the_reasons_and_no_empty_ground() -> None:
    assert "De reden is" not in zeg("pip_intrekking/v1", versies.voorbeeld_intrekking("anders", "een andere reden"))


def test_an_advice_is_no_decision_in_any_word() -> None:
    woorden = zeg("pip_advies/v1", versies.voorbeeld_advies())
    assert "Dit is een advies en geen besluit." in woorden
    for woord in ("bezwaar", "artikel 23", "rechtbank", "Ons besluit", "Hoeveel tijd u hebt", "artikel 15"):
        assert woord not in woorden, woord


def test_a_newer_advice_names_the_one_before() -> None:
    woorden = zeg("pip_advies/v1", versies.voorbeeld_advies(vervangt="2026-11-20", reden="U haalde spreken."))
    assert "in de plaats van ons advies van 20 november 2026. De reden is: U haalde spreken." in woorden
