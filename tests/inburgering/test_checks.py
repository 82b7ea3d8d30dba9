"""A setting that cannot be right is an error before the first request."""

import pytest

from inburgering.checks import controleer_productie


@pytest.mark.parametrize(
    ("adres", "fout"),
    [("", False), ("clamd://clamav:3310", False), ("opdracht:clamdscan --fdpass -", False), ("clamav:3310", True)],
)
def test_the_address_of_the_virus_scanner_is_one_of_the_two_kinds(settings, adres, fout):
    settings.VIRUSSCANNER = adres

    assert ("inburgering.E005" in {melding.id for melding in controleer_productie(None)}) is fout
