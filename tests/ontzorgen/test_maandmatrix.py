"""Person × kind over three months: what stands where, what ends when, and who is named."""

from datetime import date

import pytest

from cases.models import Dossier
from cases.services.inzage import inzagen_van
from cases.toegang import Actie
from ontzorgen.services.afbouw import bevestig_overname, spreek_overname_af
from ontzorgen.services.afrekening import Maandrekening
from ontzorgen.services.besluiten import stel_vast
from ontzorgen.services.betaalruns import neem_uit
from ontzorgen.services.betaalstops import stop_betalingen
from ontzorgen.services.crediteuren import bewaar_crediteur
from ontzorgen.services.lasten import beeindig_last
from ontzorgen.services.maandmatrix import Stand, einden, in_maanden, maandmatrix
from ontzorgen.services.maandrun import leg_vast
from ontzorgen.services.voorstellen import stel_afwijking_voor
from tests.fabriek import aangesteld, asielstatushouder

from .bouw import leg_last, maak_eenheid
from .bouw_betaling import DEC, NOV, OP, betaalt_zelf, crediteur, huurder, run, vrijgegeven
from .hulp import kaal

JAN = date(2027, 1, 1)
MAANDEN = (NOV, DEC, JAN)


@pytest.fixture
def landlord(cast):
    return crediteur(cast)


def standen(dossier: Dossier, op: date = OP) -> dict[str, list[list[Stand]]]:
    """Per kind the stands of each month."""
    soorten, (rij,) = maandmatrix([dossier], MAANDEN, op=op)
    return {
        soort.code: [[regel.stand for regel in vak.standen] for vak in cel]
        for soort, cel in zip(soorten, rij.cellen, strict=True)
    }


def test_a_cell_follows_a_cost_from_expected_to_paid(cast, landlord):
    betaalt_zelf(cast)
    dossier, _ = huurder(cast, landlord)
    assert standen(dossier) == {"huur": [[Stand.VERWACHT]] * 3}

    vrijgegeven(cast)
    assert standen(dossier)["huur"] == [[Stand.IN_RUN], [Stand.VERWACHT], [Stand.VERWACHT]]
    dossier.uitkeringseenheden.get().eenheid.lasten.get().verplichtingen.get().pogingen.update(stand="uitgevoerd")
    assert standen(dossier)["huur"][0] == [Stand.BETAALD]


def test_where_the_benefit_system_pays_a_frozen_month_is_withheld_and_what_did_not_fit_stands_out(cast, landlord):
    dossier, eenheid = huurder(cast, landlord, bedrag=140_000)
    leg_last(cast, eenheid, landlord, soort="energie", kenmerk="klant 7", bedrag=10_000)
    leg_vast(gemeente=cast.gemeente, maand=NOV, door=cast.uitkeringsadministratie, op=OP)

    assert standen(dossier) == {
        "huur": [[Stand.VASTGESTELD], [Stand.TE_WEINIG], [Stand.TE_WEINIG]],
        "energie": [[Stand.NIET_BETAALD], [Stand.TE_WEINIG], [Stand.TE_WEINIG]],
    }


def test_a_shortage_and_a_unit_that_does_not_go_along_stand_out_before_the_month_is_fixed(cast, landlord):
    dossier, eenheid = huurder(cast, landlord, bedrag=140_000)
    leg_last(cast, eenheid, landlord, soort="energie", kenmerk="klant 7", bedrag=10_000)
    _, (rij,) = maandmatrix([dossier], (NOV,), op=OP)
    tekort = Maandrekening(eenheid).maand(NOV).tekorten
    assert {regel.stand for cel in rij.cellen for regel in cel[0].standen if regel.stand.let_op} == {Stand.TE_WEINIG}
    regels = [regel for cel in rij.cellen for regel in cel[0].standen if regel.stand is Stand.TE_WEINIG]
    assert [(regel.bedrag, regel.gevraagd) for regel in regels] == [(x.betaald, x.last.bedrag) for x in tekort]
    stop_betalingen(dossier=dossier, reden="fraude", door=cast.sociale_zaken, op=OP)
    assert cel(dossier)[:2] == (Stand.GAAT_NIET_MEE, 0)


def test_after_the_period_the_household_pays_itself(cast, landlord):
    dossier, _ = huurder(cast, landlord)
    _, (rij,) = maandmatrix([dossier], (date(2027, 3, 1), date(2027, 4, 1)), op=OP)
    assert [vak.standen[0].stand for vak in rij.cellen[0]] == [Stand.VERWACHT, Stand.ZELF]
    assert rij.einde == date(2027, 3, 8)


def cel(dossier: Dossier, maand: date = NOV) -> tuple[Stand, int, int, str]:
    """The one cost of this person in this month."""
    _, (rij,) = maandmatrix([dossier], (maand,), op=OP)
    return rij.cellen[0][0].standen[0]


def test_what_is_withheld_and_cannot_be_paid_stands_out_with_its_reason(cast, landlord):
    betaalt_zelf(cast)
    dossier, _ = huurder(cast, landlord)
    zonder = bewaar_crediteur(gemeente=cast.gemeente, gegevens={"naam": "Nieuwe verhuurder"})
    ander, _ = huurder(cast, zonder, kenmerk="contract 12")
    batch = run(cast)
    assert cel(ander) == (Stand.NIET_TE_BETALEN, 0, 61_235, "Er is nog geen rekening van de crediteur goedgekeurd.")
    assert cel(dossier) == (Stand.IN_RUN, 61_235, 61_235, "")

    neem_uit(poging=batch.pogingen.get(), reden="meter klopt niet", op=OP)
    assert cel(dossier) == (Stand.UITGENOMEN, 0, 61_235, "meter klopt niet")
    stop_betalingen(dossier=dossier, reden="fraude", door=cast.sociale_zaken, op=OP)
    assert cel(dossier) == (Stand.UITGENOMEN, 0, 61_235, "De betalingen zijn gestopt.")


