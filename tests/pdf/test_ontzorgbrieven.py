"""The words of the letters of ontzorgen: what must be said, and what a creditor must not read."""

import re
from dataclasses import replace

import pytest

from cases.inhoud import Inhoud
from cases.pdf.html import maak_html
from tests.pdf import voorbeelden_ontzorgen as voorbeelden

BEZWAAR = "Dat moet binnen zes weken"


def zeg(sjabloon: str, inhoud: Inhoud) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", maak_html(sjabloon, inhoud.als_json())).split()).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_the_first_letter_says_what_is_paid_to_whom_how_long_and_what_is_left() -> None:
    woorden = zeg("ontzorgen_56a/v1", voorbeelden.voorbeeld_56a())
    for deel in (
        "van 9 september 2026 tot en met 8 maart 2027",
        "artikel 56a van de Participatiewet",
        "Huur Woningstichting De Dijk contract 11-204 oktober 2026 € 612,35",
        "Uw leefgeld in november 2026 is € 635,75",
        "Langer betalen kan alleen met een nieuw besluit",
        BEZWAAR,
    ):
        assert deel in woorden, deel


def test_going_on_longer_gives_its_own_reasons_and_its_own_bezwaar() -> None:
    woorden = zeg("ontzorgen_57/v1", voorbeelden.voorbeeld_57())
    for deel in ("artikel 57", "U had twee keer geen geld voor de huur.", "Dat zou stoppen op 8 maart 2027", BEZWAAR):
        assert deel in woorden, deel


def test_an_end_by_policy_says_that_it_departs_from_the_law_and_another_end_does_not() -> None:
    assert "Wijkt af van de wet" in zeg("ontzorgen_einde/v1", voorbeelden.voorbeeld_einde_wijkt_af())
    woorden = zeg("ontzorgen_einde/v1", voorbeelden.voorbeeld_einde())
    assert "Wijkt af" not in woorden
    assert BEZWAAR in woorden


def test_an_end_says_per_month_until_when_the_gemeente_pays_and_when_the_reader_does() -> None:
    woorden = zeg("ontzorgen_einde/v1", voorbeelden.voorbeeld_einde())
    assert (
        "De laatste maand die wij betalen, is december 2026 . Vanaf januari 2027 betaalt u uw vaste lasten" in woorden
    )
    verschillend = zeg("ontzorgen_einde/v1", voorbeelden.voorbeeld_einde_in_de_maand())
    assert "In de lijst staat wat de laatste maand is die wij betalen. Daarna betaalt u zelf." in verschillend
    assert ("december 2026" in verschillend, "januari 2027" in verschillend) == (True, True)
    geen = zeg("ontzorgen_einde/v1", replace(voorbeelden.voorbeeld_einde(), kosten=(), laatste_maand="", zelf_vanaf=""))
    assert "Vanaf 1 januari 2027 betaalt u uw vaste lasten zelf." in geen


def test_an_end_without_a_standard_reason_says_no_empty_sentence_about_it() -> None:
    woorden = zeg("ontzorgen_einde/v1", replace(voorbeelden.voorbeeld_einde(), reden=""))
    assert "Wij stoppen omdat" not in woorden
    assert "Waarom wij dit besluiten" in woorden


def test_a_refusal_gives_its_reasons_the_departure_from_the_law_and_the_way_to_object() -> None:
    woorden = zeg("ontzorgen_weigering/v1", voorbeelden.voorbeeld_weigering())
    for deel in (
        "Op 2 november 2026 vroeg u ons om uw vaste lasten te betalen.",
        "geboren op 7 april 1992, niet.",
        "De gemeente ontzorgt nareizigers niet (Beleidskader, paragraaf 6).",
        "Wijkt af van de wet",
        BEZWAAR,
    ):
        assert deel in woorden, deel


@pytest.mark.parametrize(
    ("betaalt", "zin"),
    [
        ("klant", "Daarna betaalt uw klant zelf"),
        ("ander", "Daarna betaalt iemand anders voor uw klant"),
        ("niemand", "er is niets meer te betalen"),
        ("onbekend", "Daarna betalen wij u niets meer voor deze klant"),
    ],
)
def test_a_creditor_reads_the_last_month_and_who_pays_after_it(betaalt: str, zin: str) -> None:
    woorden = zeg("crediteur/v1", voorbeelden.voorbeeld_crediteur("einde", betaalt))
    assert "De laatste maand die wij betalen, is oktober 2026" in woorden
    assert zin in woorden


def test_the_heirs_read_who_died_and_that_the_payments_stop_and_nobody_tells_them_to_pay() -> None:
    woorden = zeg("ontzorgen_einde/v1", voorbeelden.voorbeeld_einde_erven())
    for deel in (
        "De erven van mevrouw S. Tesfay",
        "Geachte nabestaanden, Op 29 december 2026 is Selam Tesfay overleden.",
        "De laatste dag is 31 december 2026",
        "Het recht op bijstand stopt als iemand overlijdt.",
        "Bel deze bedrijven",
        BEZWAAR,
    ):
        assert deel in woorden, deel
    assert "betaalt u uw vaste lasten zelf" not in woorden
    assert "uw bijstand" not in woorden


def test_the_overbrugging_names_the_application_and_a_refusal_no_amount() -> None:
    woorden = zeg("bijzondere_bijstand/v1", voorbeelden.voorbeeld_bijzonder())
    assert "op 1 oktober 2026 om extra geld gevraagd" in woorden
    assert "€ 220,00 per maand" in woorden
    geweigerd = zeg("bijzondere_bijstand/v1", voorbeelden.voorbeeld_bijzonder_geweigerd())
    assert "geen bijzondere bijstand" in geweigerd
    assert "per maand" not in geweigerd


@pytest.mark.parametrize("wat", ["begin", "wijziging", "langer", "einde"])
def test_a_creditor_reads_whose_bill_it_is_and_nothing_about_bijstand_asylum_or_birth(wat: str) -> None:
    woorden = zeg("crediteur/v1", voorbeelden.voorbeeld_crediteur(wat))
    assert "Selam Tesfay" in woorden
    assert "contract 11-204" in woorden
    for geheim in ("bijstand", "uitkering", "asiel", "statushouder", "vluchteling", "BSN", "geboren"):
        assert geheim not in woorden.replace("VluchtelingenWerk", ""), geheim
