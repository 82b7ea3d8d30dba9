"""A bezwaarschrift that comes early or late, or against a decision that was replaced while another bezwaar runs."""

from datetime import date, timedelta

import pytest

from cases.enums import Kanaal
from cases.models import Beschikking, Bezwaar
from cases.services.beschikkingen import maak_bekend
from cases.services.bezwaar import brieven, verloop
from cases.services.bezwaar.basis import BezwaarFout
from cases.services.bezwaar.stand import tijdigheid
from tests.conftest import VANDAAG

from .hulp import BEKEND, besluit, registreer

LAAT = date(2026, 11, 18)


def test_an_early_bezwaar_against_a_decision_that_was_taken_is_in_time(cast):
    genomen = besluit(cast, bekend=None)
    maak_bekend(
        beschikking=genomen, datum=BEKEND + timedelta(days=3), kanaal=Kanaal.POST, door=cast.consulent, op=VANDAAG
    )
    bezwaar = registreer(cast, Beschikking.objects.get(pk=genomen.pk), ontvangen_op=BEKEND + timedelta(days=1))

    stand = tijdigheid(bezwaar)
    assert stand.op_tijd
    assert "Het besluit was toen al genomen" in stand.zin
    assert "art. 6:10 lid 1" in stand.zin


def test_the_receipt_of_a_late_bezwaar_promises_no_day_that_is_over(cast):
    op_tijd = brieven.ontvangstbevestiging(registreer(cast), door=cast.jurist, op=VANDAAG)
    laat = registreer(cast, ontvangen_op=LAAT)
    brief = brieven.ontvangstbevestiging(laat, door=cast.jurist, op=date(2026, 12, 10))

    assert op_tijd.inhoud["beslis_uiterlijk"] == "2026-12-08"
    assert brief.inhoud["beslis_uiterlijk"] == ""
    assert not brief.inhoud["op_tijd"]


def test_two_bezwaren_in_one_chain_of_decisions_are_one(cast):
    eerste = besluit(cast)
    tweede = besluit(cast, eerste.dossier, bekend=BEKEND + timedelta(days=7), vervangt=eerste)
    tegen_tweede = registreer(cast, tweede)
    eerste.refresh_from_db()

    with pytest.raises(BezwaarFout, match=f"daartegen loopt al bezwaar {tegen_tweede.nummer}.*6:19"):
        registreer(cast, eerste)
    verloop.trek_in(bezwaar=tegen_tweede, datum=VANDAAG, door=cast.jurist, op=VANDAAG)
    assert registreer(cast, eerste).bestreden() == [eerste, tweede]
    assert Bezwaar.objects.count() == 2
