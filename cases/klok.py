"""The only place that asks the clock. Views, tasks and commands call it and pass the date on; models stamp with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_stempel: ContextVar[Callable[[], datetime] | None] = ContextVar("stempel", default=None)


def vandaag() -> date:
    """Today in the Netherlands."""
    return timezone.localdate()


def nu() -> datetime:
    return timezone.now()


def stempel() -> datetime:
    """When a row came to be."""
    gezet = _stempel.get()
    return gezet() if gezet else nu()


@contextmanager
def gestempeld(met: Callable[[], datetime]) -> Iterator[None]:
    """Stamp rows with this inside the block: the demonstration plays what happened on days gone by."""
    merk = _stempel.set(met)
    try:
        yield
    finally:
        _stempel.reset(merk)
