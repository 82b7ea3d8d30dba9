"""The months of a unit as rows that explain themselves, for the tab Ontzorgen."""

from dataclasses import dataclass
from datetime import date

from ontzorgen.afrekening import Maandafrekening
from ontzorgen.kortingen import AfrekeningFout
from ontzorgen.maanden import eerste_dag, maanden_vanaf, maandnaam
from ontzorgen.models import Uitkeringseenheid
from ontzorgen.normen import NormFout
from ontzorgen.services.afrekening import Maandrekening

AANTAL = 3


@dataclass(frozen=True, slots=True)
class Maandbeeld:
    """One month: its settlement, or the Dutch reason why it cannot be reckoned yet."""

    naam: str
    afrekening: Maandafrekening | None
    fout: str = ""


def maandbeelden(eenheid: Uitkeringseenheid, op: date) -> list[Maandbeeld]:
    """This month and the next ones; a norm that is not known yet is stood in for by the newest one, and says so."""
    rekening = Maandrekening(eenheid)
    return [_beeld(rekening, maand) for maand in maanden_vanaf(eerste_dag(op), AANTAL)]


def _beeld(rekening: Maandrekening, maand: date) -> Maandbeeld:
    try:
        return Maandbeeld(maandnaam(maand), rekening.maand(maand, voorlopig=True))
    except (NormFout, AfrekeningFout) as fout:
        return Maandbeeld(maandnaam(maand), None, str(fout))
