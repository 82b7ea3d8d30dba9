"""What is not as the standard wants it is said in Dutch, with the payment where it stands."""

import re
from io import BytesIO

import pytest

from ontzorgen.sepa.keuren import MEESTE_FOUTEN, keur
from ontzorgen.sepa.opdracht import Versie

from .opdrachten import geschreven, opdracht, regel

REGELS = [regel(nummer) for nummer in range(1, 41)]
GOED = geschreven(opdracht(REGELS), REGELS)[0]


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        (b"<IBAN>NL91ABNA0417164300<", b"<IBAN>fout<", "Betaling DIE2611-00001: In het onderdeel IBAN staat 'fout'"),
        (b'Ccy="EUR"', b'Ccy="euro"', "Betaling DIE2611-00001: "),
        (b"<Nm>Gemeente Diemen</Nm>", b"<Naam>Diemen</Naam>", "Het onderdeel Naam staat op een plaats"),
        (b"<EndToEndId>DIE2611-00001</EndToEndId>", b"", "In het onderdeel PmtId ontbreekt"),
        (b"<PmtMtd>TRF<", b"<PmtMtd>GRATIS<", "In het onderdeel PmtMtd staat 'GRATIS'"),
        (b"pain.001.001.09", b"pain.001.001.03", "geen bestand van de versie"),
        (b"</GrpHdr>", b"", "geen volledige, geldige XML"),
        (b"<Document", b"<!DOCTYPE Document><Document", "begint met een DTD"),
    ],
)
def test_every_fault_has_a_dutch_sentence(van: bytes, naar: bytes, zin: str) -> None:
    fouten = keur(BytesIO(GOED.replace(van, naar, 1)), Versie.V09)
    assert fouten
    assert re.search(zin, fouten[0].zin), fouten


def test_half_a_file_and_an_empty_file_are_faults() -> None:
    for inhoud in (b"", GOED[: len(GOED) // 2], GOED[:-1]):
        (fout,) = keur(BytesIO(inhoud), Versie.V09)
        assert fout.zin == "Het bestand is geen volledige, geldige XML."


def test_nobody_reads_more_than_a_page_of_faults() -> None:
    fouten = keur(BytesIO(GOED.replace(b"<IBAN>NL91", b"<IBAN>??91")), Versie.V09)
    assert len(fouten) == MEESTE_FOUTEN
    assert len({fout.zin for fout in fouten}) == MEESTE_FOUTEN


def test_the_other_version_is_another_schema() -> None:
    assert keur(BytesIO(GOED), Versie.V09) == ()
    assert keur(BytesIO(GOED), Versie.V03)
