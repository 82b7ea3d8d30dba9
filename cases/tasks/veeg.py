"""Every minute: what the queue lost is queued again."""

from celery import shared_task

from cases.klok import nu
from cases.services import veeg as veegdienst
from cases.services.hartslag import hartslag


@shared_task(name="cases.tasks.veeg.veeg")
def veeg() -> None:
    """Sweep once; cheap when nothing lies about, and the sign that beat and worker are alive."""
    with hartslag("veeg") as slag:
        slag.tel(**veegdienst.veeg(moment=nu()))
        slag.waarschuwing = veegdienst.blijft_liggen(moment=nu())
