"""Writing confirmed koppelingen, picking up what the queue lost, and cleaning up."""

from datetime import timedelta

from celery import shared_task

from cases.klok import nu, vandaag
from cases.services import koppelingen
from cases.services.hartslag import hartslag

STIL = timedelta(minutes=10)


@shared_task(name="cases.tasks.koppelingen.schrijf")
def schrijf(bestand_id: int) -> None:
    """Write one piece of a confirmed file and queue the next; safe to run twice."""
    koppelingen.schrijf_en_ga_door(bestand_id=bestand_id, op=vandaag(), moment=nu())


@shared_task(name="cases.tasks.koppelingen.hervat")
def hervat() -> int:
    """For the sweep: queue confirmed files on which nobody has worked for ten minutes."""
    return koppelingen.hervat(sinds=nu() - STIL)


@shared_task(name="cases.tasks.koppelingen.ruim_op")
def ruim_op() -> None:
    """Daily: old previews and the contents of old imports go."""
    with hartslag("koppelingen_opruimen") as slag:
        slag.tel(**koppelingen.ruim_op(moment=nu()))
