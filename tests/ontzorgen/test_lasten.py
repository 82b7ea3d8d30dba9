"""Ending and changing a fixed cost beside the months that were frozen."""

from datetime import date

import pytest

from cases.instellingen import SOORTEN
from ontzorgen.models import Ontzorgbesluit
from ontzorgen.services.afbouw import bevestig_overname, spreek_overname_af
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasten import beeindig_last, leg_overbrugging_vast, leg_post_vast, wijzig_last
from ontzorgen.services.maandrun import leg_vast, voorstel

from .bouw import leg_last, overbrug
from .bouw_betaling import DEC, IBANS, NOV, OKT, OP, crediteur, huurder, kies, ontzorgd

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
        beeindig_last(last=huur, laatste_maand=OKT, door=cast.consulent, op=OP)

    assert fout.value.veld == "laatste_maand"
    assert beeindig_last(last=huur, laatste_maand=NOV, door=cast.consulent, op=OP).laatste_maand == NOV


def test_ending_never_opens_a_cost_again_that_was_replaced_or_had_ended(cast, huur):
    nieuw = wijzig_last(
        last=huur, vanaf_maand=DEC, gegevens={"bedrag": 63_000, "kenmerk": "contract 12"}, door=cast.consulent, op=OP
    )
    with pytest.raises(OntzorgFout, match="Beëindig de laatste regel"):
        beeindig_last(last=huur, laatste_maand=JAN, door=cast.consulent, op=OP)
    beeindig_last(last=nieuw, laatste_maand=DEC, door=cast.consulent, op=OP)
    with pytest.raises(OntzorgFout, match="eindigt al in december 2026"):
        beeindig_last(last=nieuw, laatste_maand=JAN, door=cast.consulent, op=OP)

    assert beeindig_last(last=nieuw, laatste_maand=DEC, door=cast.consulent, op=OP).laatste_maand == DEC


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

    with pytest.raises(OntzorgFout, match="alleen uit een besluit") as fout:
        leg_post_vast(eenheid=eenheid, gegevens=gegevens, door=cast.sociale_zaken, op=OP)
    assert (fout.value.veld, eenheid.posten.count()) == ("soort", 0)

    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)
    overbrug(cast, eenheid, 20_000, DEC)
    with pytest.raises(OntzorgFout, match="November 2026 is al vastgesteld"):
        overbrug(cast, eenheid, 20_000, NOV)
    assert [(post.bedrag, post.eerste_maand, post.bron[:7]) for post in eenheid.posten.all()] == [
        (20_000, DEC, "besluit")
    ]


def test_a_decision_that_grants_nothing_or_is_of_somebody_else_gives_no_overbrugging(cast, eenheid):
    ander = ontzorgd(cast)[1]
    overbrug(cast, eenheid, 20_000, DEC)
    van_56a, toegekend = (Ontzorgbesluit.objects.filter(dossier__uitkeringseenheden__eenheid=eenheid, soort=soort).get()
                          for soort in ("56a", "bijzonder"))  # fmt: skip
    voorgesteld = Ontzorgbesluit(dossier=toegekend.dossier, soort="bijzonder", toegekend=True, bedrag=1, vanaf=DEC)
    geen, niet_hier = "kent geen overbrugging toe", "niet bij de uitkeringseenheid hoort"
    for wie, besluit, zin in ((eenheid, van_56a, geen), (eenheid, voorgesteld, geen), (ander, toegekend, niet_hier)):
        with pytest.raises(OntzorgFout, match=zin):
            leg_overbrugging_vast(eenheid=wie, besluit=besluit, door=cast.sociale_zaken)


@pytest.mark.parametrize(
    ("soort", "bedrag", "zin"),
    [("huur", 200_001, "Huur van meer dan € 2.000,00 per maand"), ("water", 20_001, "Water van meer dan € 200,00")],
)
def test_an_amount_that_is_unlikely_for_its_kind_is_refused_at_its_field(cast, eenheid, huur, soort, bedrag, zin):
    with pytest.raises(OntzorgFout) as fout:
        leg_last(cast, eenheid, huur.crediteur, soort=soort, kenmerk="k 9", bedrag=bedrag)
    assert zin in str(fout.value).replace("\xa0", " ")
    assert fout.value.veld == "bedrag"
    assert leg_last(cast, eenheid, huur.crediteur, soort=soort, kenmerk="k 9", bedrag=bedrag - 1).pk

    if soort == "huur":
        with pytest.raises(OntzorgFout, match="kijk of de komma"):
            wijzig_last(last=huur, vanaf_maand=DEC, gegevens={"bedrag": bedrag}, door=cast.consulent, op=OP)
        kies(cast.gemeente, grenzen=["huur: 2500 euro"])
        assert wijzig_last(last=huur, vanaf_maand=DEC, gegevens={"bedrag": bedrag}, door=cast.consulent, op=OP).pk


def test_a_machtiging_is_recorded_later_but_not_before_it_was_signed(cast, huur):
    met = {"last": huur, "vanaf_maand": DEC, "door": cast.consulent, "op": OP}
    with pytest.raises(OntzorgFout, match="nog niet is getekend") as fout:
        wijzig_last(gegevens={"machtiging_op": date(2026, 11, 21)}, **met)
    assert fout.value.veld == "machtiging_op"
    assert wijzig_last(gegevens={"machtiging_op": OP}, **met).machtiging_op == OP


@pytest.mark.parametrize(
    ("regels", "goed"),
    [(["huur: 2000 euro"], True), ([], True), (["huur: veel"], False), (["huur: 1 euro", "huur: 2 euro"], False)],
)
def test_a_limit_that_cannot_be_read_is_refused_where_it_is_set(regels, goed):
    assert (SOORTEN["ontzorgen_grenzen"].controleer(regels) == "") is goed


def test_a_machtiging_for_one_creditor_does_not_move_to_another(cast):
    getekend = date(2026, 9, 10)
    huur = huurder(cast, crediteur(cast), machtiging_op=getekend)[1].lasten.get()
    ander = crediteur(cast, "Polderstroom", IBANS[1])
    gegevens = {"crediteur": ander, "machtiging_op": getekend}
    wie = {"door": cast.consulent, "op": OP}
    with pytest.raises(OntzorgFout, match="getekend voor een andere crediteur") as fout:
        wijzig_last(last=huur, vanaf_maand=DEC, gegevens=gegevens, **wie)

    assert fout.value.veld == "machtiging_op"
    assert (
        wijzig_last(last=huur, vanaf_maand=DEC, gegevens=gegevens | {"machtiging_op": None}, **wie).crediteur == ander
    )
