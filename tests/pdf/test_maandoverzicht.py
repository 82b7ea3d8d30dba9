"""The month of the inburgeraar stays on one page, and says what the household pays itself."""

import io

import pypdf
import pytest

from tests.pdf import voorbeelden_maand
from tests.pdf.conftest import brief
from tests.pdf.test_ontzorgbrieven import zeg

SJABLOON = "maandoverzicht/v1"


@pytest.mark.usefixtures("lettertypen")
@pytest.mark.parametrize(
    "naam", ["maandoverzicht", "maandoverzicht-tekort", "maandoverzicht-zelf", "maandoverzicht-uitzoeken"]
)
def test_it_is_one_page(naam: str) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(brief(naam))).pages) == 1


def test_what_the_household_pays_itself_has_its_creditor_since_when_and_how_much() -> None:
    woorden = zeg(SJABLOON, voorbeelden_maand.voorbeeld_zelf())
    for deel in (
        "Dit betaalt u zelf",
        "Huur Woningstichting De Dijk december 2026 € 612,35",
        "Gas en stroom Polderstroom november 2026, iemand anders betaalt dit € 145,00",
    ):
        assert deel in woorden, deel
    assert "Dit betaalt u zelf" not in zeg(SJABLOON, voorbeelden_maand.voorbeeld_maandoverzicht())


def test_a_payment_that_went_wrong_is_named_and_not_promised_on_the_day_of_the_others() -> None:
    woorden = zeg(SJABLOON, voorbeelden_maand.voorbeeld_uitzoeken())
    assert "De betaling van Huur aan Woningstichting De Dijk ging niet goed. Wij zoeken dit uit." in woorden
    assert "De andere bedrijven krijgen het geld op 24 december 2026" in woorden
    assert "Deze maand is klaar" not in woorden
    gewoon = zeg(SJABLOON, voorbeelden_maand.voorbeeld_maandoverzicht())
    assert "Deze bedrijven krijgen het geld op 24 december 2026" in gewoon
    assert "ging niet goed" not in gewoon
