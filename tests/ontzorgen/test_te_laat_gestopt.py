"""A stop after the release: what was released goes on, and the page says so with the amounts and the day."""

from datetime import date

import pytest

from cases.enums import Rol
from ontzorgen.services.betaalruns import beoordeel, controleer
from ontzorgen.services.betaalstops import gaat_nog_door, stop_betalingen
from tests.fabriek import aangesteld

from .bouw import leg_last
from .bouw_betaling import MOMENT, NOV, OP, betaalt_zelf, crediteur, geef, huurder, run
from .hulp import kaal

ZIN = ("Al vrijgegeven: € 612,35 en € 145,00, samen € 757,35 in RUN-2026-0001 gaat nog weg op 25 november 2026. "
       "Alleen de bank kan dat nog tegenhouden.")  # fmt: skip


@pytest.fixture
def dossier(cast):
    betaalt_zelf(cast)
    dossier, eenheid = huurder(cast, crediteur(cast))
    leg_last(cast, eenheid, eenheid.lasten.get().crediteur, soort="energie", kenmerk="klant 7")
    huurder(cast, crediteur(cast, "Stadsherstel"), kenmerk="c 2")
    return dossier


@pytest.fixture
def batch(cast, dossier):
    rij = beoordeel(batch=run(cast, NOV, date(2026, 11, 25)), door=cast.sociale_zaken, moment=MOMENT)
    ander = aangesteld(cast.gemeente, Rol.UITKERINGSADMINISTRATIE)
    return controleer(batch=rij, door=ander, op=OP, moment=MOMENT)


def test_the_page_that_stops_tells_what_still_goes_before_and_after(cast, dossier, batch, inloggen):
    client, adres = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/betalingen-stoppen/"
    assert "Al vrijgegeven" not in client.get(adres).content.decode()
    geef(cast, batch)
    assert ZIN in kaal(client.get(adres).content.decode())
    assert ZIN in kaal(client.post(adres, {"reden": ""}).content.decode())

    na = kaal(client.post(adres, {"reden": "vertrokken"}, follow=True).content.decode())
    assert "De betalingen zijn gestopt." in na
    assert ZIN in na
    weer = kaal(client.post(adres, {"reden": "vertrokken"}, follow=True).content.decode())
    assert "De betalingen waren al gestopt." in weer
    assert "De betalingen zijn gestopt.<" not in weer.split("De betalingen waren al gestopt.")[0]


def test_after_the_day_of_paying_it_tells_that_the_money_left(cast, dossier, batch):
    geef(cast, batch)
    (zin,) = gaat_nog_door(dossier=dossier, op=date(2026, 11, 26))
    assert "ging weg op 25 november 2026" in zin
    batch.pogingen.update(stand="uitgevoerd")
    assert gaat_nog_door(dossier=dossier, op=OP) == []


def test_what_was_stopped_in_time_is_not_said_to_go(cast, dossier, batch):
    assert stop_betalingen(dossier=dossier, reden="vertrokken", door=cast.sociale_zaken, op=OP)[1] == 2
    geef(cast, batch)
    assert gaat_nog_door(dossier=dossier, op=OP) == []
