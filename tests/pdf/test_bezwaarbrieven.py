"""What the letters of a bezwaar say, and that the legal parts are all there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cases.inhoud import Inhoud
from cases.pdf import maak_html
from tests.pdf import voorbeelden_bezwaar as v


def zeg(sjabloon: str, inhoud: Inhoud) -> str:
    """The words of a letter, without markup and double spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", maak_html(f"{sjabloon}/v1", inhoud.als_json())).split())


def test_the_confirmation_names_the_last_day_and_the_hearing() -> None:
    woorden = zeg("bezwaar_ontvangst", v.voorbeeld_ontvangst())
    assert "uiterlijk op dinsdag 8 december 2026" in woorden
    assert "Uw bezwaar heeft nummer BZW-2026-0003" in woorden
    assert "Dat heet horen" in woorden
    assert "te laat" not in woorden
    assert "commissie" not in woorden


def test_the_confirmation_of_a_late_one_asks_for_the_reason_and_names_what_it_covers() -> None:
    woorden = zeg("bezwaar_ontvangst", v.voorbeeld_ontvangst_te_laat())
    for zin in ("artikel 6:11", "PIP-2026-0019 (artikel 6:19", "als gemachtigde van Selam Tesfay", "twaalf weken"):
        assert zin in woorden


def test_the_request_to_mend_says_what_until_when_and_what_follows() -> None:
    woorden = zeg("bezwaar_verzuim", v.voorbeeld_verzuim())
    for zin in ("uw handtekening", "uiterlijk op maandag 16 november 2026", "niet-ontvankelijk", "artikel 6:6"):
        assert zin in woorden


def test_the_verdaging_names_the_new_day_the_article_and_the_ingebrekestelling() -> None:
    woorden = zeg("bezwaar_verdaging", v.voorbeeld_verdaging())
    for zin in ("6 weken uit", "uiterlijk op dinsdag 19 januari 2027", "artikel 7:10 lid 3", "ingebrekestelling"):
        assert zin in woorden


def test_the_invitation_names_every_right_before_a_hearing() -> None:
    woorden = zeg("bezwaar_hoorzitting", v.voorbeeld_hoorzitting())
    for zin in (
        "donderdag 3 december 2026", "iemand meenemen", "alle papieren lezen", "vanaf donderdag 26 november 2026",
        "uiterlijk op maandag 23 november 2026", "tolk bij: Tigrinya", "verslag", "artikel 7:3", "artikel 7:4",
    ):  # fmt: skip
        assert zin in woorden
    assert "Hebt u een tolk nodig?" in zeg("bezwaar_hoorzitting", v.voorbeeld_hoorzitting(tolk=""))


def test_a_hearing_that_is_moved_or_cancelled_is_told_with_its_day() -> None:
    verplaatst = zeg("bezwaar_hoorzitting", v.voorbeeld_verplaatst())
    assert "hoorzitting op vrijdag 27 november 2026. Die hoorzitting gaat niet door." in verplaatst
    assert "donderdag 3 december 2026" in verplaatst
    assert "gaat niet door" not in zeg("bezwaar_hoorzitting", v.voorbeeld_hoorzitting())
    afgezegd = zeg("bezwaar_afzegging", v.voorbeeld_afzegging())
    for zin in ("donderdag 3 december 2026 om 10:30 uur gaat niet door", "artikel 7:2", "nieuwe uitnodiging"):
        assert zin in afgezegd


@pytest.mark.parametrize(
    ("uitkomst", "grond", "zin", "artikel"),
    [
        ("niet_ontvankelijk", "verzuim", "niet-ontvankelijk . Dat betekent dat wij niet kijken", "6:6"),
        ("niet_ontvankelijk", "geen_belang", "niet-ontvankelijk . Dat", "1:2, artikel 7:1 en artikel 8:1"),
        ("ongegrond", "", "ongegrond . Dat betekent dat u geen gelijk krijgt", "7:11"),
        ("deels_gegrond", "", "gedeeltelijk gegrond . Dat betekent dat u voor een deel gelijk krijgt", "7:11"),
        ("gegrond", "", "gegrond . Dat betekent dat u gelijk krijgt", "7:11"),
    ],
)
def test_the_decision_says_the_outcome_in_law_and_in_plain_words(
    uitkomst: str, grond: str, zin: str, artikel: str
) -> None:
    woorden = zeg("bezwaar_beslissing", v.voorbeeld_beslissing(uitkomst=uitkomst, grond=grond))
    assert zin in woorden
    for vast in (
        f"grond van artikel {artikel} van", "Uit de leerbaarheidstoets blijkt",
        "in beroep gaan bij de rechter", "binnen zes weken",
        "rechtbank Amsterdam, Postbus 75850, 1070 AW Amsterdam", "griffierecht", "voorlopige voorziening",
        "BOB-2026-0003 van 20 november 2026", "Verslag van de hoorzitting van 3 december 2026",
    ):  # fmt: skip
        assert vast in woorden
    assert "bezwaar maken" not in woorden


