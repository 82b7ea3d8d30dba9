"""A decision to pay another amount moves that amount in its month, and in no other."""

import pytest

from cases.enums import Rol
from ontzorgen.models import Betaalverplichting, Maandafrekening
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasten import beeindig_last, wijzig_last
from ontzorgen.services.maandoverzicht import overzicht_van
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.voorstellen import stel_afwijking_voor
from tests.fabriek import aangesteld

from .bouw_betaling import DEC, NOV, OKT, OP, betaalt_zelf, crediteur, huurder, run
from .hulp import kaal


@pytest.fixture
def collega(cast):
    return aangesteld(cast.gemeente, Rol.SOCIALE_ZAKEN)


@pytest.fixture
def huis(cast):
    betaalt_zelf(cast)
    return huurder(cast, crediteur(cast))


@pytest.fixture
def last(huis):
    return huis[1].lasten.get()


def stel_voor(cast, huis, maand=NOV, bedrag=30_000, **anders):
    dossier, eenheid = huis
    gegevens = {"last": eenheid.lasten.first(), "motivering": "Er is te veel betaald.", "door": cast.sociale_zaken}
    return stel_afwijking_voor(dossier=dossier, maand=maand, bedrag=bedrag, op=OP, **gegevens | anders)


def betaald(eenheid, maand):
    afrekening = Maandrekening(eenheid).maand(maand)
    return afrekening.totaal_betaald, afrekening.leefgeld


@pytest.mark.parametrize("bedrag", [0, 30_000, 70_000])
def test_the_month_pays_what_was_decided_and_the_leefgeld_follows(cast, huis, collega, bedrag):
    eenheid = huis[1]
    gewoon, leefgeld = betaald(eenheid, NOV)
    voorstel = stel_voor(cast, huis, bedrag=bedrag)
    assert betaald(eenheid, NOV) == (gewoon, leefgeld)  # a proposal pays nothing

    stel_vast(besluit=voorstel, door=collega, op=OP)
    assert betaald(eenheid, NOV) == (bedrag, leefgeld + gewoon - bedrag)
    assert betaald(eenheid, DEC) == betaald(eenheid, OKT) == (gewoon, leefgeld)


def test_the_run_sends_the_decided_amount_and_says_by_which_decision(cast, huis, collega):
    besluit = stel_vast(besluit=stel_voor(cast, huis), door=collega, op=OP)
    poging = run(cast).pogingen.get()

    assert poging.cents == 30_000
    assert f"In plaats van € 612,35, volgens besluit {besluit.nummer}." in kaal(poging.verplichting.zin)
    beeld = overzicht_van(dossier=huis[0], eenheid=huis[1], maand=NOV, door=cast.sociale_zaken, op=OP)
    assert [(regel.bedrag, regel.tekort) for regel in beeld.betalingen] == [(30_000, 0)]


def test_nothing_to_pay_that_month_is_frozen_as_nothing_and_the_next_month_pays(cast, huis, collega):
    stel_vast(besluit=stel_voor(cast, huis, bedrag=0), door=collega, op=OP)
    for maand in (NOV, DEC):
        leg_vast(gemeente=cast.gemeente, maand=maand, door=cast.sociale_zaken, op=OP)

    assert list(Maandafrekening.objects.order_by("pk").values_list("lasten", flat=True)) == [0, 61_235]
    assert Betaalverplichting.objects.get().maand == DEC


def test_a_month_that_is_frozen_takes_no_deviation_not_even_one_proposed_before(cast, huis, collega):
    eerder = stel_voor(cast, huis)
    run(cast)
    with pytest.raises(OntzorgFout, match=r"November 2026 is al vastgesteld.*Herrekenen"):
        stel_vast(besluit=eerder, door=collega, op=OP)
    with pytest.raises(OntzorgFout, match="al vastgesteld") as fout:
        stel_voor(cast, huis, bedrag=1)
    assert fout.value.veld == "maand"


def test_a_decision_that_was_revoked_counts_no_more(cast, huis, collega):
    besluit = stel_vast(besluit=stel_voor(cast, huis), door=collega, op=OP)
    type(besluit).objects.filter(pk=besluit.pk).update(status="vastgesteld")
    assert betaald(huis[1], NOV)[0] == 30_000
    last = huis[1].lasten.get()
    rij = last.afwijkingen.select_related("beschikking").get()
    rij.beschikking.status = "herroepen"
    assert not rij.telt


def test_only_a_cost_of_this_person_that_is_due_in_the_month(cast, huis, last):
    ander = huurder(cast, last.crediteur, kenmerk="contract 99")
    with pytest.raises(OntzorgFout, match="van iemand anders"):
        stel_voor(cast, huis, last=ander[1].lasten.get())
    beeindig_last(last=last, laatste_maand=NOV, door=cast.consulent, op=OP)
    with pytest.raises(OntzorgFout, match="In december 2026 betaalt de gemeente deze vaste last niet"):
        stel_voor(cast, huis, maand=DEC, last=huis[1].lasten.get())


def test_a_cost_is_not_replaced_under_a_decision_that_names_it(cast, huis, last, collega):
    stel_vast(besluit=stel_voor(cast, huis, maand=DEC), door=collega, op=OP)
    anders = {"bedrag": 65_000, "bron": "huurverhoging"}
    with pytest.raises(OntzorgFout, match="Kies januari 2027 of later"):
        wijzig_last(last=last, vanaf_maand=NOV, gegevens=anders, door=cast.consulent, op=OP)


def test_somebody_of_sociale_zaken_chooses_the_cost_on_the_page(cast, huis, last, inloggen):
    client, adres = (
        inloggen(cast.sociale_zaken),
        f"/diemen/dossiers/{huis[0].nummer}/ontzorgen/besluiten/nieuw/afwijking/",
    )
    pagina = kaal(client.get(adres).content.decode())
    assert "Huur: Woningstichting De Dijk, € 612,35 vanaf oktober 2026" in pagina
    antwoord = client.post(adres, {"last": last.pk, "maand": "12-2099", "bedrag": "0", "motivering": "x"})
    assert antwoord.status_code == 422
