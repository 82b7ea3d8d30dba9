"""The month of the inburgeraar on one page: the amounts add up, and a frozen month is told as it was frozen."""

from datetime import date

import pytest

from cases.models import Document
from ontzorgen.inhoud_maand import Zelfbetaling
from ontzorgen.models import Bijstandsnorm
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasten import leg_post_vast
from ontzorgen.services.maandoverzicht import maak_maandoverzicht, overzicht_van
from ontzorgen.services.maandrun import leg_vast

from .bouw import leg_last, overbrug
from .bouw_betaling import DEC, NOV, OKT, OP, betaalt_zelf, crediteur, huurder, run, vrijgegeven
from .bouw_maand import leg_toeslag
from .test_afbouw import bevestig, spreek_af
from .test_terugmelding import lees, status


@pytest.fixture
def huishouden(cast):
    return huurder(cast, crediteur(cast))


def overzicht(cast, huishouden, maand=NOV):
    dossier, eenheid = huishouden
    return overzicht_van(dossier=dossier, eenheid=eenheid, maand=maand, door=cast.sociale_zaken, op=OP)


def klopt(inhoud) -> bool:
    return inhoud.leefgeld == sum(regel.bedrag for regel in inhoud.rekening)


def test_every_amount_adds_up_and_says_where_it_goes(cast, huishouden):
    _, eenheid = huishouden
    gegevens = {"soort": "INKOMEN", "omschrijving": "x", "bedrag": 15_000, "eerste_maand": NOV, "bron": "strook"}
    leg_post_vast(eenheid=eenheid, gegevens=gegevens, door=cast.sociale_zaken, op=OP)
    overbrug(cast, eenheid, 20_000, NOV)
    inhoud = overzicht(cast, huishouden)

    assert klopt(inhoud)
    assert [regel.naam for regel in inhoud.rekening] == [
        "Uw bijstand", "Eraf: inkomen", "Extra geld: bijzondere bijstand", "Wij betalen voor u",
    ]  # fmt: skip
    assert [(b.soort, b.crediteur, b.bedrag) for b in inhoud.betalingen] == [
        ("Huur", "Woningstichting De Dijk", 61_235)
    ]
    assert (inhoud.tot_en_met, inhoud.betaaldag, inhoud.definitief) == ("2027-03-08", "", False)


def test_a_frozen_month_is_told_as_it_was_frozen(cast, huishouden):
    betaalt_zelf(cast)
    _, eenheid = huishouden
    leg_last(cast, eenheid, eenheid.lasten.get().crediteur, soort="energie", kenmerk="klant 7", bedrag=90_000)
    leg_vast(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    voor = overzicht(cast, huishouden, DEC)
    Bijstandsnorm.objects.update(bedrag=100_000)

    assert overzicht(cast, huishouden, DEC) == voor
    assert voor.definitief
    assert klopt(voor)
    assert voor.betaaldag == "2026-12-24"
    assert [(b.soort, b.tekort) for b in voor.betalingen] == [("Huur", 0), ("Gas en stroom", 16_386)]


@pytest.mark.parametrize("vastgesteld", [False, True])
def test_what_was_taken_over_stands_on_the_page_with_its_creditor_amount_and_since_when(cast, huishouden, vastgesteld):
    dossier, eenheid = huishouden
    huur = eenheid.lasten.get()
    leg_last(cast, eenheid, huur.crediteur, soort="energie", kenmerk="klant 7")
    water = leg_last(cast, eenheid, huur.crediteur, soort="water", kenmerk="klant 8")
    bevestig(spreek_af(huur, dossier, cast, vanaf_maand=DEC), dossier, cast, op=OP)
    spreek_af(water, dossier, cast, wie="vervalt", wijze="", vanaf_maand=DEC)
    if vastgesteld:
        leg_vast(gemeente=cast.gemeente, maand=DEC, door=cast.uitkeringsadministratie, op=OP)
    inhoud = overzicht(cast, huishouden, DEC)

    assert klopt(inhoud)
    assert (inhoud.definitief, [b.soort for b in inhoud.betalingen]) == (vastgesteld, ["Gas en stroom"])
    assert inhoud.zelf == (
        Zelfbetaling(soort="Huur", crediteur="Woningstichting De Dijk", bedrag=61_235, vanaf="2026-12-01"),
    )


def test_toeslagen_are_told_but_not_those_of_the_partner_himself(cast, huishouden):
    dossier, eenheid = huishouden
    leg_toeslag(cast, eenheid, verwacht_vanaf=date(2027, 2, 1))
    leg_toeslag(cast, eenheid, soort="KINDGEBONDEN_BUDGET", afgewezen_op=OP)
    leg_toeslag(cast, eenheid, soort="ZORGTOESLAG", dossier=dossier)
    assert [(t.soort, t.status) for t in overzicht(cast, huishouden).toeslagen] == [
        ("huurtoeslag", "NOG_NIET"),
        ("zorgtoeslag", "ONBEKEND"),
    ]


def test_no_page_for_a_month_in_which_the_gemeente_does_not_pay(cast, huishouden):
    with pytest.raises(OntzorgFout, match="betaalt de gemeente geen vaste lasten"):
        overzicht(cast, huishouden, date(2027, 4, 1))


def test_the_same_month_twice_is_one_paper_that_opens_from_the_dossier(cast, huishouden, inloggen):
    dossier, eenheid = huishouden
    client, adres = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/"
    assert client.post(f"{adres}maandoverzicht/", {"maand": "2030-01"}).status_code == 302
    assert not Document.objects.filter(soort="maandoverzicht").exists()
    for _ in range(2):
        maak_maandoverzicht(dossier=dossier, eenheid=eenheid, maand=NOV, door=cast.sociale_zaken, op=OP)

    papier = Document.objects.get(soort="maandoverzicht")
    assert papier.titel == "Maandoverzicht november 2026"
    assert papier.titel in client.get(f"{adres}prognose/").content.decode()


@pytest.mark.parametrize("daarna", ["", "ACSC"])
def test_what_the_bank_refused_or_contradicts_is_not_promised_until_it_is_settled(cast, daarna):
    betaalt_zelf(cast)
    dossier, eenheid = huurder(cast, crediteur(cast))
    leg_last(cast, eenheid, eenheid.lasten.get().crediteur, soort="energie", kenmerk="klant 7")
    batch = vrijgegeven(cast, OKT)
    assert overzicht(cast, (dossier, eenheid), OKT).uitzoeken == 0
    lees(cast, batch, status(batch, stand="PART", r0="RJCT", r1="ACSC"))
    if daarna:
        lees(cast, batch, status(batch, nummer="BANK-2", stand="PART", r0=daarna, r1="ACSC"))
    blad = overzicht(cast, (dossier, eenheid), OKT)
    assert ([b.uitzoeken for b in blad.betalingen], blad.uitzoeken) == ([True, False], 1)

    if not daarna:
        run(cast, OKT)
        assert overzicht(cast, (dossier, eenheid), OKT).uitzoeken == 0
