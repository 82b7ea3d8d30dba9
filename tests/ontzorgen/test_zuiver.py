"""Accounts, payment days and bank files know no Django, no database and no clock."""

import ast
from pathlib import Path

import pytest

import ontzorgen

MAP = Path(ontzorgen.__file__).parent
BESTANDEN = [
    *(MAP / f"{naam}.py" for naam in ("betaaldagen", "kenmerk", "maanden", "rekening", "tekens")),
    *MAP.glob("sepa/*.py"),
]
ZUIVER = tuple(f"ontzorgen.{naam}" for naam in ("betaaldagen", "kenmerk", "maanden", "rekening", "tekens", "sepa"))


@pytest.mark.parametrize("bestand", BESTANDEN, ids=lambda bestand: bestand.name)
def test_it_imports_nothing_that_has_a_state(bestand: Path) -> None:
    boom = ast.parse(bestand.read_text(encoding="utf-8"))
    gevonden = {knoop.module or "" for knoop in ast.walk(boom) if isinstance(knoop, ast.ImportFrom) and not knoop.level}
    gevonden |= {alias.name for knoop in ast.walk(boom) if isinstance(knoop, ast.Import) for alias in knoop.names}
    eigen = {naam for naam in gevonden if naam.split(".")[0] in ("inburgering", "cases", "ontzorgen")}
    assert {naam for naam in eigen if not naam.startswith(("inburgering.recht", *ZUIVER))} == set()
    assert {naam.split(".")[0] for naam in gevonden} & {"django", "celery", "os", "time", "random", "socket"} == set()
    assert not [k for k in ast.walk(boom) if isinstance(k, ast.Attribute) and k.attr in {"today", "now", "utcnow"}]
