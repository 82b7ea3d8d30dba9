"""The nightly sweep of signals beside one bare statement that makes the same rows, and an import per row.

    NACHT_DOSSIERS=100000 ./run test tests/bench/nacht.py -n0 -s

At 100,000 dossiers there are some 380,000 open terms; the default is 10,000. The statement reads the same terms with
the same thresholds and writes the same signals with one delivery each. The sweep may take three times as long.
"""

import os
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection

from cases.instellingen import instelling
from cases.models import Bezorging, Gemeente, Signaal, Termijn
from cases.services import koppelingen, signalen
from tests.bench.klok import Duur, meet
from tests.bench.land import OP, Land
from tests.cases.koppelingen.hulp import lijst, schrijf_alles, uitkomsten
from tests.fabriek import maak_cast
from tests.ontzorgen.gelijktijdig import wachtrij_rust

__all__ = ["wachtrij_rust"]  # the fixture

DOSSIERS = int(os.environ.get("NACHT_DOSSIERS", "10000"))
MOMENT = datetime(2026, 11, 20, 5, tzinfo=UTC)
MEESTE_KEER, BEURTEN = 3, 3
REGELS = (100, 400)
KAAL = """
WITH drempel AS (SELECT * FROM unnest(%(soorten)s::text[], %(dagen)s::int[], %(aan)s::text[]) AS d (soort, dagen, aan)),
signaal AS (
    INSERT INTO cases_signaal (termijn_id, drempel, laatste_dag, aan, status, aangemaakt_op)
    SELECT t.id, d.dagen, t.laatste_dag, d.aan, 'wacht', %(moment)s
    FROM drempel d JOIN cases_termijn t ON t.soort = d.soort AND t.status = 'open'
    WHERE (t.aard = 'PLICHT' OR t.laatste_dag >= %(op)s)
      AND CASE WHEN d.dagen >= 0 THEN t.ruwe_dag ELSE t.laatste_dag END <= %(op)s::date + d.dagen
    RETURNING id, termijn_id)
INSERT INTO cases_bezorging (signaal_id, medewerker_id)
SELECT s.id, d.consulent_id
FROM signaal s JOIN cases_termijn t ON t.id = s.termijn_id JOIN cases_dossier d ON d.id = t.dossier_id
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("ingericht", "wachtrij_rust")
def test_the_sweep_takes_at_most_three_times_the_bare_statement() -> None:
    gemeenten = [Gemeente.objects.get(slug=slug) for slug in ("diemen", "ouder-amstel", "uithoorn")]
    cast = maak_cast(gemeenten[0], gemeenten[1])
    with time_machine.travel(MOMENT, tick=True):
        Land.begin(cast, gemeenten, weken=30).groei(DOSSIERS)
        veeg = min((_veeg(gemeenten) for _ in range(BEURTEN)), key=lambda duur: duur.processor)
        aantal = Signaal.objects.count()
        bezorgd = Bezorging.objects.count()
        kaal = min((_kaal(gemeenten[0]) for _ in range(BEURTEN)), key=lambda duur: duur.processor)
        assert Signaal.objects.count() == aantal
        opnieuw = meet(lambda: _nacht(gemeenten))
        assert Signaal.objects.count() == aantal
        inlezen = [_lees_in(cast, rijen) for rijen in REGELS]
    print(
        f"\n{DOSSIERS} dossiers, {Termijn.objects.open().count()} open termijnen, {aantal} signalen, {bezorgd} bezorgd"
    )
    print(f"veeg {veeg.processor * 1e3:.0f} ms, kaal {kaal.processor * 1e3:.0f} ms: "
          f"{veeg.processor / kaal.processor:.1f} keer; de nacht erna {opnieuw.processor * 1e3:.0f} ms")  # fmt: skip
    for rijen, duur in zip(REGELS, inlezen, strict=True):
        print(f"import van {rijen} regels: {duur.processor / rijen * 1e3:.1f} ms per regel")
    assert veeg.processor <= MEESTE_KEER * kaal.processor


def _veeg(gemeenten: list[Gemeente]) -> Duur:
    _leeg()
    return meet(lambda: _nacht(gemeenten))


def _nacht(gemeenten: list[Gemeente]) -> None:
    for gemeente in gemeenten:
        signalen.maak(gemeente=gemeente, op=OP, moment=MOMENT)
        signalen.verdeel(gemeente=gemeente, op=OP)


def _kaal(gemeente: Gemeente) -> Duur:
    _leeg()
    drempels, _ = instelling(gemeente, "signaal_drempels", OP)
    waarden = {"soorten": [d["soort"] for d in drempels], "dagen": [d["dagen"] for d in drempels],
               "aan": [d["aan"] for d in drempels], "op": OP, "moment": MOMENT}  # fmt: skip
    with connection.cursor() as cursor:
        return meet(lambda: cursor.execute(KAAL, waarden))


def _leeg() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE cases_bezorging, cases_signaal CASCADE")
        cursor.execute("ANALYZE cases_signaal, cases_bezorging")


def _lees_in(cast, rijen: int) -> Duur:  # type: ignore[no-untyped-def]  # the Cast of the tests
    """From the file to the dossiers, as the worker does it."""
    eerste = 5_000_000_000 + rijen * 1_000
    personen = [
        {"bsn": "", "v_nummer": str(eerste + nr), "achternaam": f"Aziz {_letters(nr)}", "gezinsnummer": ""}
        for nr in range(rijen)
    ]

    def lees() -> None:
        bestand = koppelingen.maak_voorbeeld(
            gemeente=cast.gemeente, inhoud=lijst(*personen), door=cast.consulent, op=OP
        )
        schrijf_alles(bestand, cast.consulent, MOMENT, OP)
        assert set(uitkomsten(bestand)) == {"nieuw"}, list(bestand.regels.values_list("meldingen", flat=True)[:3])

    return meet(lees)


def _letters(nummer: int) -> str:
    return "".join(chr(97 + int(cijfer)) for cijfer in str(nummer))
