"""The direction of imports, and what the tools say of the whole tree."""

import subprocess
import sys
from pathlib import Path

import pytest

HOOFDMAP = Path(__file__).resolve().parents[2]
PAKKETTEN = ["inburgering", "cases", "pip_plans", "ontzorgen"]


def draai(*opdracht: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in the checkout."""
    bak = Path(sys.executable).parent
    return subprocess.run([bak / opdracht[0], *opdracht[1:]], cwd=HOOFDMAP, capture_output=True, text=True, check=False)


def test_imports_go_one_way():
    uitkomst = draai("lint-imports", "--no-cache")

    assert uitkomst.returncode == 0, uitkomst.stdout


def test_the_linter_has_no_remarks():
    uitkomst = draai("ruff", "check", "--no-cache", ".")

    assert uitkomst.returncode == 0, uitkomst.stdout


def test_the_formatter_has_no_remarks():
    uitkomst = draai("ruff", "format", "--check", "--no-cache", ".")

    assert uitkomst.returncode == 0, uitkomst.stdout


@pytest.mark.alles
def test_the_types_are_sound():
    uitkomst = draai("mypy", "--no-incremental", *PAKKETTEN)

    assert uitkomst.returncode == 0, uitkomst.stdout


def test_the_migrations_match_the_models():
    uitkomst = draai("python", "manage.py", "makemigrations", "--check", "--dry-run")

    assert uitkomst.returncode == 0, uitkomst.stdout


@pytest.mark.parametrize(("pakket", "grens"), [*((naam, 260) for naam in PAKKETTEN), ("tests", 300)])
def test_no_file_has_outgrown_one_subject(pakket, grens):
    """About 250 lines is the aim; a longer file wants to be two. A table of tests may be a little longer."""
    bestanden = (pad for pad in (HOOFDMAP / pakket).rglob("*.py") if "migrations" not in pad.parts)
    lang = {pad.name: regels for pad in bestanden if (regels := len(pad.read_text().splitlines())) > grens}

    assert lang == {}
