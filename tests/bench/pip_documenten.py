"""Two hundred PIPs through a real worker, beside bare WeasyPrint on the same HTML with the same shared fonts.

    ./run test tests/bench/pip_documenten.py -n0 -s

Both are warm before the clock runs, and take turns, so that a busy machine slows both. Prints seconds per document,
the ratio (at most 1.3) and the memory of the worker process after every turn (level: within a tenth of the first).
"""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import weasyprint

from cases.enums import Documentstatus
from cases.models import Document
from cases.pdf import maak_html
from cases.pdf.middelen import basisadres, ophaler, zetsel
from cases.services.documenten import TAAK
from tests.fabriek import Cast
from tests.integratie.conftest import Proefopstelling, opstelling, wacht_tot
from tests.pip_plans.plan.hulp import vastgesteld_pip

__all__ = ["opstelling"]  # the fixture
BEURTEN, PER_BEURT = 4, 50
MEESTE_VERHOUDING, MEESTE_GROEI = 1.3, 1.1


def test_two_hundred_pips_cost_little_more_than_bare_weasyprint_and_memory_stays_level(
    opstelling: Proefopstelling, cast: Cast
) -> None:
    rijen = list(_documenten(cast, BEURTEN * PER_BEURT + 1))
    werker = opstelling.worker(gelijktijdig=1)
    _door_de_werker(opstelling, rijen[:1])
    _kaal(rijen[:1])
    seconden_werker, seconden_kaal, geheugen = [], [], []
    for beurt in range(BEURTEN):
        deel = rijen[1 + beurt * PER_BEURT : 1 + (beurt + 1) * PER_BEURT]
        seconden_werker.append(_door_de_werker(opstelling, deel))
        geheugen.append(_megabytes(werker.pid))
        seconden_kaal.append(_kaal(deel))
    aantal = BEURTEN * PER_BEURT
    verhouding = sum(seconden_werker) / sum(seconden_kaal)
    print(f"\n{aantal} PIP's door de werker: {sum(seconden_werker) / aantal:.3f} s per document")
    print(f"{aantal} keer kaal WeasyPrint:   {sum(seconden_kaal) / aantal:.3f} s per document")
    print(f"verhouding {verhouding:.2f} (ten hoogste {MEESTE_VERHOUDING})")
    print(f"geheugen van de werker na elke {PER_BEURT}: {', '.join(f'{mb:.0f} MB' for mb in geheugen)}")
    assert verhouding <= MEESTE_VERHOUDING
    assert geheugen[-1] <= geheugen[0] * MEESTE_GROEI


def _documenten(cast: Cast, aantal: int) -> Iterator[Document]:
    """Rows to render, each with the content of a real decision and another name in it; not queued yet."""
    besluit = vastgesteld_pip(cast).beschikking
    for nummer in range(aantal):
        yield Document.objects.create(
            gemeente=besluit.gemeente,
            dossier=besluit.dossier,
            soort=besluit.document.soort,
            titel=besluit.document.titel,
            sjabloon=besluit.document.sjabloon,
            inhoud=besluit.inhoud | {"naam": f"Proefpersoon {nummer}"},
        )


def _door_de_werker(opstelling: Proefopstelling, rijen: list[Document]) -> float:
    """Seconds from the first one queued to the last one stored."""
    te_maken = Document.objects.filter(pk__in=[rij.pk for rij in rijen]).exclude(status=Documentstatus.GEREED)
    begin = time.perf_counter()
    for rij in rijen:
        opstelling.zet_klaar(TAAK, rij.pk)
    wacht_tot(lambda: not te_maken.exists(), "de documenten", opstelling.logboek, seconden=600)
    return time.perf_counter() - begin


def _kaal(rijen: list[Document]) -> float:
    """Seconds that WeasyPrint alone takes: HTML to PDF/A, nothing of ours around it."""
    letters, stijl = zetsel()
    teksten = [maak_html(rij.sjabloon, rij.inhoud) for rij in rijen]
    begin = time.perf_counter()
    for html in teksten:
        bron = weasyprint.HTML(string=html, base_url=basisadres(), url_fetcher=ophaler())
        assert bron.write_pdf(font_config=letters, stylesheets=[stijl], pdf_variant="pdf/a-3a")
    return time.perf_counter() - begin


def _megabytes(werker: int) -> float:
    """Resident memory of the process that renders: the one child of the worker."""
    (kind,) = Path(f"/proc/{werker}/task/{werker}/children").read_text().split()
    for regel in Path(f"/proc/{kind}/status").read_text().splitlines():
        if regel.startswith("VmRSS:"):
            return int(regel.split()[1]) / 1024
    pytest.fail("geen geheugen gevonden")
