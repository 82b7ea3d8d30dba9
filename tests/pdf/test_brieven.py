"""What the letters say, and what they must not say, per group and leerroute."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from cases.inhoud import Inhoud
from cases.pdf import maak_html
from pip_plans.plan.inhoud import Leerbaarheidstoets, Onderdeel, Wijziging, Zroute
from tests.pdf.voorbeelden import (
    voorbeeld_asiel,
    voorbeeld_dagstaat,
    voorbeeld_gezin,
    voorbeeld_onderwijs,
    voorbeeld_oproep,
    voorbeeld_z,
)


def zeg(sjabloon: str, inhoud: Inhoud) -> str:
    """The words of a letter, without markup and double spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", maak_html(sjabloon, inhoud.als_json())).split())


def test_the_decision_names_person_route_and_legal_basis() -> None:
    woorden = zeg("pip/v1", voorbeeld_asiel())
    assert "Wij stellen het PIP vast van Selam Tesfay , geboren op 8 maart 1994." in woorden
    assert "Uw leerroute is de B1-route" in woorden
    assert "artikel 15 van de Wet inburgering 2021" in woorden
    assert "artikel 56a van de Participatiewet" in woorden


def test_only_an_asielstatushouder_gets_lessons_and_their_intensity_from_us() -> None:
    asiel, gezin = zeg("pip/v1", voorbeeld_asiel()), zeg("pip/v1", voorbeeld_gezin())
    assert "12 uur les per week, ongeveer 18 maanden lang." in asiel
    assert "U betaalt niets voor de lessen." in asiel
    assert "Zo veel les krijgt u" not in gezin
    assert "U kiest zelf een school" in gezin
    assert "56a" not in gezin


def test_the_onderwijsroute_has_no_map() -> None:
    assert "Module Arbeidsmarkt en Participatie" in zeg("pip/v1", voorbeeld_asiel())
    assert "Module Arbeidsmarkt" not in zeg("pip/v1", voorbeeld_onderwijs())


def test_participation_hours_of_the_z_route_are_for_asiel_only() -> None:
    gezin = voorbeeld_gezin(leerroute="z", zroute=Zroute(uren_taal=800, uren_participatie=0))
    assert "door mee te doen: 800 uur in de samenleving" in zeg("pip/v1", voorbeeld_z())
    assert "door mee te doen" not in zeg("pip/v1", gezin)
    assert "toch examen wilt doen in: Luisteren A2, KNM." in zeg("pip/v1", voorbeeld_z())
    assert "In dit plan staan geen examens" in zeg("pip/v1", gezin)


def test_a_deviation_from_the_test_is_given_with_its_reasons() -> None:
    woorden = zeg("pip/v1", voorbeeld_asiel())
    assert "Wij kiezen een andere leerroute dan de leerbaarheidstoets aangeeft." in woorden
    assert "U was op de dag van de toets ziek" in woorden
    assert "andere leerroute dan de leerbaarheidstoets" not in zeg("pip/v1", voorbeeld_gezin())


def test_the_three_years_are_a_forecast_until_duo_has_confirmed() -> None:
    inhoud = voorbeeld_asiel()
    woorden = zeg("pip/v1", inhoud)
    assert "U bent klaar uiterlijk op 20 november 2029" in woorden
    assert "geldt de datum van DUO" in woorden


def test_the_letter_says_how_to_object_and_that_the_pip_keeps_its_effect() -> None:
    woorden = zeg("pip/v1", voorbeeld_gezin())
    assert "binnen zes weken" in woorden
    assert "De zes weken beginnen op de dag nadat wij deze brief aan u hebben gestuurd of gegeven." in woorden
    assert "college van burgemeester en wethouders van Diemen, Postbus 191, 1110 AD Diemen" in woorden
    assert "Uw PIP blijft gelden als u bezwaar maakt." in woorden
    assert "voorlopige voorziening" in woorden
    assert "Het Juridisch Loket" in woorden


def test_it_is_signed_on_behalf_of_the_college_and_nobody_has_to_sign_back() -> None:
    woorden = zeg("pip/v1", voorbeeld_asiel())
    assert (
        "namens het college van burgemeester en wethouders van Diemen, M. de Groot teamleider Sociale Zaken" in woorden
    )
    assert "ook zonder uw handtekening geldt dit besluit" in woorden


def test_bijstand_brings_its_decisions_and_its_duty_into_the_plan() -> None:
    asiel, gezin = zeg("pip/v1", voorbeeld_asiel()), zeg("pip/v1", voorbeeld_gezin())
    assert "van 5 oktober 2026, kenmerk PW-2026-1187" in asiel
    assert "uitkering" not in gezin


def test_earlier_efforts_count_only_when_named() -> None:
    assert "gehaald op 12 mei 2026" in zeg("pip/v1", voorbeeld_gezin())
    assert "geen lessen of examens van voor dit besluit die meetellen" in zeg("pip/v1", voorbeeld_asiel())


