"""The leefgeld of the coming months of a unit, from what is recorded and the toeslagen it waits for."""

from collections.abc import Collection, Iterator
from datetime import date

from ontzorgen.afrekening import Maandafrekening
from ontzorgen.maanden import eerste_dag, maanden_vanaf
from ontzorgen.models import Uitkeringseenheid
from ontzorgen.prognose import AANTAL_MAANDEN, Prognose, voorspel

from .afrekening import Maandrekening
from .zelf_betalen import bedrag_zelf, zelf_te_betalen


def prognose_van(*, eenheid: Uitkeringseenheid, op: date, geheim: Collection[int] = ()) -> Prognose | None:
    """Nine months from this one, or from the first with bijstand; fewer when the right ends.

    None without a right on `op` or later: what is left of the month in which it ended is no forecast. `geheim`: of whom
    no creditor is named, see `Maandrekening`.

    Raises NormFout and AfrekeningFout, both with a Dutch sentence, when a month cannot be reckoned.
    """
    maanden = list(_met_recht(Maandrekening(eenheid, geheim=geheim), op))
    if not maanden:
        return None
    zelf = {afrekening.maand: bedrag for afrekening, bedrag in maanden}
    toeslagen = [rij.waarde for rij in eenheid.toeslagen.all()]
    return voorspel([afrekening for afrekening, _ in maanden], toeslagen=toeslagen, op=op, zelf=zelf.__getitem__)


def _met_recht(rekening: Maandrekening, op: date) -> Iterator[tuple[Maandafrekening, int]]:
    """The months with a right to bijstand, each with the cents of fixed costs that the household pays itself."""
    begin = [recht.vanaf for recht in rekening.recht if not recht.tot_en_met or recht.tot_en_met >= op]
    for maand in maanden_vanaf(eerste_dag(max(op, min(begin))), AANTAL_MAANDEN) if begin else ():
        zelf = zelf_te_betalen(rekening, maand)
        afrekening = rekening.maand(maand, voorlopig=True, zonder=zelf)
        if not afrekening.norm.delen:
            return
        yield afrekening, bedrag_zelf(zelf)
