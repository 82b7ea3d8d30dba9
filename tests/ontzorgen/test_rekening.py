"""An IBAN is normalised, or refused with one sentence that helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontzorgen.rekening import SEPA_LANDEN, Rekeningfout, in_groepen, keur_begunstigde, keur_iban

GOED = "NL91ABNA0417164300"


@pytest.mark.parametrize(
    ("tekst", "iban"),
    [
        (GOED, GOED),
        (" nl91 abna 0417 1643 00 ", GOED),
        ("NL91\u00a0ABNA.0417-1643\t00", GOED),
        ("BE68 5390 0754 7034", "BE68539007547034"),
        ("DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
        ("GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819"),
    ],
)
def test_a_good_iban_comes_back_in_its_normal_form(tekst: str, iban: str) -> None:
    assert keur_iban(tekst) == iban


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("", "Vul een IBAN in"),
        ("   ", "Vul een IBAN in"),
        ("NL91ABNA0417164301", "controlecijfers kloppen niet"),
        ("NL19ABNA0417164300", "controlecijfers kloppen niet"),
        ("NL91ABNA041716430", "uit Nederland heeft 18 tekens; dit zijn er 17"),
        ("NL91ABNA04171643000", "uit Nederland heeft 18 tekens; dit zijn er 19"),
        ("BE6853900754703", "uit België heeft 16 tekens; dit zijn er 15"),
        ("TR330006100519786457841326", "landcode TR ligt buiten het SEPA-gebied"),
        ("XX00ABNA0417164300", "landcode XX ligt buiten"),
        ("0417164300", "begint met twee letters"),
        ("NLABNA0417164300", "begint met twee letters"),
        ("NL91_ABNA0417164300", "'_' hoort er niet in"),
        ("NL91ABNA04171643٣0", "'٣' hoort er niet in"),
        ("NL5312340417164300", "past niet bij een IBAN uit NL"),
    ],
)
def test_a_bad_iban_is_refused_with_what_is_wrong(tekst: str, zin: str) -> None:
    with pytest.raises(Rekeningfout, match=zin):
        keur_iban(tekst)


@given(st.text(max_size=40))
def test_any_text_is_an_iban_or_a_named_fault(tekst: str) -> None:
    try:
        iban = keur_iban(tekst)
    except Rekeningfout:
        return
    assert iban[:2] in SEPA_LANDEN


@given(st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(plaats: int, cijfer: str) -> None:
    anders = GOED[:plaats] + cijfer + GOED[plaats + 1 :]
    if anders != GOED:
        with pytest.raises(Rekeningfout):
            keur_iban(anders)


def test_the_payer_is_never_paid_however_it_is_written() -> None:
    with pytest.raises(Rekeningfout, match="waar de gemeente zelf van betaalt"):
        keur_begunstigde("nl91 abna 0417 1643 00", betaler=GOED)
    assert keur_begunstigde("NL02 ABNA 0123 4567 89", betaler=GOED) == "NL02ABNA0123456789"


def test_people_read_groups_of_four() -> None:
    assert in_groepen(GOED) == "NL91 ABNA 0417 1643 00"
