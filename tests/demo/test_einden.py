"""Stories that run to their end: Yonas in another gemeente, Mehret under the act of 2013; and Biniam on his way."""

from datetime import date
from random import Random

import pytest

from cases.enums import Dossierstatus
from cases.kalender import kalender
from cases.models import Dossier, Gemeente
from cases.services.termijnen import dossierfeiten_van
from inburgering.demo.accounts import SANNE, maak_accounts
from inburgering.demo.draaiboek import speel_af
from inburgering.demo.modules import maak_pvtgroepen
from inburgering.demo.nummers import bsns, v_nummers
from inburgering.demo.ontzorgen import maak_crediteuren
from inburgering.demo.plaatsingen import maak_aanbieders
from inburgering.demo.sociale_kaart import maak_sociale_kaart
from inburgering.demo.traject import Wereld
from inburgering.demo.verhalen import biniam, mehret, yonas
from inburgering.recht.afronding import Deel, afgerond
from ontzorgen.services.inrichting import richt_ontzorgen_in
from pip_plans.afronding.models import Gemeenteoverdracht
from pip_plans.afronding.services.plan import plan_van, voortgang_van

DAGEN = [date(2026, 11, 22), date(2027, 1, 4), date(2027, 5, 17)]


@pytest.fixture
def wereld(diemen: Gemeente, uithoorn: Gemeente, peildatum: date) -> Wereld:
    toeval = Random(1)
    richt_ontzorgen_in()
    maak_sociale_kaart(gemeente=diemen, op=peildatum)
    maak_aanbieders(gemeente=diemen, op=peildatum)
    mensen = maak_accounts(gemeente=diemen, sinds=date(2022, 1, 1))
    maak_crediteuren(gemeente=diemen, mensen=mensen, sinds=date(2022, 1, 1), op=peildatum)
    wereld = Wereld(
        gemeente=diemen, mensen=mensen, peildatum=peildatum, kalender=kalender(), toeval=toeval,
        bsns=bsns(toeval), v_nummers=v_nummers(toeval),
    )  # fmt: skip
    maak_pvtgroepen(gemeente=diemen, door=mensen[SANNE.sleutel], wereld=wereld)
    return wereld


@pytest.mark.parametrize("peildatum", DAGEN, ids=str)
def test_yonas_goes_on_in_uithoorn_and_is_closed_in_diemen(wereld: Wereld, uithoorn: Gemeente, peildatum: date) -> None:
    speel_af(yonas.verlopen(wereld), peildatum=peildatum, kalender=wereld.kalender)

    overdracht = Gemeenteoverdracht.objects.get()
    oud, nieuw = overdracht.dossier, overdracht.ontvangen
    assert (overdracht.stand, oud.status, nieuw.gemeente) == ("aanvaard", Dossierstatus.AFGESLOTEN, uithoorn)
    assert not oud.plaatsingen.open().exists()
    assert not oud.termijnen.filter(status="open").exclude(soort="BEZWAAR").exists()  # that right stays his
    feiten = dossierfeiten_van(nieuw)
    assert (plan_van(nieuw, feiten).leerroute, bool(afgerond(feiten, Deel.PVT))) == ("ONDERWIJS", True)
    assert nieuw.documenten.filter(soort="overdrachtsblad").count() == 1


@pytest.mark.parametrize("peildatum", DAGEN, ids=str)
def test_mehret_did_what_the_act_of_2013_asks_and_is_closed(wereld: Wereld, peildatum: date) -> None:
    speel_af(mehret.verlopen(wereld), peildatum=peildatum, kalender=wereld.kalender)

    dossier = Dossier.objects.get()
    assert dossier.status == Dossierstatus.AFGESLOTEN
    assert voortgang_van(dossier, dossierfeiten_van(dossier)).klaar_op
    assert dossier.documenten.filter(soort="afsluiting").count() == 1
    assert not dossier.termijnen.exists()


@pytest.mark.parametrize("peildatum", DAGEN[:1], ids=str)
def test_biniam_gets_help_with_his_exam_and_follows_the_map(wereld: Wereld, peildatum: date) -> None:
    speel_af(biniam.verlopen(wereld), peildatum=peildatum, kalender=wereld.kalender)

    dossier = Dossier.objects.get()
    assert (dossier.plaatsingen.get().soort, dossier.module_uren.filter(module="MAP").count()) == ("ondersteuning", 3)
    assert not dossier.termijnen.exists()
