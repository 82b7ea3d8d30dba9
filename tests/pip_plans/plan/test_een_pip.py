"""There is one PIP (Wi 15): what stands again in bezwaar never stands beside a newer one."""

import pytest

from cases.services.bezwaar.basis import BezwaarFout
from pip_plans.plan.enums import Intrekkingsgrond, Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.intrekken import stel_intrekken_voor, stel_intrekking_vast
from pip_plans.plan.services.versies import uitgegeven_versie

from .wijziging import EENS, LATER, beslis_herroepen, schrijf, verzend
from .wijziging import begin as begin
from .wijziging import bekend as bekend
from .wijziging import besloten as besloten
from .wijziging import besluit as besluit

OPNIEUW = {"soort": Wijzigingssoort.OPNIEUW, "reden": "Er is een nieuw plan nodig."}


@pytest.fixture
def ingetrokken(bekend, cast):
    voorstel = stel_intrekken_voor(
        pip=bekend, grond=Intrekkingsgrond.ONTERECHT, motivering="Dit klopt niet.", door=cast.consulent, op=LATER
    )
    return verzend(stel_intrekking_vast(intrekking=voorstel, door=cast.tweede_lezer, op=LATER))


@pytest.mark.parametrize("verzonden", [True, False])
def test_a_withdrawal_is_not_herroepen_beside_a_new_pip_unless_that_comes_in_its_place(
    bekend, ingetrokken, begin, besluit, cast, verzonden
):
    nieuw = besluit(begin(uitgegeven_versie(bekend.dossier), **OPNIEUW))
    if verzonden:
        verzend(nieuw)
    with pytest.raises(BezwaarFout, match=rf"PIP-2026-0001 weer, en er is ook al {nieuw}.*art. 15"):
        beslis_herroepen(cast, ingetrokken)


def test_with_the_new_pip_in_its_place_the_old_one_stays_withdrawn(bekend, ingetrokken, begin, besluit, cast):
    nieuw = verzend(besluit(begin(uitgegeven_versie(bekend.dossier), **OPNIEUW)))
    verzend(beslis_herroepen(cast, ingetrokken, vervanging=f"{nieuw} blijft uw PIP."))

    standen = dict(bekend.dossier.beschikkingen.filter(soort="pip").values_list("nummer", "status"))
    assert standen == {"PIP-2026-0001": "ingetrokken", nieuw.nummer: "bekendgemaakt"}


def test_a_new_pip_waits_while_the_decision_that_lets_the_old_one_stand_again_is_not_sent(
    bekend, ingetrokken, begin, besluit, cast
):
    concept = schrijf(begin(uitgegeven_versie(bekend.dossier), **OPNIEUW), zienswijze=EENS)
    wacht = beslis_herroepen(cast, ingetrokken)
    with pytest.raises(PlanFout, match=f"{wacht} is vastgesteld en nog niet verzonden"):
        besluit(Pip.objects.get(pk=concept.pk))

    verzend(wacht)
    with pytest.raises(PlanFout, match="PIP-2026-0001 geldt weer"):
        besluit(Pip.objects.get(pk=concept.pk))
