"""The page about readability and the samples beside the templates are what the letters give today."""

import pytest

from cases.brieven import briefsoorten
from cases.pdf import maak_html
from cases.services.briefvoorbeelden import bestand, heeft_voorbeeld, voorbeeldinhoud
from cases.services.leesbaarheid import STREEF, leesgetal
from cases.teksten import STANDAARD
from tests.pdf.bijwerken import DOCUMENT, als_bestand, leesbaarheid

OPNIEUW = 'manage.py shell -c "import tests.pdf.bijwerken as b; b.schrijf()"'


def test_the_page_has_the_figures_of_today():
    assert DOCUMENT.read_text(encoding="utf-8") == leesbaarheid(), OPNIEUW


@pytest.mark.parametrize("soort", briefsoorten(), ids=lambda soort: soort.code)
def test_every_kind_of_letter_has_the_sample_of_the_tests_beside_its_template(soort):
    assert heeft_voorbeeld(soort), f"add a sample to tests/pdf/conftest.py, then {OPNIEUW}"
    assert bestand(soort).read_text(encoding="utf-8") == als_bestand(soort), OPNIEUW
    assert maak_html(soort.sjabloon, voorbeeldinhoud(soort))


@pytest.mark.parametrize("code", STANDAARD)
def test_every_text_that_is_shipped_reads_easily(code):
    assert leesgetal(STANDAARD[code].tekst) >= STREEF
