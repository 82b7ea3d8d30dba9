"""Handing somebody over to another gemeente: offering, accepting, refusing, withdrawing, and what goes along."""

from datetime import date

import pytest
from django.urls import reverse

from cases.enums import Dossierstatus
from cases.models import Document, Dossier
from cases.services.afsluiten import sluit_af
from cases.services.bescherming import bescherm
from cases.services.termijnen import dossierfeiten_van
from cases.services.vernietiging import vernietig
from inburgering.recht.afronding import geslaagd
from inburgering.recht.examens import Examenonderdeel, Niveau
from inburgering.recht.feiten import FeitSoort
from pip_plans.afronding.models import Gemeenteoverdracht
from pip_plans.afronding.services.fout import AfrondingFout
from pip_plans.afronding.services.overdracht import bied_aan, trek_in
from pip_plans.afronding.services.overname import aanvaard, weiger
from tests.fabriek import leg_vast, maak_dossier
from tests.pip_plans.afronding.test_examens import slaag
from tests.pip_plans.uitvoering.bouw import OP, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel

VERHUIST = date(2026, 11, 16)


@pytest.fixture(autouse=True)
def klok(time_machine):
    time_machine.move_to("2026-11-20 10:00+01:00", tick=False)


@pytest.fixture
def aanbod(cast, uithoorn):
    dossier = met_pip(cast)
    slaag(dossier)
    return bied(cast, dossier, uithoorn)


def bied(cast, dossier, naar=None, **anders):
    velden = {"vertrek_op": VERHUIST, "door": cast.consulent, "op": OP} | anders
    return bied_aan(dossier=dossier, naar=naar, **velden)


def neem(cast, aanbod, **anders):
    velden = {
        "gemeente": aanbod.naar, "nummer": aanbod.dossier.inburgeraar.v_nummer, "brp_op": date(2026, 11, 17),
        "boetes": False, "door": cast.buitenstaander, "op": OP,
    }  # fmt: skip
    return aanvaard(overdracht=aanbod, **velden | anders)


def test_who_is_taken_over_goes_on_with_pip_and_progress(cast, aanbod):
    nieuw = neem(cast, aanbod)
    feiten = dossierfeiten_van(nieuw)
    pip = feiten.eerste_pip

    assert (nieuw.gemeente.naam, nieuw.consulent) == ("Uithoorn", None)
    assert (pip.soort, pip.datum) == (FeitSoort.PIP_VORIGE_GEMEENTE, date(2026, 10, 30))
    assert (pip.tekst("gemeente"), pip.tekst("leerroute")) == ("Diemen", "B1")
    assert geslaagd(feiten, Examenonderdeel.LEZEN, Niveau.B1).tekst("volgens") == "de gemeente Diemen"
    assert nieuw.termijnen.open().get(soort="PIP").code == "PIP_VERHUIZING_10W"
    assert nieuw.termijnen.open().get(soort="INBURGERINGSTERMIJN").laatste_dag == date(2029, 10, 30)


def test_the_old_dossier_ends_and_closes_and_names_nobody_of_the_other_gemeente(cast, aanbod):
    neem(cast, aanbod)
    oud = Dossier.objects.get(pk=aanbod.dossier.pk)
    stappen = oud.gebeurtenissen.filter(soort__in=["OVERDRACHT_AANVAARD", "VERTREK", "DOSSIER_AFGESLOTEN"])

    assert oud.status == Dossierstatus.AFGESLOTEN
    assert not oud.termijnen.open().filter(soort__in=["INBURGERINGSTERMIJN", "LEERROUTE_WISSEL", "AANBOD"]).exists()
    assert {rij.door_naam for rij in stappen} == {"systeem"}
    assert stappen.count() == 3


def test_what_still_waits_keeps_the_old_dossier_open(cast, uithoorn):
    dossier = met_pip(cast)
    plaats_nu(cast, voorstel(cast, dossier, maak_contract(maak_aanbieder(cast))))

    neem(cast, bied(cast, dossier, uithoorn))

    assert Dossier.objects.get(pk=dossier.pk).status == Dossierstatus.LOPEND


@pytest.mark.parametrize(("boetes", "kop"), [(False, False), (True, True)])
def test_art_35_lid_4_fines_go_along_on_request_only(cast, aanbod, boetes, kop):
    leg_vast(aanbod.dossier, FeitSoort.BOETE_DUO, date(2026, 11, 3), artikel="24", centen=34_000, zaak="DUO-1")

    nieuw = neem(cast, aanbod, boetes=boetes)

    for dossier in (nieuw, aanbod.dossier):
        delen = dossier.documenten.get(soort="overdrachtsblad").inhoud["delen"]
        assert ("Boetes" in [deel["kop"] for deel in delen]) is kop
        assert ("340" in str(delen)) is kop


def test_a_double_click_takes_over_once(cast, aanbod):
    assert neem(cast, aanbod) == neem(cast, aanbod)
    assert Document.objects.filter(soort="overdrachtsblad").count() == 2


def test_without_the_number_nobody_is_taken_over_and_five_misses_end_the_offer(cast, aanbod):
    for _ in range(5):
        with pytest.raises(AfrondingFout, match="hoort niet bij"):
            neem(cast, aanbod, nummer="2999999999")

    assert Gemeenteoverdracht.objects.get(pk=aanbod.pk).stand == "geweigerd"
    with pytest.raises(AfrondingFout, match="al beslist"):
        neem(cast, aanbod)
    assert Dossier.objects.filter(gemeente=aanbod.naar).count() == 0


def test_another_gemeente_than_the_one_it_was_offered_to_can_do_nothing(cast, aanbod, diemen):
    with pytest.raises(AfrondingFout):
        neem(cast, aanbod, gemeente=diemen)
    with pytest.raises(AfrondingFout):
        weiger(overdracht=aanbod, gemeente=diemen, reden="x", door=cast.consulent, op=OP)


