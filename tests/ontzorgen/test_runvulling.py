"""What a month costs the database: the same number of questions for more payments, and no table read row by row."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ontzorgen.services.betaalbestanden import geef_mee, maak_bestand
from ontzorgen.services.betaalruns import beoordeel, controleer, maak_run
from ontzorgen.services.inhoudingen import download_lijst, maak_lijst
from ontzorgen.services.maandrun import voorstel
from ontzorgen.services.runvulling import vul_stuk
from ontzorgen.services.terugmelding import lees_statusbericht

from .bouw import leg_last
from .bouw_betaling import DEC, MOMENT, NOV, OKT, OP, betaalt_zelf, crediteur, geef, huurder
from .test_betaalruns import WOENSDAG
from .test_terugmelding import status

KLEIN = {"soort": "water", "bedrag": 1_000}


@pytest.fixture
def landlord(cast):
    betaalt_zelf(cast)
    return crediteur(cast)


def maak(cast, maand):
    return maak_run(gemeente=cast.gemeente, maand=maand, uitvoerdag=WOENSDAG, door=cast.uitkeringsadministratie, op=OP)


def maand_rond(cast, maand) -> tuple[int, dict[str, int]]:
    """All steps of a month: how many payments it had, and the number of queries of each step."""
    vragen, wie, batch = {}, cast.uitkeringsadministratie, maak(cast, maand)

    def tel(naam, stap):
        with CaptureQueriesContext(connection) as gevangen:
            uitkomst = stap()
        vragen[naam] = len(gevangen)
        return uitkomst

    tel("voorstel", lambda: list(voorstel(cast.gemeente, maand, op=OP)))
    tel("vullen", lambda: vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT))
    vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT)
    tel("beoordelen", lambda: beoordeel(batch=batch, door=cast.sociale_zaken, moment=MOMENT))
    rij = tel("controle", lambda: controleer(batch=batch, door=wie, op=OP, moment=MOMENT))
    tel("vrijgeven", lambda: geef(cast, rij))
    rij.refresh_from_db()
    tel("bestand", lambda: maak_bestand(bestand_id=rij.bestand.pk, moment=MOMENT))
    rij.bestand.refresh_from_db()
    tel("meegeven", lambda: list(geef_mee(bestand=rij.bestand, door=wie, moment=MOMENT)))
    refs = {f"r{plek}": "ACSC" if plek % 2 else "RJCT" for plek in range(rij.pogingen.count())}
    bericht = status(rij, nummer=f"B-{maand}", stand="PART", **refs)
    tel("terugmelding", lambda: lees_statusbericht(batch=rij, bron=bericht, door=wie, op=OP))
    lijst = tel("inhoudingen", lambda: maak_lijst(gemeente=cast.gemeente, maand=maand, door=wie, op=OP))
    tel("download", lambda: download_lijst(lijst=lijst, door=wie, moment=MOMENT))
    return rij.pogingen.count(), vragen


def test_every_step_of_a_month_asks_as_much_for_many_payments_as_for_a_few(cast, landlord):
    huurder(cast, landlord)
    huurder(cast, landlord)
    maand_rond(cast, OKT)  # what is asked once and remembered
    weinig, vragen = maand_rond(cast, NOV)
    for nummer in range(4):
        _, eenheid = huurder(cast, landlord)
        leg_last(cast, eenheid, landlord, kenmerk=f"tweede {nummer}", **KLEIN)
    veel, vragen_bij_veel = maand_rond(cast, DEC)

    assert (weinig, veel) == (2, 10)
    assert vragen_bij_veel == vragen


def test_taking_in_payments_does_not_read_all_of_them_again_for_each(cast, landlord):
    _, eenheid = huurder(cast, landlord)
    for nummer in range(20):
        leg_last(cast, eenheid, landlord, kenmerk=f"contract {nummer}", **KLEIN)
    batch = maak(cast, NOV)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE ontzorgen_betaalpoging")  # now the planner knows that it is empty, and keeps to that
    eerder = keren_gelezen()

    vul_stuk(batch_id=batch.pk, op=OP, moment=MOMENT)

    assert batch.pogingen.count() == 21
    assert keren_gelezen() - eerder < 10


def keren_gelezen() -> int:
    """How often this transaction read the payments from the first to the last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relid = 'ontzorgen_betaalpoging'::regclass")
        return cursor.fetchone()[0]
