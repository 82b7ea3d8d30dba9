"""Withdrawing a decided PIP: one proposes, another decides, and the inburgeraar gets a letter of its own."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Kanaal
from cases.models import Beschikking
from inburgering.recht.feiten import FeitSoort
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
from tests.conftest import VANDAAG
from tests.fabriek import leg_vast

from .hulp import vastgesteld_pip, zet_document_gereed
from .wijziging import beslis_herroepen, verzend

LATER = date(2027, 3, 1)


@pytest.fixture
def besloten(cast) -> Pip:
    pip = vastgesteld_pip(cast)
    verzend(pip.beschikking, VANDAAG)
    return Pip.objects.get(pk=pip.pk)


@pytest.fixture
def voorstel(besloten, cast) -> Intrekking:
    return stel_intrekken_voor(
        pip=besloten, grond=Intrekkingsgrond.ONTERECHT, motivering="Het PIP was voor iemand anders bedoeld.",
        door=cast.consulent, op=LATER,
    )  # fmt: skip


def test_a_proposal_changes_nothing_yet(besloten, voorstel, cast):
    assert (voorstel.stand, voorstel.beschikking) == ("voorgesteld", None)
    besloten.beschikking.refresh_from_db()
    assert besloten.beschikking.status == "bekendgemaakt"
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


def test_the_pip_ends_once_the_decision_is_sent_with_a_number_and_a_letter_of_its_own(besloten, voorstel, cast):
    besluit = stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)

    besloten.beschikking.refresh_from_db()
    assert (besluit.nummer, besluit.soort, besluit.vervangt) == (
        "INT-2027-0001", "pip_intrekking", besloten.beschikking,
    )  # fmt: skip
    assert besloten.beschikking.status == "bekendgemaakt"
    verzend(besluit)
    besloten.beschikking.refresh_from_db()
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

    termijn = besluit.dossier.termijnen.open().get(soort="BEZWAAR", aanleiding="INT-2027-0001")
    assert (termijn.aanleiding, termijn.laatste_dag) == ("INT-2027-0001", date(2027, 4, 12))


def test_what_is_not_sent_yet_does_not_hold_and_cannot_be_withdrawn(cast):
    with pytest.raises(PlanFout, match="nog niet verzonden en geldt dus nog niet"):
        stel_intrekken_voor(pip=vastgesteld_pip(cast), grond="anders", motivering="x", door=cast.consulent, op=LATER)


def test_when_the_withdrawal_is_herroepen_the_pip_stands_again_and_may_be_withdrawn_anew(besloten, voorstel, cast):
    intrekking = stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER)
    intrekking = verzend(intrekking)
    verzend(beslis_herroepen(cast, intrekking))

    pip = Pip.objects.get(pk=besloten.pk)
    assert (pip.beschikking.status, pip.beschikking.bekendgemaakt_op) == ("bekendgemaakt", VANDAAG)
    stel_intrekken_voor(pip=pip, grond="anders", motivering="x", door=cast.consulent, op=LATER)


def test_after_the_end_of_the_plicht_no_new_pip_is_offered(besloten, cast, inloggen):
    klaar = {"pip": besloten, "motivering": "U bent klaar.", "door": cast.consulent, "op": VANDAAG}
    for grond, feit in (("einde_plicht", "Einde van de inburgeringsplicht"), ("verhuisd", "Vertrek uit de gemeente")):
        with pytest.raises(PlanFout, match=f"Leg eerst het feit ‘{feit}’"):
            stel_intrekken_voor(grond=Intrekkingsgrond(grond), **klaar)
    leg_vast(besloten.dossier, FeitSoort.EINDE_PLICHT, VANDAAG)
    eind = stel_intrekken_voor(grond=Intrekkingsgrond.EINDE_PLICHT, **klaar)
    verzend(stel_intrekking_vast(intrekking=eind, door=cast.tweede_lezer, op=VANDAAG), VANDAAG)

    tab = inloggen(cast.consulent).get(f"/diemen/dossiers/{besloten.dossier.nummer}/pip/").text
    assert "Nieuw PIP maken" not in tab
    assert "De inburgeringsplicht is geëindigd op 20 november 2026. Er komt geen nieuw PIP." in tab
    with pytest.raises(PlanFout, match="Er komt geen nieuw PIP"):
        begin_wijziging(
            vorige=Pip.objects.get(pk=besloten.pk), vraag=Wijzigingsvraag(soort=Wijzigingssoort.OPNIEUW, reden="x"),
            door=cast.consulent, op=LATER,
        )  # fmt: skip
