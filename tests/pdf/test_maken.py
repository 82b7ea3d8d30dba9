"""The renderer: same input same bytes, nothing from outside, every word can be read back."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest
from django.conf import settings

from cases.pdf import PdfFout, maak_html, maak_pdf, middelen
from tests.pdf.conftest import brief
from tests.pdf.voorbeelden import SELAM, voorbeeld_asiel, voorbeeld_dagstaat, voorbeeld_gezin

MAAK_OPNIEUW = """
import hashlib, django
django.setup()
from tests.pdf.conftest import brief
print(hashlib.sha256(brief("pip-asiel")).hexdigest())
"""


def tekst(pdf: bytes) -> str:
    return " ".join(blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def velden(pdf: bytes) -> dict[str, Any]:
    return dict(pypdf.PdfReader(io.BytesIO(pdf)).metadata or {})


@pytest.mark.usefixtures("lettertypen")
def test_names_in_every_script_can_be_read_back_from_the_paper() -> None:
    woorden = tekst(brief("dagstaat")).split()
    namen = " ".join(regel.naam for regel in voorbeeld_dagstaat().regels).split()
    assert [naam for naam in namen if naam not in woorden] == []


@pytest.mark.usefixtures("lettertypen")
def test_a_name_with_diacritics_is_whole_in_the_letter() -> None:
    assert "Mevrouw P. Şahin-Kovačević" in tekst(brief("pip-gezin"))


@pytest.mark.usefixtures("lettertypen")
def test_the_name_of_a_leerroute_is_not_broken_over_two_lines() -> None:
    pdf = maak_pdf("pip/v1", {**voorbeeld_asiel().als_json(), "naam": "Karwan ziz"})
    eerste = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "B1-route" in eerste
    assert "B1-\n" not in eerste


@pytest.mark.usefixtures("lettertypen")
def test_the_same_content_gives_the_same_bytes_in_another_process() -> None:
    loop = subprocess.run(
        [sys.executable, "-c", MAAK_OPNIEUW],
        capture_output=True,
        text=True,
        check=True,
        cwd=settings.HOOFDMAP,
        env={**os.environ, "TZ": "Asia/Tokyo", "DJANGO_SETTINGS_MODULE": "inburgering.settings.test"},
    )
    assert loop.stdout.strip() == hashlib.sha256(brief("pip-asiel")).hexdigest()


@pytest.mark.usefixtures("lettertypen")
def test_title_date_and_language_come_from_the_content() -> None:
    pdf = brief("pip-asiel")
    assert velden(pdf)["/Title"] == "Uw Plan Inburgering en Participatie – PIP-2026-0012"
    assert velden(pdf)["/CreationDate"].startswith("D:20261120")
    assert pypdf.PdfReader(io.BytesIO(pdf)).root_object["/Lang"] == "nl"


@pytest.mark.usefixtures("lettertypen")
def test_every_font_is_ours_and_embedded() -> None:
    namen = set()
    for blad in pypdf.PdfReader(io.BytesIO(brief("dagstaat-concept"))).pages:
        for verwijzing in blad["/Resources"]["/Font"].values():
            letter = verwijzing.get_object()["/DescendantFonts"][0].get_object()
            namen.add(letter["/BaseFont"].split("+")[-1])
            assert {"/FontFile2", "/FontFile3"} & set(letter["/FontDescriptor"].get_object())
    assert namen == {
        "Brief",
        "Brief-Bold",
        "Brief-meer-Latijn-Bold",
        "Brief-Arabisch-Bold",
        "Brief-Ethiopisch-Bold",
    }


@pytest.mark.usefixtures("lettertypen")
def test_pages_are_numbered_and_repeat_the_reference() -> None:
    bladen = [blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(brief("pip-asiel"))).pages]
    assert all(f"Pagina {nummer} van {len(bladen)}" in blad for nummer, blad in enumerate(bladen, 1))
    assert all("PIP-2026-0012" in blad for blad in bladen)


@pytest.mark.usefixtures("lettertypen")
def test_a_preview_says_concept_in_words_and_the_letter_does_not() -> None:
    assert "Deze brief is nog niet vastgesteld" in tekst(brief("pip-concept"))
    assert "nog niet vastgesteld" not in tekst(brief("pip-asiel"))


@pytest.mark.parametrize(
    "adres",
    [
        "https://example.org/spoor.png",
        "file:///etc/passwd",
        "file://{map}/manage.py",
        "file://{map}/static/../manage.py",
        "file://{map}/static/%2e%2e/manage.py",
        "file://elders{map}/static/x.css",
        "ftp://example.org/x",
    ],
)
def test_an_address_outside_our_own_files_is_refused(adres: str) -> None:
    with pytest.raises(ValueError, match="mag dit adres niet ophalen"):
        middelen.ophaler().fetch(adres.format(map=settings.HOOFDMAP))


@pytest.mark.usefixtures("lettertypen")
def test_our_own_font_may_be_fetched() -> None:
    adres = middelen.basisadres() + "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2"
    with middelen.ophaler().fetch(adres)._file_obj as bestand:
        assert bestand.read(4) == b"wOF2"


@pytest.mark.usefixtures("lettertypen")
def test_a_character_outside_our_fonts_is_an_error_and_not_a_box() -> None:
    inhoud = voorbeeld_gezin(naam="Priya \U000f1234").als_json()
    with pytest.raises(PdfFout, match="niet goed opgemaakt"):
        maak_pdf("pip/v1", inhoud)


def test_markup_in_a_name_is_printed_as_it_is() -> None:
    naam = '<img src="https://example.org/x">&"Ali"'
    html = maak_html("pip/v1", voorbeeld_asiel(geadresseerde=replace(SELAM, naam=naam)).als_json())
    assert "<img" not in html
    assert "&lt;img src=&quot;https://example.org/x&quot;&gt;&amp;&quot;Ali&quot;" in html


def test_missing_content_is_an_error_and_not_an_empty_place() -> None:
    inhoud = voorbeeld_asiel().als_json()
    del inhoud["ondertekening"]["functie"]
    with pytest.raises(KeyError, match=r"ondertekening\.functie"):
        maak_html("pip/v1", inhoud)


@pytest.mark.parametrize("sjabloon", ["../mail/x", "pip/v1.html", "basis", "pip/../pip/v1"])
def test_only_a_versioned_template_name_is_accepted(sjabloon: str) -> None:
    with pytest.raises(ValueError, match="Geen geldige naam"):
        maak_html(sjabloon, {})


def test_without_fonts_the_message_says_what_to_do(tmp_path: Path, settings: Any) -> None:
    settings.HOOFDMAP = tmp_path
    with pytest.raises(PdfFout, match="lettertypen ontbreken"):
        middelen.zetsel.__wrapped__()
