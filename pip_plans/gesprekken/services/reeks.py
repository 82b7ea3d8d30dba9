"""Keeping the row of a dossier in line with its PIP and its talks."""

from django.db import transaction
from django.utils.timezone import localtime

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Dossier
from inburgering.recht.feiten import Dossierfeiten, FeitSoort
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.termijnen import einde_reden
from pip_plans.gesprekken.models import Gesprekkenreeks
from pip_plans.gesprekken.ritme import volgende_uiterlijk
from pip_plans.plan.models import Pip


@transaction.atomic
def werk_bij(*, dossier: Dossier, feiten: Dossierfeiten) -> Gesprekkenreeks | None:
    """Derive the row anew; running it again changes nothing. None, and no row, while no PIP of ours asks for talks.

    Grondslag: art. 5.3 lid 4 Besluit inburgering 2021. A talk counts when the inburgeraar came. The next one is counted
    from the last that was held, the first from the first PIP of this gemeente.
    """
    pip = staand_pip(feiten)
    aantal = _aantal(dossier, pip.tekst("beschikking")) if pip and not einde_reden(feiten) else None
    begin = feiten.eerste(FeitSoort.PIP_VASTGESTELD)
    if not aantal or begin is None:
        Gesprekkenreeks.objects.filter(dossier=dossier).delete()
        return None
    gesprekken = dossier.afspraken.filter(soort=Afspraaksoort.VOORTGANG, uitkomst=Afspraakuitkomst.VERSCHENEN)
    laatste = gesprekken.order_by("begin").last()
    gehouden = gesprekken.count()
    sinds = max(begin.datum, localtime(laatste.begin).date()) if laatste else begin.datum
    waarden = {
        "aantal": aantal,
        "gehouden": gehouden,
        "sinds": sinds,
        "uiterlijk": volgende_uiterlijk(aantal=aantal, gehouden=gehouden, sinds=sinds),
    }
    return Gesprekkenreeks.objects.update_or_create(dossier=dossier, defaults=waarden)[0]


def _aantal(dossier: Dossier, nummer: str) -> int | None:
    """The number in the PIP with this decision; None for one from before this system."""
    rijen = Pip.objects.filter(dossier=dossier, beschikking__nummer=nummer).exclude(beschikking=None)
    aantal: int | None = rijen.values_list("voortgangsgesprekken", flat=True).first()
    return aantal
