"""How full a contract is, and whose turn it is."""

from datetime import date

from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering.models import Contract, Plaatsing

from .fout import UitvoeringFout

LANGSTE_MAATWERK = 5  # years


def drukte(*, contract: Contract, start: date, einde: date | None, zonder: int | None = None) -> int:
    """How many places are taken on the busiest day from `start` up to and including `einde` (None: without an end).

    `zonder` leaves out one plaatsing. The trigger on Plaatsing counts the same.
    """
    rijen = contract.plaatsingen.bezet_vanaf(start).exclude(pk=zonder)
    if einde is not None:
        rijen = rijen.filter(start__lte=einde)
    perioden = list(rijen.values_list("start", "einde"))
    dagen = {start, *(begin for begin, _ in perioden if begin >= start)}
    return max(sum(begin <= dag and (tot is None or tot >= dag) for begin, tot in perioden) for dag in dagen)


def vrij(rij: Plaatsing, start: date, einde: date) -> int | None:
    """How many places are left on the busiest day, before this one is given; None outside a contract.

    Raises UitvoeringFout for days that are the wrong way round, absurdly far apart or outside the contract.
    """
    contract = rij.contract
    if einde < start:
        raise UitvoeringFout("De laatste dag ligt voor de eerste.", "einde")
    if contract is None:
        if einde.year - start.year > LANGSTE_MAATWERK:
            raise UitvoeringFout(
                f"Een plaats duurt hoogstens {LANGSTE_MAATWERK} jaar. Kijk de laatste dag na.", "einde"
            )
        return None
    for veld, naam, dag in (("start", "eerste", start), ("einde", "laatste", einde)):
        if not contract.van <= dag <= contract.tot:
            raise UitvoeringFout(
                f"Het contract loopt van {datum_zonder_weekdag(contract.van)} tot en met "
                f"{datum_zonder_weekdag(contract.tot)}. De {naam} dag ligt daarbuiten.", veld,
            )  # fmt: skip
    over = contract.plaatsen - drukte(contract=contract, start=start, einde=einde, zonder=rij.pk)
    if over < 1:
        raise UitvoeringFout("Het contract is vol in deze periode. Zet de inburgeraar op de wachtlijst.", "start")
    return over


def eis_beurt(rij: Plaatsing, over: int | None, voorrang: str) -> None:
    """Who waits longer goes first, unless there are places for all of them or somebody says why not."""
    if over is None or rij.contract is None or voorrang.strip():
        return
    wachtend = rij.contract.plaatsingen.wachtend().exclude(pk=rij.pk)
    if rij.wacht_sinds:
        wachtend = wachtend.filter(wacht_sinds__lt=rij.wacht_sinds)
    if wachtend.count() >= over:
        raise UitvoeringFout("Er wacht iemand langer. Schrijf op waarom deze inburgeraar voorgaat.", "voorrang")
