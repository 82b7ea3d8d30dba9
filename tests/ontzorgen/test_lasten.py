"""Ending and changing a fixed cost beside the months that were frozen."""

from datetime import date

import pytest

from ontzorgen.services.afbouw import bevestig_overname, spreek_overname_af
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasten import beeindig_last, leg_post_vast, wijzig_last
from ontzorgen.services.maandrun import leg_vast, voorstel

from .bouw_betaling import DEC, NOV, OKT, OP, crediteur, huurder

JAN = date(2027, 1, 1)


@pytest.fixture
def eenheid(cast):
    _, eenheid = huurder(cast, crediteur(cast))
    return eenheid


@pytest.fixture
def huur(eenheid):
    return eenheid.lasten.get()


def test_a_cost_ends_no_earlier_than_the_last_month_that_was_frozen_with_it(cast, huur):
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld en gaat toch uit") as fout:
        beeindig_last(last=huur, laatste_maand=OKT)

    assert fout.value.veld == "laatste_maand"
    assert beeindig_last(last=huur, laatste_maand=NOV).laatste_maand == NOV


def test_ending_never_opens_a_cost_again_that_was_replaced_or_had_ended(cast, huur):
    nieuw = wijzig_last(
        last=huur, vanaf_maand=DEC, gegevens={"bedrag": 63_000, "kenmerk": "contract 12"}, door=cast.consulent
    )
    with pytest.raises(OntzorgFout, match="Beëindig de laatste regel"):
        beeindig_last(last=huur, laatste_maand=JAN)
    beeindig_last(last=nieuw, laatste_maand=DEC)
    with pytest.raises(OntzorgFout, match="eindigt al in december 2026"):
        beeindig_last(last=nieuw, laatste_maand=JAN)

    assert beeindig_last(last=nieuw, laatste_maand=DEC).laatste_maand == DEC


@pytest.mark.parametrize("wie", ["inburgeraar", "vervalt"])
def test_a_cost_that_was_taken_over_is_not_paid_from_that_month_on(cast, eenheid, huur, wie):
    gegevens = {"wie": wie, "naam": "", "wijze": "" if wie == "vervalt" else "incasso", "vanaf_maand": DEC}
    wij = {"dossier": eenheid.leden.get().dossier, "door": cast.sociale_zaken, "op": OP}
    overname = spreek_overname_af(last=huur, gegevens=gegevens, **wij)
    if wie == "inburgeraar":
        assert Maandrekening(eenheid).maand(DEC, voorlopig=True).totaal_betaald == 61_235
        bevestig_overname(overname=overname, datum=OP, bewijs="afschrift gezien", **wij)

    (november,), (december,) = (list(voorstel(cast.gemeente, maand, op=OP)) for maand in (NOV, DEC))
    assert (november.totaal, december.totaal) == (61_235, 0)
    assert "betaalt de gemeente dit niet meer vanaf december 2026" in december.redenen[0]
    rekening = Maandrekening(eenheid)
    assert [rekening.maand(m, voorlopig=True).totaal_betaald for m in (NOV, DEC)] == [61_235, 0]


def test_an_overbrugging_comes_from_a_decision_alone_and_never_into_a_month_that_was_frozen(cast, eenheid, inloggen):
    gegevens = {"soort": "OVERBRUGGING", "omschrijving": "eerste maanden", "bedrag": 20_000, "eerste_maand": NOV,
                "bron": "BB-2026-3"}  # fmt: skip
    adres = f"/diemen/dossiers/{eenheid.leden.get().dossier.nummer}/ontzorgen/posten/nieuw/"
    antwoord = inloggen(cast.sociale_zaken).post(adres, gegevens | {"bedrag": "200", "eerste_maand": "12-2026"})
    assert (antwoord.status_code, eenheid.posten.count()) == (422, 0)

    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld"):
        leg_post_vast(eenheid=eenheid, gegevens=gegevens, door=cast.sociale_zaken)
    assert leg_post_vast(eenheid=eenheid, gegevens=gegevens | {"eerste_maand": DEC}, door=cast.sociale_zaken).pk
