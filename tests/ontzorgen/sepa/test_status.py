"""What the bank says of a file: the most specific word counts, and another file's answer is refused."""

from io import BytesIO

import pytest

from ontzorgen.sepa.invoer import AnderBericht, Onvolledig
from ontzorgen.sepa.redenen import REDENEN, STATUSSEN, Reden, Uitkomst, status_label, uitkomst
from ontzorgen.sepa.status import Oordeel, lees_status

from .berichten import STATUS

BLOK_1, BLOK_2 = "DIE-2026-11-1-1", "DIE-2026-11-1-2"


def test_each_payment_gets_its_own_status_else_that_of_its_block_else_of_the_file() -> None:
    bericht = lees_status(BytesIO(STATUS), voor="DIE-2026-11-1")
    assert (bericht.bericht_id, bericht.over, bericht.bestand) == ("BANK-77", "DIE-2026-11-1", Oordeel("PART"))
    opgeheven = Oordeel("RJCT", (Reden("AC04", "Rekening opgeheven."),))
    assert bericht.oordeel(BLOK_1, "DIE2611-00002") == opgeheven
    assert bericht.oordeel(BLOK_1, "DIE2611-00003").uitkomst is Uitkomst.UITGEVOERD
    assert bericht.oordeel(BLOK_1, "DIE2611-00001").uitkomst is Uitkomst.AANGENOMEN
    assert bericht.oordeel(BLOK_2, "DIE2611-00009") == Oordeel("RJCT", (Reden("DT01"), Reden("X9")))
    assert bericht.oordeel("onbekend", "DIE2611-00001").uitkomst is Uitkomst.LOPEND


def test_a_refused_file_refuses_every_payment_of_which_nothing_else_is_said() -> None:
    kort = STATUS.split(b"<OrgnlPmtInfAndSts>")[0] + b"</CstmrPmtStsRpt></Document>"
    weigering = b"<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>"
    bericht = lees_status(BytesIO(kort.replace(b"<GrpSts>PART</GrpSts>", weigering)))
    assert bericht.oordeel(BLOK_1, "DIE2611-00001") == Oordeel("RJCT", (Reden("FF01"),))
    assert bericht.oordeel(BLOK_1, "DIE2611-00001").uitkomst is Uitkomst.GEWEIGERD


def test_reading_twice_gives_the_same_and_the_older_version_too() -> None:
    eerste = lees_status(BytesIO(STATUS))
    assert lees_status(BytesIO(STATUS)) == eerste
    assert lees_status(BytesIO(STATUS.replace(b"pain.002.001.10", b"pain.002.001.03"))) == eerste


def test_an_answer_to_another_file_is_refused_by_name() -> None:
    with pytest.raises(AnderBericht, match="gaat over bestand DIE-2026-11-1, niet over DIE-2026-12-1"):
        lees_status(BytesIO(STATUS), voor="DIE-2026-12-1")
    with pytest.raises(AnderBericht, match=r"soort pain.008.001.02, niet over betalingen"):
        lees_status(BytesIO(STATUS.replace(b">pain.001.001.09<", b">pain.008.001.02<")))


@pytest.mark.parametrize(
    ("weg", "zin"),
    [
        (b"<OrgnlMsgId>DIE-2026-11-1</OrgnlMsgId>", "ontbreekt OrgnlMsgId"),
        (b"<OrgnlEndToEndId>DIE2611-00003</OrgnlEndToEndId>", "ontbreekt OrgnlEndToEndId"),
        (b"<MsgId>BANK-77</MsgId>", "ontbreekt MsgId"),
    ],
)
def test_an_answer_without_its_references_is_refused(weg: bytes, zin: str) -> None:
    with pytest.raises(Onvolledig, match=zin):
        lees_status(BytesIO(STATUS.replace(weg, b"")))


def test_an_answer_about_nothing_is_refused() -> None:
    with pytest.raises(Onvolledig, match="over welk bestand"):
        lees_status(BytesIO(STATUS.split(b"<OrgnlGrpInf")[0] + b"</CstmrPmtStsRpt></Document>"))


def test_codes_are_said_in_dutch_and_an_unknown_one_decides_nothing() -> None:
    gevraagd = "AC01 AC04 AC06 AG01 AM04 AM05 BE01 DT01 FF01 MD07 MS03 RC01 RR04 TM01"
    assert set(gevraagd.split()) <= set(REDENEN)
    assert Reden("AC04").zin == "De rekening is opgeheven (AC04)."
    assert Reden("NARR", "Bel ons.").zin == "De bank geeft de reden in woorden (NARR). De bank schrijft: Bel ons."
    assert Reden("ZZ99").zin == "De bank gebruikt een code die hier niet bekend is (ZZ99)."
    assert uitkomst("ZZZZ") is uitkomst("") is Uitkomst.LOPEND
    assert status_label("RJCT") == "afgewezen (RJCT)"
    assert {uitkomst(code) for code in STATUSSEN} == set(Uitkomst)
