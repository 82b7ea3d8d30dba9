"""Nothing in a file from outside is trusted: entities, size, depth, encodings, rubbish."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontzorgen.sepa.invoer import Berichtfout, GeenXML, Gevaarlijk, TeGroot, cents
from ontzorgen.sepa.lezen import lees_betaalbestand
from ontzorgen.sepa.status import lees_status
from ontzorgen.sepa.storno import lees_stornos

from .berichten import AFSCHRIFT, STATUS

LEZERS: list[Callable[[BinaryIO], object]] = [lees_betaalbestand, lees_status, lees_stornos]
ALLE_LEZERS = pytest.mark.parametrize("lees", LEZERS)
LACHEN = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DTDS = {
    "billion laughs": f'<!DOCTYPE Document [<!ENTITY l0 "ha">{LACHEN}]>',
    "quadratic blowup": f'<!DOCTYPE Document [<!ENTITY l9 "{"a" * 10_000}">]>',
    "external file": '<!DOCTYPE Document [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
    "external address": '<!DOCTYPE Document [<!ENTITY l9 SYSTEM "http://127.0.0.1:1/geheim">]>',
    "parameter entity": '<!DOCTYPE Document [<!ENTITY % x SYSTEM "file:///etc/hostname">%x;<!ENTITY l9 "a">]>',
    "external dtd": '<!DOCTYPE Document SYSTEM "http://127.0.0.1:1/x.dtd">',
}


@ALLE_LEZERS
@pytest.mark.parametrize("dtd", DTDS.values(), ids=DTDS.keys())
def test_a_file_with_a_dtd_is_not_read(lees: Callable[[BinaryIO], object], dtd: str) -> None:
    inhoud = (
        f'<?xml version="1.0"?>{dtd}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">&l9;</Document>'
    )
    with pytest.raises(Gevaarlijk, match="DTD of een entiteit"):
        lees(BytesIO(inhoud.encode()))


@ALLE_LEZERS
@pytest.mark.parametrize(
    "inhoud", [b"", b"PK\x03\x04", b"<a>", b'<?xml version="1.0" encoding="bestaat-niet"?><a/>', b"\xff"]
)
def test_what_is_no_xml_is_said_to_be_none(lees: Callable[[BinaryIO], object], inhoud: bytes) -> None:
    with pytest.raises(Berichtfout, match=r"geen (\(volledig\) XML-bestand|bericht van een bank)"):
        lees(BytesIO(inhoud))


def test_a_file_of_a_hundred_times_the_size_is_not_read_to_its_end() -> None:
    class Eindeloos:
        gelezen = 0

        def read(self, aantal: int) -> bytes:
            self.gelezen += aantal
            return STATUS if self.gelezen == aantal else b" " * aantal

    eindeloos = Eindeloos()
    with pytest.raises(TeGroot, match="groter dan een bank"):
        lees_status(eindeloos, meeste_bytes=200_000)  # type: ignore[arg-type]  # all that a reader asks of a stream
    assert eindeloos.gelezen < 400_000


def test_nesting_without_end_is_not_followed() -> None:
    kop, staart = STATUS.split(b"<GrpHdr>")
    with pytest.raises(Gevaarlijk, match="dieper genest"):
        lees_status(BytesIO(kop + b"<x>" * 100_000 + staart))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_message_or_a_named_fault(inhoud: bytes) -> None:
    for lees in LEZERS:
        with pytest.raises(Berichtfout):
            lees(BytesIO(inhoud))


@given(st.data())
def test_a_damaged_message_is_read_or_is_a_named_fault(data: st.DataObject) -> None:
    lees, heel = data.draw(st.sampled_from([(lees_status, STATUS), (lees_stornos, AFSCHRIFT)]))
    plaats = data.draw(st.integers(0, len(heel) - 1))
    weg = data.draw(st.integers(0, 30))
    erbij = data.draw(st.binary(max_size=8))
    try:
        lees(BytesIO(heel[:plaats] + erbij + heel[plaats + weg :]))
    except Berichtfout as fout:
        assert type(fout) is not Berichtfout  # noqa: PT017  either outcome is fine; a fault has a name


def test_other_encodings_are_read_as_they_are(tmp_path: Path) -> None:
    utf16 = STATUS.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    assert lees_status(BytesIO(utf16)) == lees_status(BytesIO(STATUS))
    met_bom = b"\xef\xbb\xbf" + STATUS
    assert lees_status(BytesIO(met_bom)) == lees_status(BytesIO(STATUS))


def test_a_message_that_breaks_off_is_incomplete() -> None:
    with pytest.raises(GeenXML):
        lees_status(BytesIO(STATUS[:-1]))


@given(st.integers(0, 10**14))
def test_an_amount_keeps_every_cent(bedrag: int) -> None:
    assert cents(f"{bedrag // 100}.{bedrag % 100:02d}") == bedrag
