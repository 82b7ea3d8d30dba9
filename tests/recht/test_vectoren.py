"""The 85 worked examples of the domain file, and the table of rules they cover."""

import csv
from datetime import date
from pathlib import Path

import pytest

from inburgering.recht.kalender import standaard_kalender
from inburgering.recht.regels import REGELS
from inburgering.recht.rekenen import Telwijze
from inburgering.recht.tabel import Fout, bereken_tabel
from inburgering.recht.uitkomst import bereken

BESTAND = Path(__file__).parent / "termijnen-vectors.csv"
VECTOREN = list(csv.DictReader(BESTAND.read_text(encoding="utf-8").splitlines()))
KALENDER = standaard_kalender()


@pytest.mark.parametrize("vector", VECTOREN, ids=lambda vector: vector["id"])
def test_the_vector_holds_with_its_way_of_counting(vector: dict[str, str]) -> None:
    uitkomst = bereken(vector["term"], date.fromisoformat(vector["start_event_date"]), KALENDER)
    assert uitkomst.laatste_dag.isoformat() == vector["expected_last_day"]
    assert uitkomst.regel.telwijze == Telwijze(vector["reason"][:2])
    assert uitkomst.waarschuwing is None


@pytest.mark.parametrize("vector", [v for v in VECTOREN if "schuift naar" in v["reason"]], ids=lambda v: v["id"])
def test_the_skipped_days_are_those_that_the_vector_names(vector: dict[str, str]) -> None:
    uitkomst = bereken(vector["term"], date.fromisoformat(vector["start_event_date"]), KALENDER)
    deel = vector["reason"].split("ruwe einddag ")[1].split("; schuift")[0]
    # "2026-04-27 ma Koningsdag": the date, the weekday and the name.
    genoemd = [tuple(dag.split(" ", 2)[::2]) for dag in deel.split("; ")]
    assert [(dag.datum.isoformat(), dag.naam) for dag in uitkomst.overgeslagen] == genoemd


def test_all_85_vectors_hold_through_the_table_of_the_command() -> None:
    rijen = list(bereken_tabel(BESTAND.read_text(encoding="utf-8"), KALENDER))
    assert not [rij for rij in rijen if isinstance(rij, Fout)]
    verwacht = [(v["id"], v["term"], v["start_event_date"], v["expected_last_day"]) for v in VECTOREN]
    assert [rij.als_rij()[:4] for rij in rijen if not isinstance(rij, Fout)] == verwacht
    assert len(rijen) == 85


# Derived from the bezwaar and judged in test_bezwaar.
ELDERS_GETOETST = {"BEROEP_6W", "DWANGSOM_2W"}


def test_the_table_has_every_code_of_the_vectors_and_nothing_else() -> None:
    assert set(REGELS) - ELDERS_GETOETST == {vector["term"] for vector in VECTOREN}
