"""A list of withholdings is made by a worker: asked for once, seen while it waits, and made once."""

from datetime import date, timedelta

import pytest

from ontzorgen.models import Inhoudingslijst, Lijstaanvraag, Maandafrekening
from ontzorgen.services import lijstaanvragen as dienst
from ontzorgen.services.fout import OntzorgFout

from .bouw_betaling import MOMENT, NOV, OP, crediteur, huurder


@pytest.fixture
def mensen(cast):
    landlord = crediteur(cast)
    return [huurder(cast, landlord, kenmerk=f"contract {nummer}")[1] for nummer in range(3)]


def vraag(cast, maand=NOV):
    return dienst.vraag_lijst(gemeente=cast.gemeente, maand=maand, door=cast.uitkeringsadministratie, op=OP)


def maak(aanvraag):
    return dienst.maak_gevraagde_lijst(aanvraag_id=aanvraag.pk, op=OP, moment=MOMENT)


def test_what_is_asked_for_twice_is_made_once_by_whoever_comes_first(cast, mensen, monkeypatch):
    monkeypatch.setattr(dienst, "STUK", 1)
    aanvraag = vraag(cast)
    assert vraag(cast) == aanvraag
    assert not Maandafrekening.objects.exists()  # nothing heavy while somebody waits for the page

    assert maak(aanvraag)
    assert not maak(aanvraag)
    aanvraag.refresh_from_db()
    assert (aanvraag.stand, aanvraag.lijst.aantal) == ("klaar", 3)
    assert Inhoudingslijst.objects.count() == 1


def test_a_worker_that_stopped_half_way_is_followed_by_one_that_finishes(cast, mensen, monkeypatch):
    monkeypatch.setattr(dienst, "STUK", 1)
    aanvraag = vraag(cast)
    assert dienst._leg_stuk_vast(aanvraag.pk, 0, OP, MOMENT) == mensen[0].pk
    assert dienst.hervat(sinds=MOMENT) == 0
    assert dienst.hervat(sinds=MOMENT + timedelta(seconds=1)) == 1

    assert maak(aanvraag)
    assert Inhoudingslijst.objects.get().aantal == Maandafrekening.objects.count() == 3
    assert dienst.hervat(sinds=MOMENT + timedelta(days=9000)) == 0


def test_without_anything_new_the_reason_stands_where_the_list_would_be(cast, mensen):
    maak(vraag(cast))
    opnieuw = vraag(cast)
    assert maak(opnieuw)
    opnieuw.refresh_from_db()
    assert (opnieuw.stand, opnieuw.uitkomst) == ("niets", "Er is in november 2026 niets nieuws sinds lijst 1.")

    leeg = vraag(cast, date(2026, 6, 1))
    maak(leeg)
    leeg.refresh_from_db()
    assert leeg.uitkomst == "In juni 2026 valt er niets in te houden."
    with pytest.raises(OntzorgFout, match="te ver vooruit") as fout:
        vraag(cast, date(2027, 2, 1))
    assert fout.value.veld == "maand"


def test_the_page_shows_that_the_list_is_being_made_and_then_the_list(cast, mensen, inloggen):
    client, basis = inloggen(cast.uitkeringsadministratie), "/diemen/ontzorgen/inhoudingen/"
    pagina = client.post(f"{basis}maken/", {"maand": "11-2026"}, follow=True).content.decode()
    assert "De lijst van november 2026 wordt gemaakt." in pagina
    assert "Er wordt een lijst gemaakt" in pagina
    maak(Lijstaanvraag.objects.get())

    pagina = client.get(basis).content.decode()
    assert "Er wordt een lijst gemaakt" not in pagina
    assert "Lijst 1 (CSV)" in pagina
