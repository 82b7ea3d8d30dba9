"""The locks of ontzorgen. Always the gemeente first, then the run or the dossier, so that nobody waits in a circle."""

from cases.models import Dossier, Gemeente
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


def vergrendel_dossier(dossier: Dossier) -> None:
    """Two people who decide or record something on one person come after each other, until the transaction ends."""
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
