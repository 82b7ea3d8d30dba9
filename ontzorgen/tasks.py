"""Background work of ontzorgen: filling runs, making bank files and lists; every task is safe to run twice."""

from datetime import timedelta

from celery import shared_task

from cases.klok import nu, vandaag
from cases.services.hartslag import hartslag
from ontzorgen.services import betaalbestanden, lijstaanvragen, runvulling

NIEMAND_BEZIG = timedelta(minutes=2)


@shared_task(name="ontzorgen.tasks.vul_run")
def vul_run(batch_id: int) -> None:
    """Take the next units into a run and queue the rest."""
    runvulling.vul_en_ga_door(batch_id=batch_id, op=vandaag(), moment=nu())


@shared_task(name="ontzorgen.tasks.maak_bestand")
def maak_bestand(bestand_id: int) -> None:
    """Make the bank file of a released run."""
    betaalbestanden.maak_bestand(bestand_id=bestand_id, moment=nu())


@shared_task(name="ontzorgen.tasks.maak_lijst")
def maak_lijst(aanvraag_id: int) -> None:
    """Freeze a month and make its list of withholdings."""
    lijstaanvragen.maak_gevraagde_lijst(aanvraag_id=aanvraag_id, op=vandaag(), moment=nu())


@shared_task(name="ontzorgen.tasks.veeg")
def veeg() -> None:
    """Every minute: runs, files and lists that the queue lost are queued again."""
    with hartslag("betaalruns_veeg") as slag:
        sinds = nu() - NIEMAND_BEZIG
        slag.tel(
            runs=runvulling.hervat(sinds=sinds),
            bestanden=betaalbestanden.hervat(sinds=sinds),
            lijsten=lijstaanvragen.hervat(sinds=sinds),
        )
