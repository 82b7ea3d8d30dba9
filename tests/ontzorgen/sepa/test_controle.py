"""Before the download: the schema, the sums, the order that was released, and nothing twice."""

from dataclasses import replace
from io import BytesIO

import pytest

from ontzorgen.sepa.controle import controleer
from ontzorgen.sepa.opdracht import Versie

from .opdrachten import DAG_LATER, VERHUURDER, geschreven, opdracht, regel

REGELS = [regel(1), regel(2, 4_550), regel(3, 100, dag=DAG_LATER)]
ORDER = opdracht(REGELS)
GOED = geschreven(ORDER, REGELS)[0]


@pytest.mark.parametrize("versie", list(Versie))
def test_what_was_released_and_written_may_go_to_the_bank(versie: Versie) -> None:
    order = replace(ORDER, versie=versie)
    assert controleer(BytesIO(geschreven(order, REGELS)[0]), order) == ()


def test_a_payment_that_was_added_is_found_three_ways() -> None:
    betaling = GOED[GOED.index(b"<CdtTrfTxInf>") : GOED.index(b"</CdtTrfTxInf>") + len(b"</CdtTrfTxInf>")]
    zinnen = controleer(BytesIO(GOED.replace(betaling, betaling * 2)), ORDER)
    assert "Het bestand zegt 3 betalingen te hebben; het zijn er 4." in zinnen
    assert any(zin.startswith("In het bestand staan 4 betalingen van samen") for zin in zinnen)
    assert "Betaling DIE2611-00001 staat er 2 keer in." in zinnen


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        (b"<MsgId>DIE-2026-11-1<", b"<MsgId>DIE-2026-11-9<", "heeft nummer DIE-2026-11-9"),
        (b"<Dt>2026-11-27<", b"<Dt>2026-11-30<", "dagen, bedragen of rekening"),
        (b"<IBAN>NL02ABNA0123456789<", f"<IBAN>{VERHUURDER}<".encode(), "dagen, bedragen of rekening"),
        (b"<ChrgBr>SLEV<", b"<ChrgBr>GEEN<", "In het onderdeel ChrgBr staat 'GEEN'"),
        (b"</Document>", b"", "geen volledige, geldige XML"),
    ],
)
def test_a_file_that_is_not_what_was_released_is_stopped(van: bytes, naar: bytes, zin: str) -> None:
    zinnen = controleer(BytesIO(GOED.replace(van, naar)), ORDER)
    assert any(zin in gevonden for gevonden in zinnen), zinnen
