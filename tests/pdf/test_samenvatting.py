"""The page in the language of the inburgeraar: one page, its own script, and honest about what nobody checked."""

from __future__ import annotations

import io
import itertools
import re
from dataclasses import replace
from html import unescape
from typing import Any
from unicodedata import category

import pypdf
import pytest

from cases.inhoud import Hulp
from cases.pdf import maak_html, maak_pdf
from cases.taalbank import TALEN, VERTALINGEN, Vertaalstatus, bank, geleverd, zinnen
from cases.taalbank.zin import PLEK, Zin
from pip_plans.plan.inhoud import Begeleiding
from pip_plans.plan.inhoud_samenvatting import SamenvattingInhoud
from pip_plans.plan.services.samenvatting import stel_samen
from tests.pdf.conftest import brief
from tests.pdf.voorbeelden import (
    BEZWAAR,
    KENMERK,
    samenvatting,
    voorbeeld_asiel,
    voorbeeld_gezin,
    voorbeeld_onderwijs,
    voorbeeld_z,
)
from tests.pdf.voorbeelden_versies import voorbeeld_advies

LANG = "Maria Catharina Johanna van den Boogaard-Vandenbroucke de Lange"


def tekst(pdf: bytes) -> str:
    return " ".join(blad.extract_text() for blad in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def letters(tekst_: str) -> set[str]:
    """The words, also where two scripts meet: vowel marks, joiners and brackets may be read in another order."""
    kaal = "".join(teken for teken in tekst_ if category(teken) not in {"Mn", "Cf"})
    return set(re.findall(r"[A-Za-z0-9À-ɏ]+|[^\W_A-Za-z0-9À-ɏ]+", kaal))


def regels(inhoud: SamenvattingInhoud) -> list[str]:
    alle = [inhoud.titel, inhoud.uitleg, *(dag.kop for dag in inhoud.dagen), *inhoud.voetnoten, *inhoud.merknoten]
    alle += [regel for blok in inhoud.blokken for regel in (blok.kop, *blok.regels)]
    return [" ".join(stuk.tekst for stuk in regel.stukken) for regel in alle]


def html(inhoud: dict[str, Any]) -> str:
    return maak_html("pip_samenvatting/v1", inhoud)


@pytest.mark.usefixtures("lettertypen")
@pytest.mark.parametrize("taal", TALEN)
def test_the_page_can_be_read_back_in_its_own_script_and_names_its_language(taal: str) -> None:
    pdf = brief(f"samenvatting-{taal}")
    woorden = letters(" ".join(regels(samenvatting(taal)())))

    gelezen = tekst(pdf)

    assert sorted(woord for woord in woorden - letters(gelezen) if not (woord.isascii() and woord in gelezen)) == []
    assert pypdf.PdfReader(io.BytesIO(pdf)).root_object["/Lang"] == taal


@pytest.mark.usefixtures("lettertypen")
@pytest.mark.parametrize("taal", TALEN)
def test_it_stays_one_page_however_much_there_is_to_say(taal: str) -> None:
    vol = replace(
        voorbeeld_z(),
        uren_per_week=24,
        school="Stichting voor Taal en Inburgering in de Regio Amstelland-Zuidoost en omstreken",
        voorschools=("Afspraak.",),
        bijstand=True,
        ontzorgen=True,
        bezwaar=replace(
            BEZWAAR, hulp=(Hulp(naam="Juridisch Loket " * 6, contact="op werkdagen van negen tot vijf " * 4),)
        ),
        begeleiding=tuple(Begeleiding(wie=f"Een lange naam van organisatie {nr}", wat="x.") for nr in range(9)),
        kenmerk=replace(KENMERK, behandeld_door=LANG),
        naam=LANG,
    )
    for inhoud in (vol, voorbeeld_asiel(uren_per_week=12)):
        pdf = maak_pdf("pip_samenvatting/v1", stel_samen(brief=inhoud.als_json(), versie=12, taal=taal).als_json())
        assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1


@pytest.mark.usefixtures("lettertypen")
def test_all_papers_of_a_version_carry_its_number_and_the_same_end_date() -> None:
    for pdf in (brief("pip-asiel"), brief("samenvatting-nl"), brief("samenvatting-ti")):
        woorden = " ".join(tekst(pdf).split())
        assert "PIP-2026-0012" in woorden
        assert "versie 1" in woorden
        assert "20 november 2029" in woorden
    assert "20-11-2029" in tekst(brief("samenvatting-ti"))


@pytest.mark.parametrize("taal", VERTALINGEN)
def test_what_nobody_checked_carries_a_mark_that_is_explained_in_both_languages(taal: str) -> None:
    blad = html(stel_samen(brief=voorbeeld_asiel().als_json(), versie=1, taal=taal).als_json())

    assert blad.count('<span class="merk">*</span>') > 20
    assert "vertaling niet nagekeken" in blad
    assert geleverd(taal)["vertaling-merk"] in blad
    assert "Alleen de Nederlandse brief geldt." in blad


def test_dutch_and_a_checked_translation_carry_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    def nagekeken(codes: tuple[str, ...], taal: str, **_: object) -> dict[str, Zin]:
        return {code: replace(zin, status=Vertaalstatus.NAGEKEKEN) for code, zin in zinnen(codes, taal).items()}

    inhoud = voorbeeld_asiel().als_json()
    assert "merk" not in html(stel_samen(brief=inhoud, versie=1, taal="nl").als_json())
    monkeypatch.setattr("pip_plans.plan.services.samenvatting.zinnen", nagekeken)
    arabisch = html(stel_samen(brief=inhoud, versie=1, taal="ar").als_json())
    assert 'class="merk"' not in arabisch
    assert "vertaling niet nagekeken" not in arabisch


@pytest.mark.parametrize("taal", VERTALINGEN)
def test_no_word_of_ours_stays_dutch_on_a_translated_page(taal: str) -> None:
    """Names, numbers and the two notes of the law in Dutch are left."""
    inhoud = stel_samen(brief=voorbeeld_asiel(uren_per_week=12).als_json(), versie=1, taal=taal)
    tekst_ = " ".join(stuk.tekst for blok in inhoud.blokken for regel in blok.regels for stuk in regel.stukken)

    assert not re.search(r"\b(gratis|telefoon|bel|uw|versie)\b", tekst_, re.IGNORECASE)
    assert "0800 8020" in tekst_
    zonder = replace(BEZWAAR, hulp=(Hulp(naam="VluchtelingenWerk", contact="inloop op dinsdag"),))
    blad = html(stel_samen(brief=voorbeeld_asiel(bezwaar=zonder).als_json(), versie=1, taal=taal).als_json())
    assert "inloop" not in blad
    assert "VluchtelingenWerk" in blad


def test_a_language_that_is_not_there_is_named_on_the_dutch_page() -> None:
    brief_ = voorbeeld_asiel().als_json()
    assert "Deze bladzijde is er niet in uw taal (Koerdisch (Sorani))." in html(
        stel_samen(brief=brief_, versie=1, taal="nl", onvertaald="Koerdisch (Sorani)").als_json()
    )
    assert "is er niet in uw taal" not in html(stel_samen(brief=brief_, versie=1, taal="nl").als_json())


def test_a_sentence_without_translation_stands_there_in_dutch_and_says_so_to_a_reader(monkeypatch: Any) -> None:
    zonder = {code: zin for code, zin in geleverd("ar").items() if code != "plicht"}
    monkeypatch.setattr(bank, "geleverd", lambda taal: zonder if taal == "ar" else geleverd(taal))
    blad = html(stel_samen(brief=voorbeeld_asiel().als_json(), versie=1, taal="ar").als_json())

    assert f'<span lang="nl" dir="ltr">{geleverd("nl")["plicht"]}</span>' in blad


def test_a_script_from_right_to_left_keeps_dates_and_names_from_left_to_right() -> None:
    blad = html(stel_samen(brief=voorbeeld_asiel().als_json(), versie=1, taal="fa").als_json())

    assert '<html lang="fa">' in blad
    assert '<main dir="rtl"' in blad
    assert '<bdi class="waarde" lang="nl" dir="ltr">20-11-2026</bdi>' in blad
    assert '<p class="datum" lang="nl" dir="ltr">20-11-2029</p>' in blad


def test_every_route_says_what_it_asks_and_nothing_of_another_one() -> None:
    zinnen_ = {
        "asiel b1": (voorbeeld_asiel(uren_per_week=12), ["les-uren", "les-gratis", "meedoen-map", "ontzorgen"]),
        "asiel onderwijs": (voorbeeld_onderwijs(), ["les-gratis", "meedoen-geen-map"]),
        "asiel z": (voorbeeld_z(), ["les-totaal", "les-meedoen", "les-gratis", "meedoen-map"]),
        "gezin b1": (voorbeeld_gezin(), ["les-zelf", "meedoen-map"]),
    }
    wisselend = set(itertools.chain.from_iterable(codes for _, codes in zinnen_.values()))
    for inhoud, codes in zinnen_.values():
        blad = html(stel_samen(brief=inhoud.als_json(), versie=1, taal="nl").als_json())
        er_staat = {code for code in wisselend if PLEK.split(geleverd("nl")[code])[0] in blad}
        er_staat -= {"les-gratis"} if "les-gratis" not in codes else set()
        assert set(codes) <= er_staat
        assert not {"meedoen-map", "meedoen-geen-map"} <= er_staat


def test_the_summary_of_an_advice_has_no_dates_no_bezwaar_and_no_fine() -> None:
    blad = html(stel_samen(brief=voorbeeld_advies().als_json(), versie=1, taal="nl", advies=True).als_json())

    assert "Het is geen besluit." in blad
    assert not [woord for woord in ("bezwaar", "boete", "klaar uiterlijk") if woord in blad]


@pytest.mark.parametrize("taal", TALEN)
def test_the_summary_of_an_advice_says_what_we_advise_in_every_language(taal: str) -> None:
    inhoud = stel_samen(brief=voorbeeld_advies(pvt="In mei.").als_json(), versie=1, taal=taal, advies=True)

    codes = {"les-advies", "advies-uren", "les-knm", "les-zelf", "advies-datum", "advies-pvt", "advies-ona"}
    woorden = unescape(html(inhoud.als_json()))
    assert [code for code in codes if PLEK.split(geleverd(taal)[code])[0].rstrip() not in woorden] == []


def test_who_helps_is_said_in_a_sentence_and_the_gemeente_is_not_named_twice() -> None:
    helpers = (Begeleiding(wie="De gemeente", wat="x"), Begeleiding(wie="de bibliotheek", wat="x"))
    blad = html(
        stel_samen(brief=voorbeeld_advies(begeleiding=helpers).als_json(), versie=1, taal="nl", advies=True).als_json()
    )

    assert "U krijgt ook hulp van: de bibliotheek." in " ".join(re.sub("<[^>]+>", "", blad).split())
    assert "De gemeente" not in blad