def test_after_a_takeover_the_household_pays_itself_and_a_decision_on_one_month_shows_its_amount(cast, landlord):
    dossier, eenheid = huurder(cast, landlord)
    collega, last = aangesteld(cast.gemeente, "sociale_zaken"), eenheid.lasten.get()
    for maand, bedrag in ((NOV, 30_000), (DEC, 0)):
        voorstel = stel_afwijking_voor(dossier=dossier, last=last, maand=maand, bedrag=bedrag, motivering="Te veel.",
                                       door=cast.sociale_zaken, op=OP)  # fmt: skip
        nummer = stel_vast(besluit=voorstel, door=collega, op=OP).nummer
    overname = {"wie": "inburgeraar", "naam": "", "wijze": "incasso", "vanaf_maand": JAN}
    wie = {"dossier": dossier, "door": cast.sociale_zaken, "op": OP}
    afspraak = spreek_overname_af(last=last, gegevens=overname, **wie)

    stand, bedrag, _, reden = cel(dossier)
    assert (stand, bedrag) == (Stand.VERWACHT, 30_000)
    assert kaal(reden).startswith("In plaats van € 612,35, besluit ONT-2026-")
    assert cel(dossier, DEC)[:2] == (Stand.VOLGENS_BESLUIT, 0)
    assert cel(dossier, DEC).reden.endswith(f"{nummer}.")
    assert cel(dossier, JAN) == (Stand.GAAT_NIET_MEE, 0, 61_235, "")  # agreed, and not seen yet
    bevestig_overname(overname=afspraak, datum=OP, bewijs="afschrift", **wie)
    assert cel(dossier, JAN) == (Stand.ZELF, 61_235, 61_235, "")


def test_a_cost_of_one_partner_stands_in_his_row_only(cast, landlord):
    een, ander = (
        asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
        for _ in range(2)
    )
    eenheid = maak_eenheid(cast, een)
    eenheid.leden.create(dossier=ander, vanaf=date(2026, 9, 9))
    leg_last(cast, eenheid, landlord)
    leg_last(cast, eenheid, landlord, soort="zorgverzekering", kenmerk="polis 1", dossier=ander)

    assert [len(vakken) for vakken in standen(een)["huur"]] == [1, 1, 1]
    assert "zorgverzekering" not in standen(een)
    assert [len(vakken) for vakken in standen(ander)["zorgverzekering"]] == [1, 1, 1]


def test_what_ends_in_these_months_is_told_in_order(cast, landlord):
    dossier, eenheid = huurder(cast, landlord)
    beeindig_last(last=eenheid.lasten.get(), laatste_maand=DEC, door=cast.consulent, op=OP)
    zichtbaar = Dossier.objects.zichtbaar_voor(cast.sociale_zaken, cast.gemeente, OP, Actie.ONTZORGEN_LEZEN)

    assert [(einde.dag, einde.wat) for einde in einden(zichtbaar, MAANDEN)] == [
        (date(2026, 12, 31), "Huur: Woningstichting De Dijk")
    ]
    gevonden = einden(zichtbaar, (JAN, date(2027, 2, 1), date(2027, 3, 1)))
    assert [(einde.dag, einde.wat) for einde in gevonden] == [(date(2027, 3, 8), "ontzorgen")]
    assert list(in_maanden(zichtbaar, (date(2027, 4, 1),))) == []
    assert list(in_maanden(zichtbaar, MAANDEN)) == [dossier]


def test_what_ends_is_asked_at_once_for_everybody_and_only_of_who_may_be_seen(
    cast, uithoorn, landlord, django_assert_num_queries
):
    for nummer in range(3):
        huurder(cast, landlord, kenmerk=f"contract {nummer}", laatste_maand=DEC)
    zichtbaar = Dossier.objects.zichtbaar_voor(cast.sociale_zaken, cast.gemeente, OP, Actie.ONTZORGEN_LEZEN)
    with django_assert_num_queries(3):
        assert [einde.wat for einde in einden(zichtbaar, MAANDEN)] == ["Huur: Woningstichting De Dijk"] * 3
    elders = Dossier.objects.zichtbaar_voor(cast.buitenstaander, uithoorn, OP, Actie.ONTZORGEN_LEZEN)
    assert einden(elders, MAANDEN) == []


def test_the_page_names_nobody_who_is_protected_and_costs_the_same_for_many(
    cast, landlord, inloggen, django_assert_max_num_queries
):
    dossier, _ = huurder(cast, landlord)
    beschermd, _ = huurder(cast, landlord, kenmerk="contract 12", laatste_maand=DEC)
    beschermd.extra_beschermd = True
    beschermd.save(update_fields=["extra_beschermd"])
    client = inloggen(cast.sociale_zaken)
    with django_assert_max_num_queries(40):
        pagina = client.get("/diemen/ontzorgen/maanden/?vanaf=2026-11").content.decode()

    assert dossier.nummer in pagina
    assert beschermd.nummer not in pagina
    assert "verwacht" in pagina
    assert "ontzorgen per maand" in {rij.wat for rij in inzagen_van(dossier)}
    assert not inzagen_van(beschermd)
    assert client.get("/diemen/ontzorgen/maanden/?vanaf=onzin").status_code == 200
