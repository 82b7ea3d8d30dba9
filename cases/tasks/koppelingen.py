"""Writing confirmed koppelingen and cleaning up; the sweep picks up what the queue lost."""

from celery import shared_task

from cases.klok import nu, vandaag
from cases.services import koppelingen
from cases.services.hartslag import hartslag


@shared_task(name="cases.tasks.koppelingen.schrijf")
def schrijf(bestand_id: int) -> None:
    """Write one piece of a confirmed file and queue the next; safe to run twice."""
    koppelingen.schrijf_en_ga_door(bestand_id=bestand_id, op=vandaag(), moment=nu())


@shared_task(name="cases.tasks.koppelingen.ruim_op")
def ruim_op() -> None:
    """Daily: old previews and the contents of old imports go."""
    with hartslag("koppelingen_opruimen") as slag:
        slag.tel(**koppelingen.ruim_op(moment=nu()))
