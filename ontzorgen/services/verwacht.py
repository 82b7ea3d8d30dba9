"""What the gemeente will pay of each fixed cost in months that are still to be fixed, as the tab Ontzorgen reckons."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from ontzorgen.kortingen import AfrekeningFout
from ontzorgen.models import Uitkeringseenheid
from ontzorgen.normen import NormFout

from .afrekening import Maandrekening, maandrekeningen
from .lasttoets import Lasttoets


class Verwachting(NamedTuple):
    """`betaald` cents of the cost; `gaat_mee` is False when nothing of the unit is paid before a person chose."""

    betaald: int
    gaat_mee: bool


def verwacht(eenheden: Collection[int], maanden: Sequence[date]) -> dict[tuple[int, date], Verwachting]:
    """By fixed cost and month; what cannot be reckoned is not in it."""
    rijen = list(Uitkeringseenheid.objects.filter(pk__in=eenheden).select_related("gemeente"))
    rekeningen = maandrekeningen(rijen)
    gevonden: dict[tuple[int, date], Verwachting] = {}
    for maand in maanden if rekeningen else ():
        toets = Lasttoets(rijen, maand, rekeningen[0].gedeeld)
        for rekening in rekeningen:
            gaat_mee = not any(toets.waarom_niet(rekening.eenheid))
            betaald = _betaald(rekening, maand, toets)
            for last in rekening.lasten_in(maand):
                if last.sleutel in betaald:
                    gevonden[last.pk, maand] = Verwachting(betaald[last.sleutel] if gaat_mee else 0, gaat_mee)
    return gevonden


def _betaald(rekening: Maandrekening, maand: date, toets: Lasttoets) -> dict[str, int]:
    zonder = [last for last in rekening.lasten_in(maand) if toets.waarom_buiten(last)]
    try:
        afrekening = rekening.maand(maand, voorlopig=True, zonder=zonder)
    except (NormFout, AfrekeningFout):
        return {}
    return {} if afrekening.geen_bijstand else {regel.last.sleutel: regel.betaald for regel in afrekening.lasten}
