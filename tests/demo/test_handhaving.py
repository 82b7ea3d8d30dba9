"""Priya's story on days of all sorts: her case of handhaving never stumbles, and mostly waits for the teamleider."""

from datetime import date
from random import Random

import pytest

from cases.kalender import kalender
from cases.models import Gemeente
from inburgering.demo.accounts import maak_accounts
from inburgering.demo.draaiboek import speel_af
from inburgering.demo.nummers import bsns, v_nummers
from inburgering.demo.traject import Wereld
from inburgering.demo.verhalen import priya
from pip_plans.handhaving.enums import Trede
from pip_plans.handhaving.models import Handhavingszaak

DAGEN = [date(2026, 11, 20), date(2026, 11, 22), date(2027, 1, 4), date(2027, 5, 17)]


@pytest.mark.parametrize("peildatum", DAGEN, ids=str)
def test_priya_was_warned_and_heard_and_her_fine_waits_for_the_teamleider(diemen: Gemeente, peildatum: date) -> None:
    toeval = Random(1)
    mensen = maak_accounts(gemeente=diemen, sinds=date(2022, 1, 1))
    wereld = Wereld(
        gemeente=diemen, mensen=mensen, peildatum=peildatum, kalender=kalender(), toeval=toeval,
        bsns=bsns(toeval), v_nummers=v_nummers(toeval),
    )  # fmt: skip
    speel_af(priya.verlopen(wereld), peildatum=peildatum, kalender=wereld.kalender)
    zaak = Handhavingszaak.objects.get()
    assert (zaak.trede, zaak.bedrag, zaak.bescherming) == (Trede.VOORSTEL, 250_00, False)
    assert zaak.waarschuwing == zaak.dossier.brede_intake.oproepen.get(nummer=2).document
    assert zaak in Handhavingszaak.objects.te_beslissen_door(wereld.teamleider, diemen, peildatum)
