"""Texts of the gemeente: each version with its day and its readability, and no line that breaks a letter."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cases.models import Tekstblok
from cases.services.leesbaarheid import STREEF, leesgetal
from cases.services.teksten import TekstFout, overzicht, versies, wijzig_tekst
from cases.teksten import STANDAARD, tekst

VANDAAG = timezone.localdate()
MORGEN = VANDAAG + timedelta(days=1)
MAKKELIJK = "Wij helpen u graag. Bel ons als u een vraag hebt."
MOEILIJK = (
    "Overeenkomstig het bepaalde in de inburgeringswetgeving verstrekt het college de noodzakelijke "
    "ondersteuningsvoorzieningen aan de inburgeringsplichtige."
)


@pytest.fixture
def beheer(cast, inloggen):
    return inloggen(cast.beheerder)


def adres(code="welkom-tolk"):
    return reverse("cases:tekst", args=["diemen", code])


def bewaar(client, tekst, vanaf=VANDAAG, code="welkom-tolk", **knop):
    gegevens = {"tekst": tekst, "geldig_vanaf": f"{vanaf:%d-%m-%Y}"} | (knop or {"opslaan": "1"})
    return client.post(adres(code), gegevens, follow=True)


def test_short_words_in_short_sentences_score_high_and_the_law_low():
    assert leesgetal(MAKKELIJK) > 90
    assert leesgetal(MOEILIJK) < 20
    assert (leesgetal(""), leesgetal("Ik.")) == (100, 100)


def test_every_line_counts_as_a_sentence():
    assert leesgetal("Bel ons voor een gesprek\nU hoeft niets te betalen") == leesgetal(
        "Bel ons voor een gesprek. U hoeft niets te betalen."
    )


def test_a_text_holds_from_its_date_and_the_next_one_is_announced(cast, beheer):
    bewaar(beheer, MAKKELIJK)
    pagina = bewaar(beheer, "Een tolk is gratis.", MORGEN).content.decode()

    assert tekst(cast.gemeente, "welkom-tolk", VANDAAG) == MAKKELIJK
    assert tekst(cast.gemeente, "welkom-tolk", MORGEN) == "Een tolk is gratis."
    standen = [
        (versie.vanaf, versie.stand) for versie in versies(gemeente=cast.gemeente, code="welkom-tolk", op=VANDAAG)
    ]
    assert standen == [(MORGEN, "komt"), (VANDAAG, "geldt nu"), (None, "eerder")]
    assert "Een tolk is gratis." in pagina
    assert "geldt een andere tekst" in beheer.get(reverse("cases:teksten", args=["diemen"])).content.decode()


def test_the_figure_is_kept_with_the_text_and_a_hard_text_is_warned_for_and_saved(beheer):
    pagina = bewaar(beheer, MOEILIJK).content.decode()

    rij = Tekstblok.objects.get()
    assert rij.leesgetal == leesgetal(MOEILIJK) < STREEF
    assert "Deze tekst is moeilijk" in pagina
    assert "Deze tekst is moeilijk" not in bewaar(beheer, MAKKELIJK).content.decode()


def test_looking_saves_nothing(beheer):
    pagina = bewaar(beheer, MAKKELIJK, bekijk="1").content.decode()

    assert "Zo komt het in de brief" in pagina
    assert f"leesgetal {leesgetal(MAKKELIJK)}" in pagina
    assert not Tekstblok.objects.exists()


@pytest.mark.parametrize("regel", ["Het Juridisch Loket", "Het Juridisch Loket:", ": bel 0800 8020"])
def test_a_line_that_lands_in_a_list_says_who_and_what(beheer, regel):
    pagina = bewaar(beheer, f"De bibliotheek: inloop op dinsdag\n\n{regel}", code="brief-hulp")

    assert "Schrijf op elke regel: wie, een dubbele punt, wat." in pagina.content.decode()
    assert not Tekstblok.objects.exists()


def test_the_past_keeps_its_texts(cast, beheer):
    with pytest.raises(TekstFout, match="vandaag of later"):
        wijzig_tekst(
            gemeente=cast.gemeente,
            code="welkom-tolk",
            tekst=MAKKELIJK,
            geldig_vanaf=date(2026, 1, 1),
            op=VANDAAG,
        )
    assert "vandaag of later" in bewaar(beheer, MAKKELIJK, date(2026, 1, 1)).content.decode()


def test_of_every_text_one_version_is_in_force(cast, uithoorn):
    wijzig_tekst(gemeente=uithoorn, code="welkom-tolk", tekst=MOEILIJK, geldig_vanaf=VANDAAG, op=VANDAAG)

    paren = overzicht(gemeente=cast.gemeente, op=VANDAAG)
    assert [versie.blok.code for versie, _ in paren] == list(STANDAARD)
    assert all(versie.vanaf is None and komend is None for versie, komend in paren)


def test_an_unknown_text_does_not_exist(beheer):
    assert beheer.get(adres("bestaat-niet")).status_code == 404


@pytest.mark.usefixtures("lettertypen")
def test_what_our_fonts_do_not_have_is_refused_where_it_is_typed(beheer):
    velden = {"tekst": "Welkom \u4e2d.", "geldig_vanaf": "01-12-2026"}
    in_tekst = beheer.post(adres("welkom-inleiding"), velden)
    in_zin = beheer.post("/diemen/beheer/vertalingen/tr/les-kop/", {"tekst": "Ders \u4e2d"})

    for antwoord in (in_tekst, in_zin):
        assert "Dit teken kan niet worden gedrukt: \u4e2d in" in antwoord.content.decode()
    assert not Tekstblok.objects.filter(tekst__contains="\u4e2d").exists()
