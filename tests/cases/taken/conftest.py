"""A dossier whose PIP must be decided before Wednesday 18 November 2026, seen on days around that."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from cases.services import signalen
from cases.tasks.signalen import verstuur
from tests.fabriek import asielstatushouder

BRP, KENNISGEVING, LAATSTE_DAG = date(2026, 9, 9), date(2026, 8, 1), date(2026, 11, 18)


def moment(dag: date, uur: int = 6) -> datetime:
    return datetime(dag.year, dag.month, dag.day, uur, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def dossier(cast):
    return asielstatushouder(cast.gemeente, cast.consulent, brp=BRP, kennisgeving=KENNISGEVING)


@pytest.fixture
def maak(diemen, time_machine):
    """Make the signals of this day and make it that day."""

    def op(dag: date) -> int:
        time_machine.move_to(moment(dag), tick=False)
        return signalen.maak(gemeente=diemen, op=dag, moment=moment(dag))

    return op


@pytest.fixture
def post(mailoutbox, django_capture_on_commit_callbacks):
    """Send what waits; returns {address: text} of the mails of this run."""

    def nu() -> dict[str, str]:
        mailoutbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            verstuur()
        assert all(len(bericht.to) == 1 for bericht in mailoutbox)
        return {bericht.to[0]: bericht.body for bericht in mailoutbox}

    return nu
