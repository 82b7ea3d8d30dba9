"""The log tells what went wrong and where, and quotes nobody's data."""

import logging

import pytest
from celery import Celery
from django.conf import settings
from django.db import IntegrityError

from cases.models import Inburgeraar
from inburgering.logboek import ZonderGegevens
from tests.conftest import VANDAAG
from tests.fabriek import maak_dossier

BSN = "999284691"


@pytest.fixture
def fout(cast) -> Exception:
    """What PostgreSQL says of a BSN that is taken, with the number in it."""
    maak_dossier(cast.gemeente, op=VANDAAG, bsn=BSN)
    ander = maak_dossier(cast.gemeente, op=VANDAAG).inburgeraar
    with pytest.raises(IntegrityError) as gevangen:
        Inburgeraar.objects.filter(pk=ander.pk).update(bsn=BSN)
    assert BSN in str(gevangen.value)
    return gevangen.value


def geschreven(fout: Exception, melding: str = "ging mis", args: object = ()) -> str:
    opmaak = ZonderGegevens("{levelname} {message}", style="{")
    waar = (type(fout), fout, fout.__traceback__)
    return opmaak.format(logging.LogRecord("x", logging.ERROR, "x.py", 1, melding, args, waar))  # type: ignore[arg-type]


def test_an_exception_is_written_as_its_kind_and_place(fout):
    regels = geschreven(fout)

    assert regels.startswith("ERROR ging mis")
    assert regels.endswith("IntegrityError")
    assert "test_logboek.py" in regels
    assert "UniqueViolation" in regels
    assert BSN not in regels


def test_what_celery_says_of_a_failed_task_quotes_nothing_either(fout):
    args = {"name": "cases.tasks.x", "exc": repr(fout), "traceback": f"… {fout}"}

    regels = geschreven(fout, "Task %(name)s raised unexpected: %(exc)s", (args,))

    assert "Task cases.tasks.x raised unexpected: IntegrityError" in regels
    assert BSN not in regels


def test_web_and_worker_write_their_log_this_way(monkeypatch):
    gezet = []
    monkeypatch.setattr("inburgering.celery.dictConfig", gezet.append)
    Celery("proef").log.setup_logging_subsystem()

    assert gezet == [settings.LOGGING]
    assert settings.LOGGING["formatters"]["regel"]["()"] == f"{ZonderGegevens.__module__}.ZonderGegevens"
