"""Falling presence gives work before it gives trouble, and the work is done when somebody was spoken to."""

from datetime import date, timedelta

import pytest

from cases.panelen import Dossierbeeld, Werkblik, wat_nu, werkstapels
from cases.services.bescherming import bescherm
from cases.services.termijnen import dossierfeiten_van
from pip_plans.uitvoering.enums import Stopreden
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.services.stoppen import stop
from pip_plans.voortgang.models import Weekstaat
from pip_plans.voortgang.services.contact import Contactwijze, leg_contact_vast
from pip_plans.voortgang.stappen import TITEL
from tests.fabriek import Cast

from .bouw import OP, WEEK, legt_vast, statushouder, weken


def stappen(cast: Cast, plaatsing: Plaatsing, op: date = OP) -> list[str]:
    dossier = plaatsing.dossier
    beeld = Dossierbeeld(dossier, dossierfeiten_van(dossier), list(dossier.termijnen.all()), cast.consulent, op)
    return [stap.titel for stap in wat_nu(beeld)]


def stapel(cast: Cast, rol: str = "consulent") -> list[str]:
    """Whose names are on the pile."""
    blik = Werkblik(getattr(cast, rol), cast.gemeente, frozenset({rol}), OP)
    rijen = [(stapel.tel(blik), stapel.lijst(blik, 50)) for stapel in werkstapels([rol]) if "aanwezig" in stapel.kop]
    assert all(aantal == len(lijst) for aantal, lijst in rijen)
    return [rij.van_wie for _, lijst in rijen for rij in lijst]


@pytest.mark.parametrize(
    ("aanwezig", "werk"),
    [
        ((100, 90, 80, 70), True),
        ((100, 0, 0, 0), True),
        ((80, 70, 70, 70), True),
        ((50, 50, 50), True),  # from the first week on
        ((100, 100, 70, 60), False),  # two weeks
        ((100, 70, 60, 80), False),  # back again
        ((100, 90, 90, 90), False),  # nine hours out of ten
        ((70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70), False),  # always so, and long ago noticed
    ],
)
def test_three_weeks_in_a_row_of_less_presence_give_work(cast: Cast, aanwezig, werk) -> None:
    plaatsing = statushouder(cast, start=date(2026, 6, 1))

    weken(cast, plaatsing, *aanwezig)

    assert (TITEL in stappen(cast, plaatsing)) is werk
    assert (plaatsing.dossier.inburgeraar.lijstnaam in stapel(cast)) is werk


def test_a_week_without_lessons_does_not_count(cast: Cast) -> None:
    plaatsing = statushouder(cast)
    weken(cast, plaatsing, 100, 70, 60, tot=WEEK - timedelta(weeks=1))
    legt_vast(cast, plaatsing, WEEK)
    assert TITEL not in stappen(cast, plaatsing)

    legt_vast(cast, plaatsing, WEEK + timedelta(weeks=1), nt2=5, geoorloofd=5)

    assert TITEL in stappen(cast, plaatsing)


def test_contact_ends_the_work_until_it_falls_again(cast: Cast) -> None:
    plaatsing = statushouder(cast)
    weken(cast, plaatsing, 100, 80, 70, 60)
    wie = {"dossier": plaatsing.dossier, "door": cast.consulent, "op": OP, "hoe": Contactwijze.TELEFOON}
    leg_contact_vast(datum=WEEK - timedelta(days=3), afspraak="eerder gebeld", **wie)
    assert TITEL in stappen(cast, plaatsing)
    with pytest.raises(UitvoeringFout, match="toekomst"):
        leg_contact_vast(datum=OP + timedelta(days=1), afspraak="x", **wie)

    for _ in range(2):
        leg_contact_vast(datum=WEEK + timedelta(days=3), afspraak="een ander lesuur", **wie)

    assert TITEL not in stappen(cast, plaatsing)
    assert stapel(cast) == []
    assert plaatsing.dossier.gebeurtenissen.filter(soort="CONTACT_OVER_AANWEZIGHEID").count() == 2
    legt_vast(cast, plaatsing, WEEK + timedelta(weeks=1), nt2=4, ongeoorloofd=6)
    assert TITEL in stappen(cast, plaatsing)


def test_who_stopped_or_is_protected_is_on_nobodys_pile(cast: Cast) -> None:
    gestopt, dicht, gewoon = (statushouder(cast) for _ in range(3))
    for plaatsing in (gestopt, dicht, gewoon):
        weken(cast, plaatsing, 100, 80, 70, 60, 50)
    stop(plaatsing=gestopt, datum=OP, reden=Stopreden.VERZOEK, door=cast.consulent, op=OP)
    bescherm(dossier=dicht.dossier, mensen=[], reden="dreiging", door=cast.collega, op=OP)

    assert stapel(cast) == [gewoon.dossier.inburgeraar.lijstnaam]
    assert stapel(cast, "raadpleger") == []
    assert Weekstaat.objects.dalingen(OP + timedelta(weeks=20)).count() == 0
