"""The phrase bank: whole in every language, never silent, and honest about who checked a sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import Vertaling
from cases.services.taalbank import TaalbankFout, kijk_alles_na, leg_vertaling_vast
from cases.taalbank import VERTALINGEN, Vertaalstatus, bank, codes, geleverd, plekken, taal_van, zin
from cases.taalbank.zin import Deel

OP = date(2026, 11, 20)


@pytest.mark.parametrize("taal", VERTALINGEN)
def test_every_language_has_every_phrase_with_the_same_places(taal):
    nederlands, vertaald = geleverd("nl"), geleverd(taal)

    assert list(vertaald) == list(nederlands)
    assert {code: plekken(tekst) for code, tekst in vertaald.items()} == {
        code: plekken(tekst) for code, tekst in nederlands.items()
    }
    assert [code for code, tekst in vertaald.items() if not tekst.strip() or tekst == nederlands[code]] == []


def test_a_shipped_translation_is_marked_until_somebody_checks_it():
    vertaald, nederlands = zin("contact-tolk", "ar"), zin("contact-tolk", "nl")

    assert (vertaald.taal, vertaald.richting, vertaald.status, vertaald.met_merk) == ("ar", "rtl", "vertaald", True)
    assert (nederlands.taal, nederlands.status, nederlands.met_merk) == ("nl", Vertaalstatus.ORIGINEEL, False)


def test_a_missing_phrase_falls_back_to_dutch(monkeypatch):
    zonder = {code: tekst for code, tekst in geleverd("ti").items() if code != "contact-tolk"}
    monkeypatch.setattr(bank, "geleverd", lambda taal: zonder if taal == "ti" else geleverd(taal))

    terug = zin("contact-tolk", "ti")

    assert (terug.tekst, terug.taal, terug.richting) == (geleverd("nl")["contact-tolk"], "nl", "ltr")


def test_a_code_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        zin("bestaat-niet", "en")


def test_values_come_apart_from_the_words_around_them():
    delen = zin("uitnodiging-wanneer", "ar").delen(datum="24-11-2026", tijd="10:30")

    assert [deel.tekst for deel in delen if deel.waarde] == ["24-11-2026", "10:30"]
    assert delen[0] == Deel("احضر في ")
    assert zin("uitnodiging-wanneer", "nl").met(datum="24-11-2026", tijd="10:30") == "Kom op 24-11-2026 om 10:30."


@pytest.mark.parametrize(
    ("voorkeur", "taal"),
    [("Tigrinya", "ti"), ("Arabisch (Syrië)", "ar"), ("Dari", "fa"), ("turks", "tr"), ("Somalisch", "nl"), ("", "nl")],
)
def test_the_language_in_a_record_finds_the_language_of_the_bank(voorkeur, taal):
    assert taal_van(voorkeur) == taal


def test_what_the_gemeente_recorded_counts_from_its_day_and_only_there(cast, uithoorn):
    leg_vertaling_vast(
        gemeente=cast.gemeente,
        code="les-kop",
        taal="en",
        tekst="Your classes",
        nagekeken_door="J. Smit",
        nagekeken_op=OP,
        door=cast.beheerder,
        op=OP,
    )

    hier = zin("les-kop", "en", gemeente=cast.gemeente, op=OP)
    assert (hier.tekst, hier.status, hier.nagekeken_door) == ("Your classes", Vertaalstatus.NAGEKEKEN, "J. Smit")
    eerder = zin("les-kop", "en", gemeente=cast.gemeente, op=date(2026, 11, 19))
    assert eerder.tekst == zin("les-kop", "en", gemeente=uithoorn, op=OP).tekst == "Your lessons"


def test_a_check_of_an_older_dutch_sentence_does_not_count_any_more(cast):
    Vertaling.objects.create(
        gemeente=cast.gemeente,
        code="les-kop",
        taal="en",
        tekst="Lessons of old",
        nederlands="Uw cursus",
        nagekeken_door="J. Smit",
        nagekeken_op=OP,
        geldig_vanaf=OP,
        door=cast.beheerder,
    )

    assert zin("les-kop", "en", gemeente=cast.gemeente, op=OP).status == Vertaalstatus.VERTAALD


def test_a_translation_keeps_its_places_its_words_and_its_date(cast):
    wie = {"gemeente": cast.gemeente, "code": "les-uren", "taal": "en", "door": cast.beheerder, "op": OP}
    with pytest.raises(TaalbankFout, match=r"\{uren\}"):
        leg_vertaling_vast(tekst="Hours per week: {aantal}", **wie)
    with pytest.raises(TaalbankFout, match="toekomst"):
        leg_vertaling_vast(tekst="{uren}", nagekeken_door="J", nagekeken_op=date(2026, 11, 21), **wie)
    with pytest.raises(ValidationError, match="op welke dag"):
        leg_vertaling_vast(tekst="{uren} hours", nagekeken_door="J. Smit", **wie)


def test_a_whole_language_is_checked_in_one_step_and_once(cast):
    stap = {"gemeente": cast.gemeente, "taal": "tr", "nagekeken_door": "A. Kaya", "nagekeken_op": OP}

    assert kijk_alles_na(**stap, door=cast.beheerder, op=OP) == len(codes())
    assert kijk_alles_na(**stap, door=cast.beheerder, op=OP) == 0
    assert zin("plicht", "tr", gemeente=cast.gemeente, op=OP).nagekeken_op == OP
    assert zin("plicht", "en", gemeente=cast.gemeente, op=OP).met_merk


def test_the_beheerder_corrects_a_sentence_on_its_own_page(cast, inloggen):
    beheer, url = inloggen(cast.beheerder), reverse("cases:vertaling", args=["diemen", "ar", "les-kop"])
    fout = beheer.post(url, {"tekst": "دروس", "nagekeken_door": "F. Haddad"})
    goed = beheer.post(url, {"tekst": "دروس", "nagekeken_door": "F. Haddad", "nagekeken_op": "20-11-2026"})

    assert "op welke dag" in fout.content.decode()
    assert goed.status_code == 302
    lijst = beheer.get(reverse("cases:vertalingen_taal", args=["diemen", "ar"])).content.decode()
    assert '<td lang="ar" dir="rtl">دروس</td>' in lijst
    assert "F. Haddad" in lijst
    assert inloggen(cast.consulent).get(url).status_code == 403


@pytest.mark.parametrize("adres", [("nl", "les-kop"), ("xx", "les-kop"), ("ar", "geen-zin")])
def test_a_language_or_sentence_that_does_not_exist_is_not_found(adres, cast, inloggen):
    antwoord = inloggen(cast.beheerder).get(reverse("cases:vertaling", args=["diemen", *adres]))
    assert antwoord.status_code == 404
