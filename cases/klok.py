"""The only place that asks the clock. Views, tasks and commands call it and pass the date on."""

from datetime import date, datetime

from django.utils import timezone


def vandaag() -> date:
    """Today in the Netherlands."""
    return timezone.localdate()


def nu() -> datetime:
    return timezone.now()
