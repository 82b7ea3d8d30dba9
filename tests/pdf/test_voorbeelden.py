"""No kind of letter escapes the judges: veraPDF, the words and the readability all read `BRIEVEN`."""

from cases.brieven import briefsoorten
from tests.pdf.conftest import BRIEVEN


def test_every_registered_kind_of_letter_has_a_sample_for_verapdf() -> None:
    gekeurd = {sjabloon for sjabloon, _, watermerk in BRIEVEN.values() if not watermerk}
    assert {soort.sjabloon for soort in briefsoorten()} == gekeurd
