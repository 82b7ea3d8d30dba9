"""Background work of the progress: writing reports and cleaning up; every task is safe to run twice."""

from datetime import timedelta

from celery import shared_task

from cases.klok import nu, vandaag
from cases.services.hartslag import hartslag
from pip_plans.voortgang.services import rapport

NIEMAND_BEZIG = timedelta(minutes=2)


@shared_task(name="pip_plans.voortgang.tasks.schrijf")
def schrijf(rapport_id: int) -> None:
    """Write one piece of a confirmed report and queue the next."""
    rapport.schrijf_en_ga_door(rapport_id=rapport_id, op=vandaag(), moment=nu())


@shared_task(name="pip_plans.voortgang.tasks.veeg")
def veeg() -> None:
    """Every minute: reports that the queue lost are queued again."""
    with hartslag("rapporten_veeg") as slag:
        slag.tel(rapporten=rapport.hervat(sinds=nu() - NIEMAND_BEZIG))


@shared_task(name="pip_plans.voortgang.tasks.ruim_op")
def ruim_op() -> None:
    """Daily: old previews and the cells of old reports go."""
    with hartslag("rapporten_opruimen") as slag:
        slag.tel(**rapport.ruim_op(moment=nu()))
