"""The one way in which services hand work to Celery: by task name, after the commit.

The row that describes the work is committed first; the queued task only speeds it up. When the broker is away the
work is not lost: the periodic sweep finds the row. That is why a failing broker is logged here and not raised, and
why nobody waits for it long: after one failure this process leaves the broker alone for half a minute.
"""

import logging
import time
from functools import partial
from importlib import import_module

from celery import Task
from django.db import transaction
from kombu.exceptions import OperationalError

from .celery import app

logger = logging.getLogger(__name__)

SECONDEN_RUST = 30
# A connection that went stale while it was idle is replaced once; more patience is for the sweep.
EENMAAL_OPNIEUW = {"max_retries": 1, "interval_start": 0, "interval_step": 0}


class _Rust:
    """Until when this process does not try the broker, by the monotonic clock."""

    tot = 0.0


def zet_in_wachtrij(taak: str, *args: int | str) -> None:
    """Queue `taak` (full task name) with ids as arguments once the current transaction has committed.

    Raises LookupError at once, before the commit, for a name that is no task.
    """
    transaction.on_commit(partial(_verstuur, _taak(taak), args))


def _taak(naam: str) -> Task:
    """The task itself, bound to our own application: which one is "current" can differ from one thread to another.

    Its module is imported here, because a web process has not read the tasks of every app.
    """
    if naam not in app.tasks:
        import_module(naam.rpartition(".")[0])
    return app.tasks[naam]


def _verstuur(taak: Task, args: tuple[int | str, ...]) -> None:
    if time.monotonic() < _Rust.tot:
        logger.info("wachtrij rust; de veegtaak pakt %s op", taak.name)
        return
    try:
        taak.apply_async(args=args, retry=True, retry_policy=EENMAAL_OPNIEUW)
    except OperationalError:
        _Rust.tot = time.monotonic() + SECONDEN_RUST
        logger.warning("wachtrij niet bereikbaar; de veegtaak pakt %s later op", taak.name)
