"""Steps of one bezwaar that several people send in at once: one of them wins, the others see what is there."""

import math
import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from cases.enums import Beschikkingsoort
from cases.models import Afspraak, Beschikking, Bezwaar
from cases.services.bezwaar import beslissen, horen
from cases.services.bezwaar.basis import BezwaarFout
from inburgering import wachtrij
from tests.conftest import VANDAAG

from .hulp import klaar_om_te_beslissen, registreer, zitting

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("wachtrij_rust")]


@pytest.fixture
def wachtrij_rust(monkeypatch):
    """The letters wait for the sweep: here it is about who takes the step."""
    monkeypatch.setattr(wachtrij._Rust, "tot", math.inf)


def tegelijk(aantal: int, doe: Callable[[], Bezwaar]) -> list[str]:
    """What each of them gets: the number of the decision, '' without one, or the refusal."""
    start, uitkomsten = threading.Barrier(aantal), []

    def probeer() -> None:
        try:
            start.wait(timeout=30)
            beslissing = doe().beslissing
            uitkomsten.append(beslissing.nummer if beslissing else "")
        except BezwaarFout as fout:
            uitkomsten.append(str(fout))
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer) for _ in range(aantal)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=60)
    return sorted(uitkomsten)


def test_four_invitations_at_once_make_one_hearing(cast):
    bezwaar, gegevens = registreer(cast), zitting(cast, date(2026, 12, 3))
    uitkomsten = tegelijk(4, lambda: horen.nodig_uit(bezwaar=bezwaar, gegevens=gegevens, door=cast.jurist, op=VANDAAG))

    assert uitkomsten == ["", *["Er is al een hoorzitting gepland. Verplaats die, of zeg die eerst af."] * 3]
    assert Afspraak.objects.count() == 1
    assert bezwaar.dossier.documenten.filter(soort="bezwaar_hoorzitting").count() == 1


def test_who_decides_at_the_same_moment_gets_the_decision_that_is_there(cast):
    bezwaar = klaar_om_te_beslissen(cast)
    uitkomsten = tegelijk(
        3, lambda: beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=VANDAAG)
    )

    assert uitkomsten == ["BOB-2026-0001"] * 3
    assert Beschikking.objects.filter(soort=Beschikkingsoort.BEZWAAR).count() == 1
