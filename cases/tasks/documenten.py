"""Rendering of documents."""

from celery import shared_task

from cases.klok import nu
from cases.services import documenten


@shared_task(name="cases.tasks.documenten.maak")
def maak(document_id: int) -> None:
    """Render one document; safe to run twice."""
    documenten.maak(document_id=document_id, moment=nu())
