"""What people type, and what they get back."""

from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError

from cases.forms.velden import WI2021, BSNVeld, DatumVeld, PostcodeVeld, VNummerVeld


@pytest.mark.parametrize(
    "tekst", ["05-11-2026", "5-11-2026", "5/11/2026", "5.11.2026", "5 11 2026", "2026-11-05", " 5-11-2026 "]
)
def test_a_date_is_understood_however_it_is_written(tekst: str) -> None:
    assert DatumVeld().clean(tekst) == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("31-02-2026", "bestaat_niet"),
        ("29-02-2025", "bestaat_niet"),
        ("5-11-26", "invalid"),
        ("11/2026", "invalid"),
        ("gisteren", "invalid"),
        ("05-11-0206", "jaar"),
        ("05-11-9999", "jaar"),
    ],
)
def test_a_wrong_date_says_what_is_wrong(tekst: str, code: str) -> None:
    with pytest.raises(ValidationError) as fout:
        DatumVeld().clean(tekst)
    assert fout.value.code == code


def test_a_date_before_the_act_it_follows_from_is_refused() -> None:
    assert DatumVeld(vanaf=WI2021).clean("01-01-2022") == date(2022, 1, 1)
    with pytest.raises(ValidationError, match="vóór 1 januari 2022"):
        DatumVeld(vanaf=WI2021).clean("31-12-2021")


def test_a_date_is_shown_again_as_it_is_written_here() -> None:
    class Formulier(forms.Form):
        dag = DatumVeld(initial=date(2026, 11, 5))

    assert 'value="05-11-2026"' in str(Formulier()["dag"])
    assert 'value="31-2-2026"' in str(Formulier({"dag": "31-2-2026"})["dag"]), "wrong input stays for correction"


def test_an_unchanged_date_counts_as_unchanged() -> None:
    class Formulier(forms.Form):
        dag = DatumVeld(initial=date(2026, 11, 5))

    assert not Formulier({"dag": "5-11-2026"}).has_changed()
    assert Formulier({"dag": "6-11-2026"}).has_changed()


@pytest.mark.parametrize("tekst", ["111222333", "111.222.333", "1112 22 333 "])
def test_a_bsn_is_kept_as_nine_digits(tekst: str) -> None:
    assert BSNVeld().clean(tekst) == "111222333"


@pytest.mark.parametrize("tekst", ["123456789", "11122233", "1112223330", "abcdefghi"])
def test_a_bsn_that_fails_the_elfproef_is_refused(tekst: str) -> None:
    with pytest.raises(ValidationError, match="geen geldig BSN"):
        BSNVeld().clean(tekst)


@pytest.mark.parametrize("veld", [BSNVeld, VNummerVeld])
def test_an_empty_number_is_none(veld: type[forms.CharField]) -> None:
    assert veld(required=False).clean("  ") is None
    assert veld(required=False).clean(".-") is None


def test_a_vnummer_has_ten_digits() -> None:
    assert VNummerVeld().clean("123 456 7890") == "1234567890"
    with pytest.raises(ValidationError, match="tien cijfers"):
        VNummerVeld().clean("123456789")
    with pytest.raises(ValidationError, match="tien cijfers"):
        VNummerVeld().clean("١٢٣٤٥٦٧٨٩٠")


def test_a_postcode_gets_its_space() -> None:
    assert PostcodeVeld().clean("1112ab") == "1112 AB"
    with pytest.raises(ValidationError, match="1112 AB"):
        PostcodeVeld().clean("112 AB")