def test_a_plan_made_in_absence_names_the_oproepen_and_no_talks() -> None:
    inhoud = voorbeeld_asiel(
        gesprekken=(),
        oproepen=(("2026-09-01", "u kwam niet."), ("2026-09-15", "u kwam niet."), ("2026-10-01", "u belde af.")),
        zienswijze="",
        toets=Leerbaarheidstoets(reden_geen="u bent drie keer niet gekomen."),
    )
    woorden = zeg("pip/v1", inhoud)
    for deel in ("1 september 2026: u kwam niet.", "15 september 2026: u kwam niet.", "1 oktober 2026: u belde af."):
        assert deel in woorden
    assert "Wij hebben met u gepraat" not in woorden


def test_a_new_version_names_the_one_it_replaces_and_leaves_the_term_alone() -> None:
    wijziging = Wijziging(nummer="PIP-2026-0003", datum="2026-03-02", reden="u leert sneller dan verwacht.")
    termijn = replace(voorbeeld_asiel().termijn, eerste_pip="2026-03-02")
    woorden = zeg("pip/v1", voorbeeld_asiel(wijziging=wijziging, termijn=termijn))
    assert "vervangt ons besluit PIP-2026-0003 van 2 maart 2026" in woorden
    assert "de dag na de datum van uw eerste PIP" in woorden


@pytest.mark.parametrize(
    ("maak", "anders", "melding"),
    [
        (voorbeeld_asiel, {"groep": "oekraine"}, "Onbekende groep"),
        (voorbeeld_asiel, {"intensiteit": ""}, "intensiteit"),
        (voorbeeld_gezin, {"intensiteit": "12 uur"}, "intensiteit"),
        (voorbeeld_asiel, {"leerroute": "onderwijs"}, "MAP"),
        (voorbeeld_asiel, {"map_module": None}, "MAP"),
        (voorbeeld_asiel, {"leerroute": "z"}, "Z-route"),
        (voorbeeld_gezin, {"leerroute": "z", "zroute": Zroute(uren_taal=800, uren_participatie=800)}, "participatie"),
        (voorbeeld_gezin, {"ontzorgen": True}, "Ontzorgen"),
        (voorbeeld_asiel, {"bijstand": False, "ontzorgen": False}, "PW-beschikkingen"),
        (voorbeeld_asiel, {"gesprekken": ()}, "gesprekken"),
        (voorbeeld_asiel, {"toets": Leerbaarheidstoets()}, "leerbaarheidstoets"),
    ],
)
def test_a_combination_the_law_does_not_know_is_refused(maak: Any, anders: dict[str, Any], melding: str) -> None:
    with pytest.raises(ValueError, match=melding):
        maak(**anders)


def test_frozen_content_survives_the_round_trip_through_json() -> None:
    inhoud = voorbeeld_asiel().als_json()
    assert inhoud["pvt"] == {"uren": 12, "wanneer": "tussen januari en maart 2027.", "aanbieder": "uw school"}
    assert inhoud["map_module"]["uren"] == Onderdeel(uren=40, wanneer="", aanbieder="").uren
    assert isinstance(inhoud["afspraken"], list)


def test_the_first_oproep_warns_for_nothing_and_names_the_right_to_come_alone() -> None:
    woorden = zeg("oproep/v1", voorbeeld_oproep(1))
    assert "donderdag 3 december 2026" in woorden
    assert "U hebt recht op een gesprek met ons alleen, zonder uw partner, uw familie of bekenden." in woorden
    assert "Er is een tolk Tigrinya bij." in woorden
    assert "boete" not in woorden


def test_the_second_and_third_oproep_carry_the_written_warning() -> None:
    tweede, derde = zeg("oproep/v1", voorbeeld_oproep(2)), zeg("oproep/v1", voorbeeld_oproep(3))
    assert "Dit is de tweede uitnodiging" in tweede
    assert "Dit is een waarschuwing." in tweede
    assert "uw plan zonder u" not in tweede
    assert "derde en laatste uitnodiging" in derde
    assert "Dan maken wij uw plan zonder u" in derde


def test_an_oproep_for_the_test_does_not_speak_of_a_talk() -> None:
    assert "gesprek" not in zeg("oproep/v1", voorbeeld_oproep(1, "leerbaarheidstoets"))


def test_the_day_sheet_lists_everybody_in_order_with_interpreter_and_work() -> None:
    woorden = zeg("dagstaat/v1", voorbeeld_dagstaat(3))
    assert re.findall(r"\d\d:\d\d", woorden) == ["09:00", "09:30", "10:00"]
    assert "Tigrinya Tolk: besteld en bevestigd" in woorden
    assert "geen afspraken" in zeg("dagstaat/v1", voorbeeld_dagstaat(0))
