"""The reference of a creditor: its check digits, its characters, and never a BSN."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn

from inburgering.recht.bsn import vind_bsn
from ontzorgen.kenmerk import Kenmerk, Kenmerkfout, Kenmerksoort, controlecijfer, keur_kenmerk

BETALINGSKENMERK, RF, VRIJ = Kenmerksoort.BETALINGSKENMERK, Kenmerksoort.RF, Kenmerksoort.VRIJ
BSN = "999990019"


@pytest.mark.parametrize(
    ("soort", "tekst", "in_bestand"),
    [
        (BETALINGSKENMERK, "5000 0567 8901 2345", "5000056789012345"),
        (BETALINGSKENMERK, "12 2345 3462 2567", "12234534622567"),
        (BETALINGSKENMERK, "1234567", "1234567"),
        (RF, "rf18 5390 0754 7034", "RF18539007547034"),
        (VRIJ, " Huur  Artiststraat 12\n2026 ", "Huur Artiststraat 12 2026"),
        (VRIJ, "Klant/contract (12345678) + 'a'", "Klant/contract (12345678) + 'a'"),
    ],
)
def test_a_good_reference_comes_back_as_the_bank_file_says_it(soort: Kenmerksoort, tekst: str, in_bestand: str) -> None:
    assert keur_kenmerk(soort, tekst) == Kenmerk(soort, in_bestand)


@pytest.mark.parametrize(
    ("soort", "tekst", "zin"),
    [
        (VRIJ, " ", "Vul een kenmerk in"),
        (VRIJ, "x" * 141, "ten hoogste 140 tekens; dit zijn er 141"),
        (VRIJ, "=1+1", "Dit teken geven banken niet door: = Schrijf het kenmerk met letters zonder accent"),
        (VRIJ, "Ärtist & zoon & ä", "Deze tekens geven banken niet door: Ä & ä "),
        (VRIJ, "contract\u200b 7", "niet door: U\\+200B "),
        (VRIJ, "إيجار", "Deze tekens geven banken niet door"),
        (VRIJ, "- / -", "ten minste één letter of cijfer"),
        (BETALINGSKENMERK, "6000056789012345", "klopt niet"),
        (BETALINGSKENMERK, "5000056789012354", "klopt niet"),
        (BETALINGSKENMERK, "12345678", "dit zijn er 8"),
        (BETALINGSKENMERK, "5000056789012345X", "alleen uit cijfers"),
        (BETALINGSKENMERK, "500005678901234٥", "alleen uit cijfers"),
        (RF, "RF19539007547034", "RF-kenmerk klopt niet"),
        (VRIJ, f"Huur {BSN}", f"BSN kan zijn \\({BSN}\\)"),
        (VRIJ, "Huur 999.990.019, mei", "BSN kan zijn"),
        (VRIJ, "BSN9999.90.019", "BSN kan zijn"),
    ],
)
def test_a_bad_reference_is_refused_with_what_is_wrong(soort: Kenmerksoort, tekst: str, zin: str) -> None:
    with pytest.raises(Kenmerkfout, match=zin):
        keur_kenmerk(soort, tekst)


@pytest.mark.parametrize("tekst", ["123456789", f"1{BSN}", f"{BSN}0", "12 345 678 9", "2026-11 12345"])
def test_other_numbers_are_no_bsn(tekst: str) -> None:
    assert vind_bsn(tekst) is None


@given(st.integers(0, 10**9 - 1))
def test_what_passes_the_elfproef_is_what_the_library_calls_a_bsn(getal: int) -> None:
    cijfers = f"{getal:09d}"
    assert (vind_bsn(f"nummer {cijfers}.") == cijfers) == bsn.is_valid(cijfers)


def test_the_known_bsn_of_the_person_is_found_inside_a_longer_number() -> None:
    kenmerk = "00000" + BSN + "0"
    kenmerk = controlecijfer(kenmerk) + kenmerk
    assert keur_kenmerk(BETALINGSKENMERK, kenmerk).tekst == kenmerk
    with pytest.raises(Kenmerkfout, match="BSN van deze persoon"):
        keur_kenmerk(BETALINGSKENMERK, kenmerk, bsn=BSN)


@given(st.integers(0, 10**15 - 1), st.integers(1, 15), st.integers(1, 9))
def test_one_changed_digit_of_a_betalingskenmerk_is_found(getal: int, plaats: int, erbij: int) -> None:
    """Only a check digit that the rule folds from 10 to 1 or from 11 to 0 may hide a change."""
    cijfers = f"{getal:015d}"
    kenmerk = controlecijfer(cijfers) + cijfers
    anders = kenmerk[:plaats] + str((int(kenmerk[plaats]) + erbij) % 10) + kenmerk[plaats + 1 :]
    if kenmerk[0] not in "01":
        with pytest.raises(Kenmerkfout, match="klopt niet"):
            keur_kenmerk(BETALINGSKENMERK, anders)
