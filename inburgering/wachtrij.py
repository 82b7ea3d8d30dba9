"""The one way in which services hand work to Celery: by task name, after the commit.

The row that describes the work is committed first; the queued task only speeds it up. When the broker is away the
work is not lost: the periodic sweep finds the row. That is why a failing broker is logged here and not raised.
"""

import logging
from functools import partial

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def zet_in_wachtrij(taak: str, *args: int | str) -> None:
    """Queue `taak` (full task name) with ids as arguments once the current transaction has committed."""
    transaction.on_commit(partial(_verstuur, taak, args))


def _verstuur(taak: str, args: tuple[int | str, ...]) -> None:
    if taak not in current_app.tasks:
        current_app.loader.import_default_modules()  # only a worker does this by itself
    try:
        current_app.tasks[taak].apply_async(args=args, retry=False)
    except OperationalError:
        logger.warning("wachtrij niet bereikbaar; de veegtaak pakt %s later op", taak)
