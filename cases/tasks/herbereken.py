"""After a change of policy or calendar: bring the terms of a gemeente in line, in pieces of seconds."""

from celery import shared_task

from cases.klok import vandaag
from cases.models import Dossier
from cases.services.beheer import herbereken_dossier
from inburgering.wachtrij import zet_in_wachtrij

STUK = 200


@shared_task
def gemeente(gemeente_id: int, na: int = 0) -> None:
    """Recompute the next piece of open dossiers and queue the rest; safe to run twice and to resume."""
    ids = list(
        Dossier.objects.lopend()
        .filter(gemeente_id=gemeente_id, pk__gt=na)
        .order_by("pk")
        .values_list("pk", flat=True)[:STUK]
    )
    for pk in ids:
        herbereken_dossier(dossier_id=pk, op=vandaag())
    if len(ids) == STUK:
        zet_in_wachtrij("cases.tasks.herbereken.gemeente", gemeente_id, ids[-1])
