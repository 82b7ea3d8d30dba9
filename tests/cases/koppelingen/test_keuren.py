"""Faults and warnings of one row by itself, and the values it gives."""

from datetime import date

import pytest

from cases.services.koppelingen.keuren import keur
from cases.services.koppelingen.lezen import lees

from .hulp import OP, PERSOON, VOORBEELD


def bevindingen(**cellen):
    """(ernst, veld, reden) of a row that differs from a good one in these cells."""
    keuring = keur(PERSOON | cellen, gemeente="Diemen", op=OP)
    return [(str(m.ernst), m.veld, m.reden) for m in keuring.meldingen]


def test_a_good_row_has_no_findings():
    assert bevindingen() == []


@pytest.mark.parametrize(
    ("veld", "waarde", "reden"),
    [
        ("bsn", "999284692", "elfproef"),
        ("bsn", "1", "elfproef"),
        ("bsn", "abc", "elfproef"),
        ("v_nummer", "280872917", "tien cijfers"),
        ("v_nummer", "2,80873E+09", "tien cijfers"),
        ("achternaam", "", "Vul de achternaam in"),
        ("achternaam", "a" * 121, "Te lang: 121 tekens; er passen er 120 in"),
        ("voornamen", "a" * 121, "Te lang"),
        ("voorvoegsel", "a" * 21, "Te lang"),
        ("achternaam", "Az\x07iz", "stuurteken"),
        ("geboortedatum", "", "Vul de geboortedatum in"),
        ("geboortedatum", "31-02-1990", "bestaat niet"),
        ("geboortedatum", "00-00-1990", "bestaat niet"),
        ("geboortedatum", "11-11-1890", "voor het jaar 1900"),
        ("geboortedatum", "11-11-90", "dd-mm-jjjj"),
        ("datum_brp", "21-11-2026", "toekomst"),
        ("datum_koppeling", "2026-13-01", "bestaat niet"),
        ("datum_vergunning", "mei 2026", "dd-mm-jjjj"),
        ("geslacht", "x", "Onbekend geslacht"),
        ("tolk_nodig", "misschien", "ja of nee"),
        ("doelgroep", "toerist", "Onbekende doelgroep. Kies uit: asielstatushouder"),
        ("doelgroep", "", "Onbekende doelgroep"),
        ("gemeente", "Uithoorn", "niet voor de gemeente Diemen"),
        ("gemeente", "", "Vul de gemeente in"),
        ("gezinsnummer", "G" * 31, "Te lang"),
    ],
)
def test_a_fault_names_the_field_and_the_reason(veld, waarde, reden):
    [(ernst, gevonden, tekst)] = bevindingen(**{veld: waarde})

    assert (ernst, gevonden) == ("fout", veld)
    assert reden in tekst


@pytest.mark.parametrize(("veld", "waarde"), [("nationaliteit", "Poolse"), ("verblijfsvergunning", "EU-verblijf")])
def test_whom_the_act_does_not_oblige_gets_no_dossier_unless_duo_says_so(veld, waarde):
    [(ernst, gevonden, tekst)] = bevindingen(**{veld: waarde, "datum_kennisgeving_duo": ""})

    assert (ernst, gevonden) == ("fout", veld)
    assert "niet inburgeringsplichtig (artikel 3" in tekst
    assert [rij for rij in bevindingen(**{veld: waarde}) if rij[0] == "fout"] == []


def test_what_turns_the_direction_of_a_name_is_left_out():
    keuring = keur(PERSOON | {"achternaam": "\u202eAl \u200bMasri\u202c"}, gemeente="Diemen", op=OP)

    assert (keuring.meldingen, keuring.persoon["achternaam"]) == ([], "Al Masri")


def test_one_of_bsn_and_v_nummer_is_enough():
    assert bevindingen(bsn="") == []
    assert bevindingen(v_nummer="") == []
    assert bevindingen(bsn="", v_nummer="") == [("fout", "bsn", "Vul een BSN of een V-nummer in; beide ontbreken.")]


