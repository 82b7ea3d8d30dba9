"""The leefgeld of the coming months of a unit, from what is recorded and the toeslagen it waits for."""

from collections.abc import Iterator
from datetime import date

from ontzorgen.afrekening import Maandafrekening
from ontzorgen.maanden import eerste_dag, maanden_vanaf
from ontzorgen.models import Uitkeringseenheid
from ontzorgen.prognose import AANTAL_MAANDEN, Prognose, voorspel

from .afrekening import Maandrekening


def prognose_van(*, eenheid: Uitkeringseenheid, op: date) -> Prognose | None:
    """Nine months from this one, or from the first with bijstand; fewer when the right ends, None without any.

    Raises NormFout and AfrekeningFout, both with a Dutch sentence, when a month cannot be reckoned.
    """
    rekening = Maandrekening(eenheid)
    afrekeningen = list(_met_recht(rekening, eerste_dag(op)))
    toeslagen = [rij.waarde for rij in eenheid.toeslagen.all()]
    if not afrekeningen:
        return None
    return voorspel(afrekeningen, toeslagen=toeslagen, op=op, zelf=rekening.zelf_betaald)


def _met_recht(rekening: Maandrekening, vanaf: date) -> Iterator[Maandafrekening]:
    begin = [eerste_dag(recht.vanaf) for recht in rekening.recht if not recht.tot_en_met or recht.tot_en_met >= vanaf]
    for maand in maanden_vanaf(max(vanaf, min(begin)), AANTAL_MAANDEN) if begin else ():
        afrekening = rekening.maand(maand, voorlopig=True)
        if not afrekening.norm.delen:
            return
        yield afrekening
