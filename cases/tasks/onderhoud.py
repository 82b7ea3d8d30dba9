"""Housekeeping without a subject of its own."""

from celery import shared_task
from django.core.management import call_command

from cases.services.hartslag import hartslag


@shared_task(name="cases.tasks.onderhoud.ruim_sessies_op")
def ruim_sessies_op() -> None:
    """Remove the sessions that have expired."""
    with hartslag("sessies_opruimen"):
        call_command("clearsessions")
