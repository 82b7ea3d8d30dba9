"""The command as a person types it: its own process, no database, exit status and both streams."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

WORTEL = Path(__file__).resolve().parents[2]
VECTOREN = Path(__file__).parent / "termijnen-vectors.csv"


def draai(bestand: Path) -> subprocess.CompletedProcess[str]:
    # An address where nothing listens: the command may not need a database.
    omgeving = {**os.environ, "DATABASE_URL": "postgres://niemand@127.0.0.1:9/niets",
                "DJANGO_SETTINGS_MODULE": "inburgering.settings.test", "NO_COLOR": "1"}  # fmt: skip
    opdracht = [sys.executable, str(WORTEL / "manage.py"), "bereken_termijnen", str(bestand)]
    return subprocess.run(opdracht, capture_output=True, text=True, check=False, cwd=WORTEL, env=omgeving, timeout=60)


def test_the_command_writes_the_last_day_of_all_vectors() -> None:
    uitkomst = draai(VECTOREN)
    assert (uitkomst.returncode, uitkomst.stderr) == (0, "")
    rijen = list(csv.DictReader(uitkomst.stdout.splitlines()))
    assert list(rijen[0]) == ["id", "term", "start_event_date", "last_day", "ruwe_dag", "uitleg"]
    verwacht = list(csv.DictReader(VECTOREN.read_text(encoding="utf-8").splitlines()))
    assert {r["id"]: r["last_day"] for r in rijen} == {v["id"]: v["expected_last_day"] for v in verwacht}
    assert len(rijen) == 85


def test_a_bad_row_is_on_stderr_the_good_row_on_stdout_and_the_status_is_1(tmp_path: Path) -> None:
    bestand = tmp_path / "termijnen met spatie.csv"
    bestand.write_text("id;term;start_event_date\nA;ONZIN;2026-09-01\nB;PIP_10W;2026-09-01\n", encoding="utf-8-sig")
    uitkomst = draai(bestand)
    assert uitkomst.returncode == 1
    assert uitkomst.stdout.splitlines()[1].startswith("B,PIP_10W,2026-09-01,2026-11-10,2026-11-10,")
    assert len(uitkomst.stdout.splitlines()) == 2
    assert "Regel 2: Onbekende termijn: 'ONZIN'." in uitkomst.stderr


@pytest.mark.parametrize(
    ("naam", "zin"),
    [
        ("weg.csv", "bestaat niet"),
        (".", "kan niet worden gelezen"),
        ("kort.csv", "ontbreekt de kolom start_event_date"),
    ],
)
def test_a_file_that_cannot_be_used_gives_one_dutch_sentence(tmp_path: Path, naam: str, zin: str) -> None:
    (tmp_path / "kort.csv").write_bytes(b"id,term\n")
    uitvoer = io.StringIO()
    with pytest.raises(CommandError, match=zin):
        call_command("bereken_termijnen", str(tmp_path / naam), stdout=uitvoer)
    assert uitvoer.getvalue() == ""
