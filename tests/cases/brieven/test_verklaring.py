"""The verklaring van het college says only what the terms of the dossier bear out."""

from datetime import date

import pytest

from cases.services.brieven import BriefFout
from cases.services.verklaring import kan_niet, stel_samen, te_verklaren
from inburgering.recht.feiten import FeitSoort as F
from tests.fabriek import asielstatushouder, leg_vast

TE_LAAT = date(2026, 9, 1)


@pytest.fixture
def dossier(cast):
    """A PIP of 27 May 2026: an offer was due by 27 August."""
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 4, 8), kennisgeving=date(2026, 4, 1))
    leg_vast(dossier, F.PIP_VASTGESTELD, date(2026, 5, 27), leerroute="B1", beschikking="PIP-1", eerste=True)
    return dossier


@pytest.mark.parametrize(
    ("aanbod", "op", "gronden"),
    [
        (None, date(2026, 8, 27), set()),
        (None, date(2026, 8, 28), {"aanbod"}),
        (date(2026, 8, 27), TE_LAAT, set()),
        (date(2026, 8, 28), TE_LAAT, {"aanbod"}),
    ],
)
def test_there_is_something_to_declare_once_the_offer_is_late(dossier, aanbod, op, gronden):
    if aanbod:
        leg_vast(dossier, F.AANBOD_GEDAAN, aanbod)

    assert set(te_verklaren(dossier=dossier, op=op)) == gronden
    assert (kan_niet(dossier=dossier, op=op) == "") is bool(gronden)


def test_the_letter_tells_the_dates_and_is_for_the_inburgeraar(cast, dossier):
    leg_vast(dossier, F.AANBOD_GEDAAN, date(2026, 8, 31))

    [brief] = stel_samen(dossier=dossier, grond="aanbod", door=cast.consulent, op=TE_LAAT)

    inhoud = brief.inhoud.als_json()
    assert [inhoud[naam] for naam in ("pip", "uiterlijk", "gedaan")] == ["2026-05-27", "2026-08-27", "2026-08-31"]
    assert inhoud["naam"] == dossier.inburgeraar.naam


def test_a_ground_that_does_not_hold_is_refused(cast, dossier):
    with pytest.raises(BriefFout, match="niets te verklaren"):
        stel_samen(dossier=dossier, grond="onderwijsroute", door=cast.consulent, op=TE_LAAT)
