"""Which payments came back, to the cent, whatever else stands in the statement."""

from datetime import date
from io import BytesIO

import pytest

from ontzorgen.sepa.invoer import Onvolledig, VerkeerdeSoort
from ontzorgen.sepa.redenen import Reden
from ontzorgen.sepa.storno import Storno, lees_stornos

from .berichten import AFSCHRIFT, STATUS

REKENING = "NL02ABNA0123456789"
TERUG = (
    Storno("DIE2611-00001", 65_000, Reden("MD07"), date(2026, 12, 1), REKENING, "B-1"),
    Storno("DIE2611-00004", 6_025, Reden("AC01"), date(2026, 12, 2), REKENING, "B-2a"),
    Storno("", 4_050, Reden("", "onbekend"), date(2026, 12, 2), REKENING, "B-2b"),
)
NOTITIE = (
    AFSCHRIFT.replace(b"camt.053.001.08", b"camt.054.001.02")
    .replace(b"BkToCstmrStmt", b"BkToCstmrDbtCdtNtfctn")
    .replace(b"Stmt>", b"Ntfctn>")
    .replace(b"<Sts><Cd>BOOK</Cd></Sts>", b"<Sts>BOOK</Sts>")
)


@pytest.mark.parametrize("inhoud", [AFSCHRIFT, NOTITIE], ids=["camt.053.001.08", "camt.054.001.02"])
def test_only_booked_money_that_came_back_counts(inhoud: bytes) -> None:
    assert lees_stornos(BytesIO(inhoud)) == TERUG
    assert lees_stornos(BytesIO(inhoud)) == TERUG


def test_a_returned_payment_without_an_amount_of_its_own_is_never_guessed() -> None:
    zonder = AFSCHRIFT.replace(b'<Amt Ccy="EUR">60.25</Amt>', b"")
    with pytest.raises(Onvolledig, match="welk bedrag bij welke betaling"):
        lees_stornos(BytesIO(zonder))


def test_another_currency_is_refused() -> None:
    with pytest.raises(Onvolledig, match="niet in euro"):
        lees_stornos(BytesIO(AFSCHRIFT.replace(b'<Amt Ccy="EUR">60.25', b'<Amt Ccy="TRY">60.25')))


def test_an_answer_on_a_file_is_no_statement() -> None:
    with pytest.raises(VerkeerdeSoort, match=r"soort pain.002; verwacht was camt.053 of camt.054"):
        lees_stornos(BytesIO(STATUS))