@pytest.mark.parametrize(
    ("cellen", "veld", "reden"),
    [
        ({"datum_vergunning": "23-05-2026"}, "datum_koppeling", "De koppeling (22-05-2026) ligt voor de vergunning"),
        ({"datum_huisvesting": "21-05-2026"}, "datum_huisvesting", "ligt voor de koppeling (22-05-2026)"),
        ({"datum_brp": "24-07-2026"}, "datum_brp", "ligt voor de huisvesting (25-07-2026)"),
        ({"datum_kennisgeving_duo": "08-05-2026"}, "datum_kennisgeving_duo", "ligt voor de vergunning (09-05-2026)"),
        ({"verblijfsvergunning": "regulier bepaalde tijd"}, "verblijfsvergunning", "gezinslid van een statushouder"),
        ({"voornamen": ""}, "voornamen", "geen voornaam"),
        ({"postcode": "B-1000"}, "postcode", "geen Nederlandse postcode"),
        ({"datum_koppeling": ""}, "azc", "Zonder ‘Datum koppeling’ wordt dit niet overgenomen"),
    ],
)
def test_a_doubt_is_a_warning_and_not_a_fault(cellen, veld, reden):
    [(ernst, gevonden, tekst)] = bevindingen(**cellen)

    assert (ernst, gevonden) == ("waarschuwing", veld)
    assert reden in tekst


def test_a_permit_of_before_2022_is_said_and_no_fault():
    gevonden = bevindingen(datum_vergunning="31-12-2021")

    assert gevonden == [
        (
            "informatie",
            "datum_vergunning",
            "Vergunning van voor 1-1-2022: dit dossier valt onder de Wet inburgering 2013.",
        )
    ]


def test_values_are_cleaned_and_nothing_else_is_changed():
    cellen = {
        "bsn": " 111.222.333 ",
        "achternaam": "  <b>O'Connor\n de  Grand</b> ",
        "geboortedatum": "2000-1-5",
        "geslacht": "Vrouw",
        "tolk_nodig": "NEE",
        "doelgroep": "Geestelijke Bedienaar",
        "postcode": "1110bk",
    }

    keuring = keur(PERSOON | cellen, gemeente="Diemen", op=OP)

    assert (
        keuring.persoon
        | {
            "bsn": "111222333",
            "achternaam": "<b>O'Connor de Grand</b>",
            "geboortedatum": date(2000, 1, 5),
            "geslacht": "v",
            "tolk_nodig": False,
            "postcode": "1110 BK",
        }
        == keuring.persoon
    )
    assert (keuring.doelgroep, keuring.meldingen) == ("GEESTELIJKE_BEDIENAAR", [])


def test_the_first_zero_that_a_spreadsheet_dropped_comes_back():
    assert keur(PERSOON | {"bsn": "10000008"}, gemeente="Diemen", op=OP).bsn == "010000008"


def test_the_list_of_diemen_has_no_faults_and_these_warnings():
    gevonden = [
        (rij.nummer, melding.veld, str(melding.ernst))
        for rij in lees(VOORBEELD).rijen
        for melding in keur(rij.waarden, gemeente="Diemen", op=OP).meldingen
    ]

    vergunning = [(nummer, "verblijfsvergunning", "waarschuwing") for nummer in (2, 11, 20, 29)]
    koppeling = [(nummer, "datum_koppeling", "waarschuwing") for nummer in (9, 21, 27)]
    assert sorted(gevonden) == sorted(vergunning + koppeling)


@pytest.mark.parametrize(
    ("naam", "aantal"), [("Ay?e", 1), ("?ahin", 1), ("O?uz", 1), ("Yüksel", 0), ("Ayşe", 0), ("?", 0)]
)
def test_a_question_mark_in_the_place_of_a_letter_is_noticed(naam, aantal):
    gevonden = [reden for ernst, veld, reden in bevindingen(achternaam=naam) if "vraagteken" in reden]
    assert len(gevonden) == aantal
