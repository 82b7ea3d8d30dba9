"""What the letters that a consulent writes say: per party only what it needs, and the reader's own language."""

from __future__ import annotations

import io

import pypdf
import pytest

from cases.briefinhoud import UitnodigingInhoud
from tests.pdf.conftest import brief
from tests.pdf.test_brieven import zeg
from tests.pdf.voorbeelden_brieven import in_taal, voorbeeld_begeleidend, voorbeeld_uitnodiging, voorbeeld_welkom


def test_the_welcome_letter_says_who_helps_what_is_kept_and_that_an_interpreter_is_free() -> None:
    woorden = zeg("welkom/v1", voorbeeld_welkom())
    assert "Uw contactpersoon Naam Sanne Visser" in woorden
    assert "Dan is er een tolk bij het gesprek. U betaalt niets." in woorden
    assert "U mag zien wat wij van u bewaren." in woorden
    assert "Autoriteit Persoonsgegevens" in woorden
    assert "U mag altijd alleen met ons praten." in woorden


def test_the_own_language_stands_below_the_signature_and_is_marked_while_nobody_checked_it() -> None:
    woorden = zeg("welkom/v1", voorbeeld_welkom())
    assert "vertaling niet nagekeken" in woorden.split("Sanne Visser inburgeringsconsulent")[1]
    nagekeken = zeg("welkom/v1", voorbeeld_welkom(vertaling=in_taal("ti", merk=False)))
    assert "niet nagekeken" not in nagekeken
    assert "vertaling" not in zeg("welkom/v1", voorbeeld_welkom(taal=""))


@pytest.mark.usefixtures("lettertypen")
def test_arabic_can_be_read_back_from_the_paper() -> None:
    tekst = " ".join(blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(brief("welkom-arabisch"))).pages)
    assert "بلدية" in tekst or "البلدية" in tekst


@pytest.mark.parametrize("partij", ["begeleider", "tolk", "coa"])
def test_professionals_get_no_advice_meant_for_the_inburgeraar(partij: str) -> None:
    woorden = zeg("uitnodiging/v1", voorbeeld_uitnodiging(partij))
    assert "donderdag 3 december 2026" in woorden
    assert "Juridisch Loket" not in woorden
    assert "verblijfsdocument" not in woorden


def test_only_the_interpreter_reads_no_name() -> None:
    assert "Tesfay" not in zeg("uitnodiging/v1", voorbeeld_uitnodiging("tolk"))
    assert "Taal Tigrinya" in zeg("uitnodiging/v1", voorbeeld_uitnodiging("tolk"))
    assert "Selam Tesfay weet dat wij u uitnodigen." in zeg("uitnodiging/v1", voorbeeld_uitnodiging("begeleider"))
    with pytest.raises(ValueError, match="geen naam"):
        UitnodigingInhoud(**{**vars(voorbeeld_uitnodiging("tolk")), "over": "Selam Tesfay"})


def test_the_partner_hears_that_each_is_heard_alone() -> None:
    woorden = zeg("uitnodiging/v1", voorbeeld_uitnodiging("partner"))
    assert "Wat u dan vertelt, zeggen wij niet tegen uw partner." in woorden


def test_a_covering_letter_lists_what_goes_with_it() -> None:
    assert "Bijlagen Lesrooster januari 2027" in zeg("begeleidend/v1", voorbeeld_begeleidend())
