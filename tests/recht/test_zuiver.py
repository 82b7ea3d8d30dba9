"""The law library stands on the standard library alone and never asks what day it is."""

import ast
import sys
from pathlib import Path

import inburgering.recht

BESTANDEN = sorted(Path(inburgering.recht.__file__).parent.glob("*.py"))


def modules(boom: ast.AST) -> set[str]:
    namen = {alias.name for knoop in ast.walk(boom) if isinstance(knoop, ast.Import) for alias in knoop.names}
    return namen | {knoop.module or "" for knoop in ast.walk(boom) if isinstance(knoop, ast.ImportFrom)}


def test_it_imports_the_standard_library_and_itself_only() -> None:
    gevonden = set().union(*(modules(ast.parse(bestand.read_text(encoding="utf-8"))) for bestand in BESTANDEN))
    vreemd = {m for m in gevonden if m.split(".")[0] not in sys.stdlib_module_names}
    assert {m for m in vreemd if not m.startswith("inburgering.recht")} == set()
    assert gevonden & {"os", "time", "socket", "sqlite3", "random"} == set()


def test_it_never_asks_the_clock() -> None:
    klok = {"today", "now", "utcnow"}
    for bestand in BESTANDEN:
        boom = ast.parse(bestand.read_text(encoding="utf-8"))
        assert not [k for k in ast.walk(boom) if isinstance(k, ast.Attribute) and k.attr in klok], bestand.name
