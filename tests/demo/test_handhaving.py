"""The stories of Priya and Farid on days of all sorts: her fine waits for the teamleider, his is paid in parts."""

from datetime import date
from random import Random

import pytest

from cases.kalender import kalender
from cases.models import Gemeente
from inburgering.demo.accounts import maak_accounts
from inburgering.demo.draaiboek import speel_af
from inburgering.demo.nummers import bsns, v_nummers
from inburgering.demo.ontzorgen import maak_crediteuren
from inburgering.demo.plaatsingen import maak_aanbieders
from inburgering.demo.traject import Wereld
from inburgering.demo.verhalen import farid, priya
from ontzorgen.services.inrichting import richt_ontzorgen_in
from pip_plans.handhaving.enums import Trede
from pip_plans.handhaving.models import Handhavingszaak

DAGEN = [date(2026, 11, 20), date(2026, 11, 22), date(2027, 1, 4), date(2027, 5, 17)]


@pytest.fixture
def wereld(diemen: Gemeente, peildatum: date) -> Wereld:
    toeval = Random(1)
    mensen = maak_accounts(gemeente=diemen, sinds=date(2022, 1, 1))
    return Wereld(
        gemeente=diemen, mensen=mensen, peildatum=peildatum, kalender=kalender(), toeval=toeval,
        bsns=bsns(toeval), v_nummers=v_nummers(toeval),
    )  # fmt: skip


@pytest.mark.parametrize("peildatum", DAGEN, ids=str)
def test_priya_was_warned_and_heard_and_her_fine_waits_for_the_teamleider(wereld: Wereld, peildatum: date) -> None:
    speel_af(priya.verlopen(wereld), peildatum=peildatum, kalender=wereld.kalender)
    zaak = Handhavingszaak.objects.get()
    assert (zaak.trede, zaak.bedrag, zaak.bescherming) == (Trede.VOORSTEL, 250_00, False)
    assert zaak.waarschuwing == zaak.dossier.brede_intake.oproepen.get(nummer=2).document
    assert zaak in Handhavingszaak.objects.te_beslissen_door(wereld.teamleider, wereld.gemeente, peildatum)


@pytest.mark.parametrize("peildatum", [*DAGEN[:2], date(2026, 12, 3)], ids=str)
def test_farid_stayed_away_twice_was_fined_by_another_and_pays_in_parts(wereld: Wereld, peildatum: date) -> None:
    richt_ontzorgen_in()
    maak_crediteuren(gemeente=wereld.gemeente, mensen=wereld.mensen, sinds=peildatum, op=peildatum)
    maak_aanbieders(gemeente=wereld.gemeente, op=peildatum)
    speel_af(farid.verlopen(wereld), peildatum=peildatum, kalender=wereld.kalender)
    zaak = Handhavingszaak.objects.get()
    assert (zaak.trede, zaak.bescherming, zaak.betaald) == (Trede.BESLUIT, True, 10_00)
    assert zaak.openstaand == zaak.bedrag - 10_00 > 0
    assert zaak.beschikking.vastgesteld_door == wereld.teamleider != zaak.voorgesteld_door
    gemist = zaak.dossier.afspraken.filter(soort="voortgang", uitkomst="niet_verschenen")
    assert [rij.gespreksverslag.verzuim for rij in gemist] == ["ongeoorloofd", "ongeoorloofd"]
    assert zaak.dossier.afspraken.open().filter(soort="voortgang", begin__date__gte=peildatum).exists()
