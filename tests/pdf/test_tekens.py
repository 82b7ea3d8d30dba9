"""What our fonts can set, asked before a letter is frozen."""

import pytest

from cases.pdf.tekens import niet_te_drukken

TESFALEM, FARSI = "\u1270\u1235\u134b\u12a0\u1208\u121d", "\u0641\u0627\u0631\u0633\u06cc"


@pytest.mark.usefixtures("lettertypen")
def test_everything_that_a_letter_can_hold_is_let_through() -> None:
    teksten = ["\u015eahin \u2013 \u20ac 12,50\r\n\tU hebt \u2018ja\u2019 gezegd.", "e\u0301e\u0301n", TESFALEM, FARSI]
    teksten += ["Nguy\u1ec5n Th\u1ecb Tr\u1ea7n", "Th\u1ea3o H\u01b0\u01a1ng \u0110\u1ee9c"]
    spaties = ["\u00a0\u202f\u200b\ufeff\u200c\ufe0f"]

    assert niet_te_drukken({"a": teksten, "b": {"c": (spaties, None, 3, True)}}) == []


@pytest.mark.usefixtures("lettertypen")
def test_a_character_without_glyph_is_named_once_with_its_surroundings() -> None:
    inhoud = {"naam": "Li", "afspraken": [{"wat": "U gaat naar \u4eba en \u4eba."}]}

    assert niet_te_drukken(inhoud) == [
        "Dit teken kan niet worden gedrukt: \u4eba in \u2018U gaat naar \u4eba en \u4eba.\u2019. Schrijf het anders."
    ]


@pytest.mark.parametrize("teken", ["\x01", "\x0b", "\x0c", "\x7f", "\x85", "\u202e", "\u2066"])
def test_a_control_character_is_refused_by_its_number(teken: str) -> None:
    (zin,) = niet_te_drukken([f"Les{teken}uur"])

    assert f"U+{ord(teken):04X} (onzichtbaar) in \u2018Les uur\u2019" in zin