def test_a_decision_that_revokes_names_what_ends_and_what_comes_instead() -> None:
    woorden = zeg("bezwaar_beslissing", v.voorbeeld_herroepen())
    for zin in ("herroepen ons besluit PIP-2026-0019", "Uw leerroute wordt de Z-route", "7:3 onder e", "vergoeding"):
        assert zin in woorden
    assert "Verslag van de hoorzitting" not in woorden


def test_a_decision_that_revokes_a_change_names_what_stands_again() -> None:
    woorden = zeg("bezwaar_beslissing", v.voorbeeld_herleeft())
    assert "Dat besluit geldt niet meer, ook niet voor de tijd die voorbij is." in woorden
    assert "Ons besluit PIP-2026-0012 van 14 september 2026 geldt weer." in woorden
    with pytest.raises(ValueError, match="7:11"):
        replace(v.voorbeeld_herleeft(), vervanging=("U krijgt de Z-route.",))


def test_being_late_is_answered_with_the_judgement() -> None:
    te_laat = v.voorbeeld_beslissing(uitkomst="niet_ontvankelijk", grond="te_laat", verschoonbaar="U was op vakantie.")
    woorden = zeg("bezwaar_beslissing", te_laat)
    assert "geen goede reden voor had (artikel 6:11 van de wet): U was op vakantie." in woorden
    assert "grond van artikel 6:7 en artikel 6:11 van" in woorden
    assert "Uw bezwaar is dus op tijd" not in woorden


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"gehoord_op": ""}, "7:2 en 7:3"),
        ({"motivering": ()}, "7:12"),
        ({"herroept": "PIP-2026-0012"}, "7:11"),
        ({"vervanging": ("U krijgt de Z-route.",)}, "7:11 lid 2"),
        ({"uitkomst": "niet_ontvankelijk"}, "6:6"),
        ({"grond": "verzuim"}, "6:6"),
    ],
)
def test_no_decision_is_made_that_the_law_does_not_know(anders: dict[str, object], zin: str) -> None:
    with pytest.raises(ValueError, match=zin):
        replace(v.voorbeeld_beslissing(), **anders)


@pytest.mark.parametrize(
    ("grond", "zin"),
    [("a", "Iedereen om wie het besluit gaat"), ("b", "U hebt gezegd dat u dit goed vindt"), ("c", "regels in de wet")],
)
def test_further_uitstel_names_the_day_the_ground_and_the_article(grond: str, zin: str) -> None:
    woorden = zeg("bezwaar_uitstel", v.voorbeeld_uitstel(grond))
    for vast in (
        zin,
        f"artikel 7:10 lid 4 onder {grond}",
        "uiterlijk op dinsdag 16 februari 2027",
        "ingebrekestelling",
    ):
        assert vast in woorden


def test_an_ingebrekestelling_is_answered_with_what_follows_or_that_it_came_too_early() -> None:
    woorden = zeg("bezwaar_ingebreke", v.voorbeeld_ingebreke())
    for vast in ("onze laatste dag was dinsdag 8 december 2026", "vanaf vrijdag 25 december 2026", "42 dagen", "6:12"):
        assert vast in woorden
    vroeg = zeg("bezwaar_ingebreke", v.voorbeeld_ingebreke("te_vroeg"))
    assert "Wij zijn nog niet te laat." in vroeg
    assert "42 dagen" not in vroeg


@pytest.mark.parametrize(
    ("stand", "wel"),
    [
        ("kwam_te_vroeg", "Onze laatste dag was dinsdag 8 december 2026. Die is nu voorbij."),
        ("loopt", "U krijgt geld voor elke dag dat het langer duurt, vanaf vrijdag 25 december 2026"),
        ("vol", "van vrijdag 25 december 2026 tot en met donderdag 4 februari 2027"),
    ],
)
def test_an_answer_that_is_written_later_promises_no_time_that_is_over(stand: str, wel: str) -> None:
    woorden = zeg("bezwaar_ingebreke", v.voorbeeld_ingebreke(stand))
    assert wel in woorden
    assert "nog niet te laat" not in woorden
    assert "Wij hebben nog" not in woorden


def test_the_decision_on_the_dwangsom_names_the_days_the_sum_and_how_to_object() -> None:
    woorden = zeg("bezwaar_dwangsom", v.voorbeeld_dwangsom())
    for vast in (
        "een dwangsom van € 427,00", "17 dagen te laat: van vrijdag 25 december 2026 tot en met zondag 10 januari 2027",
        "artikel 4:18", "artikel 4:87", "artikel 4:19", "bezwaar maken", "DWS-2027-0001 van 12 januari 2027",
    ):  # fmt: skip
        assert vast in woorden.replace("\xa0", " ")
    geen = zeg("bezwaar_dwangsom", v.voorbeeld_geen_dwangsom())
    assert "geen dwangsom" in geen
    assert "artikel 4:17 lid 6 onder a van de wet). U schreef ons pas twee jaar" in geen
    with pytest.raises(ValueError, match="4:17 lid 6"):
        v.voorbeeld_dwangsom(centen=0)


def test_the_withdrawal_is_confirmed_with_what_it_means() -> None:
    woorden = zeg("bezwaar_intrekking", v.voorbeeld_intrekking())
    assert "Op 18 november 2026 hebt u uw bezwaar BZW-2026-0003 ingetrokken" in woorden
    assert "Ons besluit blijft gelden" in woorden
