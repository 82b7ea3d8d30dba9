"""The hours of NT2 that the change of the PIP begins with (art. 5.5 Bi)."""

from datetime import date, timedelta

from pip_plans.plan.lesuren import lesuren
from pip_plans.uitvoering.enums import Stopreden
from pip_plans.uitvoering.services.stoppen import stop
from tests.pip_plans.uitvoering.bouw import maak_aanbieder

from .bouw import OP, WEEK, geplaatst, legt_vast, statushouder


def test_hours_of_all_places_are_counted_up_to_the_last_week_and_knm_is_not_nt2(cast):
    plaats = statushouder(cast)
    assert lesuren(plaats.dossier, OP) is None

    legt_vast(cast, plaats, WEEK - timedelta(weeks=1), nt2=9.5, knm=2)
    stop(plaatsing=plaats, datum=OP, reden=Stopreden.AANBIEDER, door=cast.consulent, op=OP)
    wie = maak_aanbieder(cast, "Een andere school", aanbod=("b1",))
    legt_vast(cast, geplaatst(cast, plaats.dossier, wie=wie), WEEK, nt2=8)
    gevonden = lesuren(plaats.dossier, OP)

    assert gevonden is not None
    assert (gevonden.uren, gevonden.op) == (17, date(2026, 11, 8))
    assert gevonden.bron == "de uren in het dossier, tot en met week 45 van 2026"


def test_a_week_that_is_not_over_is_counted_up_to_today(cast):
    plaats = statushouder(cast)
    legt_vast(cast, plaats, nt2=10)

    gevonden = lesuren(plaats.dossier, WEEK + timedelta(days=2))
    assert gevonden is not None
    assert gevonden.op == WEEK + timedelta(days=2)
    assert lesuren(plaats.dossier, WEEK - timedelta(days=1)) is None
