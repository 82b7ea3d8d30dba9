"""Giving many dossiers to one consulent; the sweep picks up what the queue lost."""

from celery import shared_task

from cases.klok import nu, vandaag
from cases.services import toewijzen


@shared_task(name=toewijzen.TAAK)
def werk(ronde_id: int) -> None:
    """Do one piece of a round and queue the next; safe to run twice."""
    toewijzen.werk_en_ga_door(ronde_id=ronde_id, op=vandaag(), moment=nu())
