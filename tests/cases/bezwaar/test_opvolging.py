"""A bezwaar beside the changes of the decision objected to: one at a time is sent (Awb 3:41, 6:19)."""

from datetime import date

import pytest

from cases.enums import Kanaal
from cases.enums_bezwaar import Bezwaaruitkomst
from cases.services.beschikkingen import BeschikkingFout, maak_bekend
from cases.services.bezwaar import beslissen
from cases.services.bezwaar.basis import BezwaarFout
from tests.conftest import VANDAAG

from .hulp import besluit, klaar_om_te_beslissen


def test_herroepen_waits_for_a_change_that_took_the_place_of_one_that_was_never_sent(cast):
    eerste = besluit(cast)
    bezwaar = klaar_om_te_beslissen(cast, eerste, uitkomst=Bezwaaruitkomst.GEGROND, herroept=True)
    tweede = besluit(cast, eerste.dossier, bekend=None, vervangt=eerste)
    derde = besluit(cast, eerste.dossier, bekend=None, vervangt=tweede)

    assert eerste.opvolger_onderweg == derde
    with pytest.raises(BezwaarFout, match=r"PIP-2026-0003 is vastgesteld en nog niet verzonden"):
        beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=VANDAAG)
    with pytest.raises(BeschikkingFout, match="PIP-2026-0003"):
        besluit(cast, eerste.dossier, bekend=None, vervangt=eerste)

    maak_bekend(beschikking=derde, datum=date(2026, 10, 20), kanaal=Kanaal.POST, door=cast.consulent, op=VANDAAG)
    genomen = beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=VANDAAG)
    assert (genomen.beslissing.vervangt, derde.opvolger_onderweg) == (derde, genomen.beslissing)
    assert eerste.opvolger_onderweg is None
