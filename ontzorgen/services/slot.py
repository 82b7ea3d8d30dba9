"""The locks of paying. Always the gemeente first, then the run, so that nobody waits for each other in a circle."""

from cases.models import Gemeente
from ontzorgen.models import Betaalbatch


def zet_gemeente_op_slot(gemeente: Gemeente) -> None:
    """Making, filling, stopping and releasing happen one after the other in a gemeente, until the transaction ends."""
    Gemeente.objects.select_for_update(no_key=True).get(pk=gemeente.pk)


def vergrendel_run(batch: Betaalbatch) -> Betaalbatch:
    """The run as it is now, locked together with its gemeente until the transaction ends."""
    zet_gemeente_op_slot(batch.betaalmaand.gemeente)
    rijen = Betaalbatch.objects.select_for_update(of=("self",)).select_related("betaalmaand__gemeente")
    rij: Betaalbatch = rijen.get(pk=batch.pk)
    return rij
