"""What the database and the disk ask at least for the same rows: the limit beside which the steps of a run are put.

The same rows go into tables without triggers and foreign keys, by COPY; what a step reads is read by one query.
"""

from io import BytesIO
from tempfile import TemporaryFile

from django.db import connection

from ontzorgen.models import Betaalbatch
from ontzorgen.services.betaalbestanden import stukken
from tests.bench.klok import Duur, meet

GESCHREVEN = {
    "ontzorgen_maandafrekening": "betaalmaand_id = {maand}",
    "ontzorgen_betaalverplichting":
        "afrekening_id IN (SELECT id FROM ontzorgen_maandafrekening WHERE betaalmaand_id = {maand})",
    "ontzorgen_betaalpoging": "batch_id = {batch}",
}  # fmt: skip
LASTEN = """SELECT l.* FROM ontzorgen_vastelast l JOIN ontzorgen_uitkeringseenheid e ON e.id = l.eenheid_id
            WHERE e.gemeente_id = {gemeente} ORDER BY l.eenheid_id"""
TOTAAL = "SELECT count(*), sum(cents) FROM ontzorgen_betaalpoging WHERE batch_id = {batch}"
REGELS = """SELECT referentie, cents, naam, iban, kenmerk FROM ontzorgen_betaalpoging
            WHERE batch_id = {batch} ORDER BY volgnummer"""
TERUG = "UPDATE kaal_ontzorgen_betaalpoging SET stand = 'uitgevoerd', bankstatus = 'ACSC', bericht_op = '2026-11-26'"


def kale_tijden(batch: Betaalbatch) -> dict[str, Duur]:
    """Per step, for the rows of this run, that was paid already."""
    nummers = {"batch": batch.pk, "maand": batch.betaalmaand_id, "gemeente": batch.betaalmaand.gemeente_id}
    inhoud = {tabel: _lees(tabel, waar.format(**nummers)) for tabel, waar in GESCHREVEN.items()}
    bytes_ = b"".join(stukken(batch.bestand))
    totaal = meet(lambda: _vraag(TOTAAL.format(**nummers)))
    tijden = {
        "voorstel": meet(lambda: _vraag(LASTEN.format(**nummers))),
        "vullen": meet(lambda: _kopieer(inhoud)),
        "controle": totaal,
        "vrijgeven": totaal,
        "bestand": meet(lambda: (_vraag(REGELS.format(**nummers)), _schrijf(bytes_))),
        "terugmelding": meet(lambda: _voer_uit(TERUG)),
    }
    for tabel in inhoud:
        _voer_uit(f"DROP TABLE kaal_{tabel}")
    return tijden


def _lees(tabel: str, waar: str) -> BytesIO:
    """The rows as COPY writes them, and an empty table with the same columns, checks and indexes beside theirs."""
    inhoud = BytesIO()
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE kaal_{tabel} (LIKE {tabel} INCLUDING ALL)")
        bron = f"SELECT * FROM {tabel} WHERE {waar}"  # noqa: S608  words of our own
        cursor.copy_expert(f"COPY ({bron}) TO STDOUT", inhoud)
    inhoud.seek(0)
    return inhoud


def _kopieer(inhoud: dict[str, BytesIO]) -> None:
    with connection.cursor() as cursor:
        for tabel, rijen in inhoud.items():
            cursor.copy_expert(f"COPY kaal_{tabel} FROM STDIN", rijen)


def _vraag(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        rijen: list[tuple[object, ...]] = cursor.fetchall()
        return rijen


def _voer_uit(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _schrijf(inhoud: bytes) -> None:
    with TemporaryFile() as uit:
        uit.write(inhoud)
        uit.flush()
