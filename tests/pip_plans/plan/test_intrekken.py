"""Withdrawing a decided PIP: one proposes, another decides, and the inburgeraar gets a letter of its own."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Kanaal
from cases.models import Beschikking
from pip_plans.plan.enums import Intrekkingsgrond, Wijzigingssoort
from pip_plans.plan.models import Intrekking, Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.intrekken import (
    maak_intrekking_bekend,
    stel_intrekken_voor,
    stel_intrekking_vast,
    wijs_intrekken_af,
)
from pip_plans.plan.services.wijzigen import begin_wijziging
from pip_plans.plan.services.wijzigingsregels import Wijzigingsvraag

from .hulp import vastgesteld_pip, zet_document_gereed

LATER = date(2027, 3, 1)


@pytest.fixture
def besloten(cast) -> Pip:
    return Pip.objects.get(pk=vastgesteld_pip(cast).pk)


@pytest.fixture
def voorstel(besloten, cast) -> Intrekking:
    return stel_intrekken_voor(
        pip=besloten, grond=Intrekkingsgrond.ONTERECHT, motivering="Het PIP was voor iemand anders bedoeld.",
        door=cast.consulent, op=LATER,
    )  # fmt: skip


def test_a_proposal_changes_nothing_yet(besloten, voorstel, cast):
    assert (voorstel.stand, voorstel.beschikking) == ("voorgesteld", None)
    besloten.beschikking.refresh_from_db()
    assert besloten.beschikking.status == "vastgesteld"
    with pytest.raises(PlanFout, match="al een voorstel"):
        stel_intrekken_voor(pip=besloten, grond="anders", motivering="x", door=cast.consulent, op=LATER)
    with pytest.raises(IntegrityError, match="intrekking_een_voorstel"), transaction.atomic():
        Intrekking.objects.create(
            pip=besloten, grond="anders", motivering="x", opgesteld_door=cast.consulent, opgesteld_op=LATER
        )


def test_a_proposal_waits_in_the_pile_of_who_may_decide_on_it(voorstel, cast, inloggen):
    kop = "Voorstellen om een PIP in te trekken"
    gezien = [kop in inloggen(wie).get("/diemen/").text for wie in (cast.tweede_lezer, cast.teamleider, cast.consulent)]
    assert gezien == [True, True, False]

    wijs_intrekken_af(intrekking=voorstel, opmerkingen="Het klopt wel.", door=cast.tweede_lezer, op=LATER)
    assert kop not in inloggen(cast.tweede_lezer).get("/diemen/").text


def test_a_proposal_has_reasons(besloten, cast):
    with pytest.raises(PlanFout, match=r"art\. 3:46 Awb"):
        stel_intrekken_voor(pip=besloten, grond="anders", motivering=" ", door=cast.consulent, op=LATER)


def test_deciding_ends_the_pip_with_a_number_and_a_letter_of_its_own(besloten, voorstel, cast):
    besluit = stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)

    besloten.beschikking.refresh_from_db()
    assert (besluit.nummer, besluit.soort, besluit.vervangt) == (
        "INT-2027-0001", "pip_intrekking", besloten.beschikking,
    )  # fmt: skip
    assert besloten.beschikking.status == "ingetrokken"
    assert (besluit.inhoud["oud_nummer"], besluit.inhoud["grond"]) == (
        "PIP-2026-0001", "het PIP is ten onrechte vastgesteld",
    )  # fmt: skip
    assert besluit.inhoud["motivering"] == ["Het PIP was voor iemand anders bedoeld."]
    assert besluit.inhoud["bezwaar"]["rechtbank"]


def test_deciding_twice_gives_the_same_decision(voorstel, cast):
    een = stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)

    assert stel_intrekking_vast(intrekking=voorstel, door=cast.teamleider, op=LATER) == een
    assert Beschikking.objects.count() == 2


def test_the_three_years_stay_where_they_are(besloten, voorstel, cast):
    stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)

    assert besloten.dossier.termijnen.open().get(soort="INBURGERINGSTERMIJN").laatste_dag == date(2029, 11, 20)


def test_who_proposed_it_does_not_decide_and_nobody_without_the_role(besloten, cast):
    eigen = stel_intrekken_voor(pip=besloten, grond="anders", motivering="x", door=cast.teamleider, op=LATER)
    with pytest.raises(PlanFout, match="kan haar niet zelf vaststellen"):
        stel_intrekking_vast(intrekking=eigen, door=cast.teamleider, op=LATER)
    for ander in (cast.collega, cast.buitenstaander):
        with pytest.raises(PlanFout, match="Alleen een tweede lezer of teamleider"):
            stel_intrekking_vast(intrekking=eigen, door=ander, op=LATER)


def test_a_proposal_that_is_set_aside_leaves_the_pip_and_can_be_followed_by_another(besloten, voorstel, cast):
    with pytest.raises(PlanFout, match="waarom het PIP blijft gelden"):
        wijs_intrekken_af(intrekking=voorstel, opmerkingen="", door=cast.tweede_lezer, op=LATER)
    for _ in range(2):
        wijs_intrekken_af(intrekking=voorstel, opmerkingen="Het klopt wel.", door=cast.tweede_lezer, op=LATER)

    with pytest.raises(PlanFout, match="niet overgenomen"):
        stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)
    stel_intrekken_voor(pip=besloten, grond="anders", motivering="x", door=cast.consulent, op=LATER)
    soorten = list(besloten.dossier.gebeurtenissen.filter(soort__startswith="PIP_INTREKKING").values_list("soort"))
    assert len(soorten) == 3
    redenen = besloten.dossier.gebeurtenissen.filter(soort__startswith="PIP_INTREKKING").values_list("toelichting")
    assert set(redenen) == {("",)}, "the history is read by everybody who may open the dossier"


def test_a_change_and_a_withdrawal_wait_for_each_other(besloten, voorstel, cast):
    vraag = Wijzigingsvraag(soort=Wijzigingssoort.VERSCHRIJVING, reden="x")
    with pytest.raises(PlanFout, match="voorstel om dit PIP in te trekken"):
        begin_wijziging(vorige=besloten, vraag=vraag, door=cast.consulent, op=LATER)
    wijs_intrekken_af(intrekking=voorstel, opmerkingen="nee", door=cast.tweede_lezer, op=LATER)
    begin_wijziging(vorige=besloten, vraag=vraag, door=cast.consulent, op=LATER)

    with pytest.raises(PlanFout, match="concept voor een nieuwe versie"):
        stel_intrekken_voor(pip=besloten, grond="anders", motivering="x", door=cast.consulent, op=LATER)


def test_a_withdrawal_is_made_known_and_has_its_own_bezwaartermijn(voorstel, cast):
    with pytest.raises(PlanFout, match="nog niet vastgesteld"):
        maak_intrekking_bekend(intrekking=voorstel, datum=LATER, kanaal=Kanaal.POST, door=None, op=LATER)
    besluit = stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)
    zet_document_gereed(besluit.document)
    voorstel.refresh_from_db()
    maak_intrekking_bekend(intrekking=voorstel, datum=LATER, kanaal=Kanaal.POST, door=None, op=LATER)

    termijn = besluit.dossier.termijnen.open().get(soort="BEZWAAR")
    assert (termijn.aanleiding, termijn.laatste_dag) == ("INT-2027-0001", date(2027, 4, 12))
