"""The story of Yonas runs to its end: Uithoorn takes him over, and in Diemen nothing of him waits any more."""

from datetime import date
from random import Random

import pytest

from cases.enums import Dossierstatus
from cases.kalender import kalender
from cases.models import Gemeente
from cases.services.termijnen import dossierfeiten_van
from inburgering.demo.accounts import SANNE, maak_accounts
from inburgering.demo.draaiboek import speel_af
from inburgering.demo.modules import maak_pvtgroepen
from inburgering.demo.nummers import bsns, v_nummers
from inburgering.demo.ontzorgen import maak_crediteuren
from inburgering.demo.plaatsingen import maak_aanbieders
from inburgering.demo.sociale_kaart import maak_sociale_kaart
from inburgering.demo.traject import Wereld
from inburgering.demo.verhalen import yonas
from inburgering.recht.afronding import Deel, afgerond
from ontzorgen.services.inrichting import richt_ontzorgen_in
from pip_plans.afronding.models import Gemeenteoverdracht
from pip_plans.afronding.services.plan import plan_van

DAGEN = [date(2026, 11, 22), date(2027, 1, 4), date(2027, 5, 17)]


@pytest.mark.parametrize("peildatum", DAGEN, ids=str)
def test_yonas_goes_on_in_uithoorn_and_is_closed_in_diemen(diemen: Gemeente, uithoorn, peildatum: date) -> None:
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

    speel_af(yonas.verlopen(wereld), peildatum=peildatum, kalender=wereld.kalender)

    overdracht = Gemeenteoverdracht.objects.get()
    oud, nieuw = overdracht.dossier, overdracht.ontvangen
    assert (overdracht.stand, oud.status, nieuw.gemeente) == ("aanvaard", Dossierstatus.AFGESLOTEN, uithoorn)
    assert not oud.plaatsingen.open().exists()
    assert not oud.termijnen.filter(status="open").exclude(soort="BEZWAAR").exists()  # that right stays his
    feiten = dossierfeiten_van(nieuw)
    assert (plan_van(nieuw, feiten).leerroute, bool(afgerond(feiten, Deel.PVT))) == ("ONDERWIJS", True)
    assert nieuw.documenten.filter(soort="overdrachtsblad").count() == 1
