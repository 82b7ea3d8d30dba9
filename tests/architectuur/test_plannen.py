"""How PostgreSQL answers the daily pages in a large installation: by an index, never by reading a whole large table."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from cases.models import Gemeente
from tests.bench.land import Land
from tests.bench.luister import afgeluisterd
from tests.fabriek import maak_cast

# What grows with the number of dossiers.
GROOT = {"cases_dossier", "cases_inburgeraar", "cases_gebeurtenis", "cases_termijn", "cases_signaal", "cases_bezorging"}
OP_DAG = ("termijn_werkvoorraad", "termijn_plichten")  # the most urgent of everybody
PER_DOSSIER = (*OP_DAG, "cases_termijn_dossier")  # somebody's own dossiers are few
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize("aantal", [10_000, pytest.param(100_000, marks=pytest.mark.alles)])
@pytest.mark.usefixtures("ingericht", "db")
def test_the_werkvoorraad_reads_its_index_and_no_large_table(aantal: int) -> None:
    gemeenten = [Gemeente.objects.get(slug=slug) for slug in ("diemen", "ouder-amstel", "uithoorn")]
    cast = maak_cast(gemeenten[0], gemeenten[1])
    with time_machine.travel(MOMENT, tick=True):
        Land.begin(cast, gemeenten, weken=15).groei(aantal)
        client = Client()
        for wie, vraag, index in ((cast.teamleider, "?wie=alle", OP_DAG), (cast.consulent, "?wie=mijn", PER_DOSSIER)):
            client.force_login(wie)
            plannen = _plannen(client, f"/diemen/{vraag}")
            heel = [k["vraag"] for k in plannen if k["Node Type"] == "Seq Scan" and k["Relation Name"] in GROOT]
            assert heel == [], vraag
            assert any(str(knoop.get("Index Name")).startswith(index) for knoop in plannen), vraag


def _plannen(client: Client, adres: str) -> list[dict[str, Any]]:
    """Every node of the plan of every query of this page that begins at a large table."""
    client.get(adres)
    gevraagd: list[tuple[str, Any]] = []
    with afgeluisterd(gevraagd):
        assert client.get(adres).status_code == 200
    knopen: list[dict[str, Any]] = []
    # A table that is empty here says nothing of how it is read when it is not.
    groot = [(sql, waarden) for sql, waarden in gevraagd if sql.split(' FROM "', 1)[1].split('"')[0] in GROOT]
    with connection.cursor() as cursor:
        for sql, waarden in groot:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", waarden)
            [[plan]] = cursor.fetchall()
            knopen += [knoop | {"vraag": sql} for knoop in _knopen(plan[0]["Plan"])]
    return knopen


def _knopen(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for onder in plan.get("Plans", []):
        yield from _knopen(onder)
