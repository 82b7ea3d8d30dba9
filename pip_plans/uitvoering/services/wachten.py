"""How long somebody may wait for a place before it is too long: what the gemeente chose."""

from datetime import date, timedelta

from cases.instellingen import instelling
from cases.models import Gemeente


def wachtnorm(gemeente: Gemeente, op: date) -> timedelta:
    """From the day on the waiting list."""
    return timedelta(weeks=int(instelling(gemeente, "wachtlijst_weken", op)[0]))
