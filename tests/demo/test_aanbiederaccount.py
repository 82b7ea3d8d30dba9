"""Petra of NL Training logs in, sees her participants, and what she sent in waits for the gemeente."""

from datetime import date
from random import Random

import pytest

from cases.kalender import kalender
from cases.models import Gemeente
from cases.services.beheer import wijzig_gemeente
from inburgering.demo import aanbiederaccounts
from inburgering.demo.accounts import EXTERN, JOOST, WACHTWOORD, inlogregels, maak_accounts
from inburgering.demo.draaiboek import speel_af
from inburgering.demo.nummers import bsns, v_nummers
from inburgering.demo.ontzorgen import maak_crediteuren
from inburgering.demo.plaatsingen import maak_aanbieders
from inburgering.demo.sociale_kaart import maak_sociale_kaart
from inburgering.demo.traject import Wereld
from inburgering.demo.verhalen import layla
from ontzorgen.services.inrichting import richt_ontzorgen_in
from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.voortgang.models import Rapport
from pip_plans.voortgang.services.deelnemers import plaatsen_bij


@pytest.mark.parametrize("peildatum", [date(2026, 11, 20), date(2027, 1, 4), date(2027, 3, 2)], ids=str)
def test_petra_has_an_account_on_every_day(diemen: Gemeente, peildatum: date) -> None:
    richt_ontzorgen_in()
    mensen = maak_accounts(gemeente=diemen, sinds=date(2022, 1, 1))
    wijzig_gemeente(gemeente=diemen, gegevens={"mandaat_functie": JOOST.functie})
    maak_sociale_kaart(gemeente=diemen, op=peildatum)
    maak_aanbieders(gemeente=diemen, op=peildatum)
    maak_crediteuren(gemeente=diemen, mensen=mensen, sinds=date(2022, 1, 1), op=peildatum)
    wereld = Wereld(
        gemeente=diemen, mensen=mensen, peildatum=peildatum, kalender=kalender(), toeval=(toeval := Random(1)),
        bsns=bsns(toeval), v_nummers=v_nummers(toeval),
    )  # fmt: skip

    speel_af(
        [*layla.verlopen(wereld), aanbiederaccounts.verloop(wereld)], peildatum=peildatum, kalender=wereld.kalender
    )

    account = ExternAccount.objects.geldig_op(peildatum).get()
    assert (account.persoon.email, account.persoon.check_password(WACHTWOORD)) == (EXTERN, True)
    assert EXTERN in dict(inlogregels()).values()
    assert plaatsen_bij(aanbieder=account.aanbieder, op=peildatum).exists()
    for rapport in Rapport.objects.wacht():
        assert not rapport.regels.fout().exists()
    assert Rapport.objects.wacht().exists() == (peildatum.day > 4)
