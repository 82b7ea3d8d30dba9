"""Every text comes in the characters that banks take, and stays readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontzorgen.tekens import TEKENS, Tekenfout, is_referentie, naar_sepa


@given(st.text(max_size=200))
def test_any_text_becomes_sepa_characters_and_stays_so(tekst: str) -> None:
    try:
        omgezet = naar_sepa(tekst)
    except Tekenfout:
        return
    assert TEKENS.issuperset(omgezet)
    assert naar_sepa(omgezet) == omgezet


def test_names_of_europe_stay_readable() -> None:
    assert naar_sepa("Łukasz Yılmaz-Çelik “Ærø” & Zoë ﬁets") == "Lukasz Yilmaz-Celik 'AEro' + Zoe fiets"
    assert naar_sepa("Straße 1 – 1\u00bd \u2122") == "Strasse 1 - 11.2 TM"


@pytest.mark.parametrize("tekst", ["", "/A", "A/", "A//B", " A", "é", "x" * 36])
def test_a_reference_keeps_to_its_35_characters_and_the_rule_of_slashes(tekst: str) -> None:
    assert not is_referentie(tekst)
    assert is_referentie("DIE-2026/11-0001")
