"""The virus scan of papers that came in."""

from celery import shared_task

from cases.klok import nu
from cases.services import stukken


@shared_task(name="cases.tasks.stukken.controleer")
def controleer(stuk_id: int) -> None:
    """Scan one paper; safe to run twice."""
    stukken.controleer(stuk_id=stuk_id, moment=nu())
