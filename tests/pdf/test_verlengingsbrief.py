"""The verklaring van het college: what was late, whether it came after all, and that DUO decides."""

import pytest

from tests.pdf.test_brieven import zeg
from tests.pdf.voorbeelden_verlenging import voorbeeld_verklaring


@pytest.mark.parametrize(
    ("grond", "gedaan", "zin"),
    [
        ("aanbod", "2027-04-12", "De gemeente deed het aanbod op 12 april 2027. Dat was te laat."),
        ("aanbod", "", "Op de datum van deze brief is er nog geen aanbod."),
        ("onderwijsroute", "2027-06-01", "De lessen begonnen op 1 juni 2027. Dat was te laat."),
        ("onderwijsroute", "", "Op de datum van deze brief zijn de lessen nog niet begonnen."),
    ],
)
def test_the_declaration_says_what_was_late_and_that_duo_decides(grond: str, gedaan: str, zin: str) -> None:
    woorden = zeg("verklaring_college/v1", voorbeeld_verklaring(grond, gedaan))
    assert zin in woorden
    assert "DUO beslist." in woorden
    assert "artikel 4.1 van de Regeling inburgering 2021" in woorden
