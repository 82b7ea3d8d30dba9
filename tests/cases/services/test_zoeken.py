"""Search: numbers exactly, names however they are spelled, and only what this person may see."""

from datetime import date

import pytest

from cases.models import Dossiertoegang
from cases.services.zoeken import MEESTE, zoek
from tests.fabriek import maak_dossier

OP = date(2026, 11, 20)
MENSEN = [
    ("Mohammed", "Al-Masri", ""),
    ("Yusuf", "Şahin", ""),
    ("Selam", "Tesfay", ""),
    ("João", "Silva", "da"),
    ("Khadija", "Hussein", ""),
    ("Łukasz", "Nowak", ""),
    ("Priya", "Raghunathan", ""),
    ("Abdulrahman", "Öztürk", ""),
    ("Li", "Wei", ""),
]


@pytest.fixture
def bekend(cast):
    for voornamen, achternaam, voorvoegsel in MENSEN:
        maak_dossier(
            cast.gemeente, cast.consulent, op=OP, voornamen=voornamen, achternaam=achternaam, voorvoegsel=voorvoegsel
        )


def gevonden(cast, vraag: str, wie=None) -> list[str]:
    resultaat = zoek(vraag=vraag, medewerker=wie or cast.consulent, gemeente=cast.gemeente, op=OP)
    return [dossier.inburgeraar.voornamen for dossier in resultaat.dossiers]


@pytest.mark.parametrize(
    ("vraag", "eerste"),
    [
        ("Muhamad", "Mohammed"),
        ("Mohamed el masri", "Mohammed"),
        ("Youssouf", "Yusuf"),
        ("Joesoef Sahin", "Yusuf"),
        ("sahin", "Yusuf"),
        ("Tesfai", "Selam"),
        ("TESFAY SELAM", "Selam"),
        ("joao da silva", "João"),
        ("Hadidja Hoesein", "Khadija"),
        ("lukasz", "Łukasz"),
        ("raghu", "Priya"),
        ("Abdelrahman Ozturk", "Abdulrahman"),
        ("Li", "Li"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(cast, bekend, vraag, eerste):
    assert gevonden(cast, vraag)[:1] == [eerste]


def test_every_word_must_fit(cast, bekend):
    assert gevonden(cast, "Selam Nowak") == []


def test_a_number_is_found_exactly_and_however_it_is_typed(cast, bekend):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, voornamen="Layla", bsn="111222333")
    v_nummer = dossier.inburgeraar.v_nummer
    jaar, volgnummer = dossier.nummer.removeprefix("D-").split("-")

    for vraag in (
        "111222333",
        "111.222.333",
        f" {v_nummer[:4]} {v_nummer[4:]} ",
        dossier.nummer,
        dossier.nummer.lower(),
        f"{jaar}-{int(volgnummer)}",
    ):
        assert gevonden(cast, vraag) == ["Layla"], vraag
    assert gevonden(cast, "111222334") == []


def test_a_colleague_who_is_not_named_does_not_find_a_protected_dossier(cast):
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=OP, voornamen="Layla", bsn="111222333")
    assert gevonden(cast, "Layla", cast.collega) == ["Layla"]
    dossier.extra_beschermd = True
    dossier.save()
    Dossiertoegang.objects.create(dossier=dossier, medewerker=cast.consulent, reden="eigen dossier")

    for vraag in ("Layla", "111222333", dossier.nummer):
        assert gevonden(cast, vraag, cast.collega) == []
        assert gevonden(cast, vraag, cast.consulent) == ["Layla"]


def test_another_gemeente_finds_nothing(cast, bekend, uithoorn):
    resultaat = zoek(vraag="Tesfay", medewerker=cast.buitenstaander, gemeente=uithoorn, op=OP)
    assert resultaat.dossiers == []


@pytest.mark.parametrize("vraag", ["", " ", "a", "-", "%", "_"])
def test_too_short_a_question_is_not_searched(cast, bekend, vraag):
    resultaat = zoek(vraag=vraag, medewerker=cast.consulent, gemeente=cast.gemeente, op=OP)
    assert (resultaat.te_kort, resultaat.dossiers) == (True, [])


def test_more_than_fits_says_so(cast):
    for _ in range(MEESTE + 1):
        maak_dossier(cast.gemeente, cast.consulent, op=OP, voornamen="Selam")

    resultaat = zoek(vraag="selam", medewerker=cast.consulent, gemeente=cast.gemeente, op=OP)
    assert (len(resultaat.dossiers), resultaat.meer) == (MEESTE, True)