def test_who_was_here_before_gets_his_own_dossier_back(cast, aanbod):
    persoon = aanbod.dossier.inburgeraar
    terug = maak_dossier(aanbod.naar, cast.buitenstaander, op=date(2026, 9, 1), v_nummer=persoon.v_nummer)
    leg_vast(terug, FeitSoort.VERTREK, date(2026, 9, 2))
    sluit_af(dossier=terug, door=cast.buitenstaander, op=OP)

    nieuw = neem(cast, aanbod)

    assert (nieuw.pk, nieuw.status) == (terug.pk, Dossierstatus.LOPEND)


def test_refusing_and_withdrawing_need_a_reason_and_leave_everything(cast, aanbod, uithoorn):
    with pytest.raises(AfrondingFout, match="waarom"):
        trek_in(overdracht=aanbod, reden=" ", door=cast.consulent, op=OP)
    weiger(overdracht=aanbod, gemeente=uithoorn, reden="Hij woont hier niet.", door=cast.buitenstaander, op=OP)
    opnieuw = bied(cast, aanbod.dossier, uithoorn)
    trek_in(overdracht=opnieuw, reden="Gaat toch niet weg.", door=cast.consulent, op=OP)

    assert Dossier.objects.get(pk=aanbod.dossier.pk).status == Dossierstatus.LOPEND
    assert set(Gemeenteoverdracht.objects.values_list("stand", flat=True)) == {"geweigerd", "ingetrokken"}


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({}, "Kies een gemeente"),
        ({"naar_naam": "diemen"}, "eigen gemeente"),
        ({"naar_naam": "uithoorn"}, "staat in de lijst"),
        ({"naar_naam": "Weesp", "vertrek_op": date(2199, 1, 1)}, "kan niet kloppen"),
        ({"naar_naam": "Weesp", "vertrek_op": date(1, 1, 1)}, "kan niet kloppen"),
    ],
)
def test_an_offer_that_cannot_be_is_refused(cast, velden, reden):
    with pytest.raises(AfrondingFout, match=reden):
        bied(cast, met_pip(cast), **velden)


def test_beside_an_open_offer_the_page_shows_no_second_one(cast, aanbod, inloggen):
    client, plek = inloggen(cast.consulent), {"gemeente": "diemen", "nummer": aanbod.dossier.nummer}
    knop = reverse("afronding:overdragen", kwargs=plek)
    assert knop not in client.get(reverse("afronding:overzicht", kwargs=plek)).content.decode()
    trek_in(overdracht=aanbod, reden="Hij verhuist toch niet.", door=cast.consulent, op=OP)
    assert knop in client.get(reverse("afronding:overzicht", kwargs=plek)).content.decode()


def test_a_gemeente_outside_gets_the_sheet_and_the_departure_is_known(cast):
    dossier = met_pip(cast)
    rij = bied(cast, dossier, naar_naam="Weesp", boetes=True)

    assert bied(cast, dossier, naar_naam="Weesp", boetes=True) == rij
    assert rij.document.inhoud["delen"][-1]["regels"] == [{"naam": "Boetes", "waarde": "geen"}]
    assert dossier.gebeurtenissen.get(soort="VERTREK").datum == VERHUIST


def test_a_protected_dossier_is_not_offered(cast, uithoorn):
    dossier = met_pip(cast)
    bescherm(dossier=dossier, mensen=[cast.consulent], reden="dreiging", door=cast.teamleider, op=OP)

    with pytest.raises(AfrondingFout, match="extra beschermd"):
        bied(cast, dossier, uithoorn)


def test_before_acceptance_the_other_gemeente_sees_the_offer_and_no_person(cast, aanbod, inloggen):
    client, persoon = inloggen(cast.buitenstaander), aanbod.dossier.inburgeraar
    adressen = [
        reverse("afronding:overdrachten", args=("uithoorn",)),
        reverse("afronding:overdracht", args=("uithoorn", aanbod.pk)),
        reverse("cases:werkvoorraad", args=("uithoorn",)),
    ]

    for adres in adressen:
        pagina = client.get(adres).content.decode()
        assert "gemeente Diemen" in pagina
        for geheim in (persoon.achternaam, persoon.v_nummer, aanbod.dossier.nummer):
            assert geheim not in pagina


def test_taking_over_on_the_screen_leads_to_the_new_dossier(cast, aanbod, inloggen):
    client = inloggen(cast.buitenstaander)
    adres = reverse("afronding:overdracht", args=("uithoorn", aanbod.pk))
    invoer = {"nummer": aanbod.dossier.inburgeraar.v_nummer, "brp_op": "17-11-2026"}

    assert client.post(adres, {"nummer": "1", "brp_op": "17-11-2026"}).status_code == 422
    antwoord = client.post(adres, invoer, follow=True)

    assert aanbod.dossier.inburgeraar.achternaam in antwoord.content.decode()
    assert inloggen(cast.consulent).get(reverse("afronding:overdracht", args=("diemen", aanbod.pk))).status_code == 404


def test_who_destroys_its_own_dossier_leaves_the_trace_of_the_other_gemeente(cast, aanbod):
    nieuw = neem(cast, aanbod)

    vernietig(dossier=nieuw, grondslag="onterecht", door=cast.buitenstaander, op=OP, onterecht=True)

    rij = Gemeenteoverdracht.objects.get(pk=aanbod.pk)
    assert (rij.stand, rij.ontvangen) == ("aanvaard", None)
    vernietig(dossier=rij.dossier, grondslag="onterecht", door=cast.beheerder, op=OP, onterecht=True)
    assert not Gemeenteoverdracht.objects.exists()
