"""What the bank says before the day of paying: a refusal can be true, a payment that was made cannot."""

from datetime import date

import pytest

from ontzorgen.models import Bankregel
from ontzorgen.services.betaalbestanden import maak_bestand
from ontzorgen.services.betaalruns import beoordeel, controleer

from .bouw_betaling import MOMENT, OKT, OP, betaalt_zelf, crediteur, geef, huurder, run
from .hulp import kaal
from .test_terugmelding import afschrift, lees, lees_terug, sluit, standen, status

ZIN = "De bank schrijft dit op 23 november 2026, maar de dag van betalen is 25 november 2026."


@pytest.fixture
def batch(cast):
    """A released run that is paid on 25 November; the messages are of the 23rd, the statements of the 20th."""
    betaalt_zelf(cast)
    landlord = crediteur(cast)
    for nummer in range(2):
        huurder(cast, landlord, kenmerk=f"contract {nummer}")
    rij = beoordeel(batch=run(cast, OKT, date(2026, 11, 25)), door=cast.sociale_zaken, moment=MOMENT)
    rij = geef(cast, controleer(batch=rij, door=cast.uitkeringsadministratie, op=OP, moment=MOMENT))
    assert maak_bestand(bestand_id=rij.bestand.pk, moment=MOMENT)
    return rij


def test_executed_before_the_day_of_paying_is_remarked_and_changes_nothing(cast, batch, inloggen):
    gelezen = lees(cast, batch, status(batch))
    assert gelezen.bericht.telling == {"uitgevoerd genoemd voor de dag van betalen": 2}
    assert standen(batch) == ["open", "open"]
    assert sluit(batch) == {"nog geen bericht van de bank": 2}
    assert Bankregel.objects.get().zin.startswith(ZIN)
    assert ZIN in kaal(inloggen(cast.sociale_zaken).get(f"/diemen/ontzorgen/betaalruns/{batch.pk}/").content.decode())

    later = status(batch, nummer="BANK-2").getvalue().replace(b"2026-11-23T", b"2026-11-25T")
    lees(cast, batch, type(status(batch))(later))
    assert standen(batch) == ["uitgevoerd", "uitgevoerd"]


def test_refused_or_accepted_before_the_day_of_paying_is_taken_over(cast, batch):
    gelezen = lees(cast, batch, status(batch, stand="PART", r0="RJCT", r1="ACSP"))
    assert gelezen.bericht.telling == {"geweigerd": 1, "in behandeling": 1}
    assert standen(batch) == ["geweigerd", "open"]


def test_a_return_from_before_the_day_of_paying_is_held_until_a_person_decides(cast, batch):
    lees_terug(cast, afschrift((batch.pogingen.first().referentie, "612.35")))
    assert standen(batch) == ["open", "open"]
    assert batch.pogingen.onbeslist().count() == 1
    regel = Bankregel.objects.get()
    assert (regel.uitkomst, "maar de dag van betalen is 25 november 2026" in regel.zin) == ("tegenstrijdig", True)
