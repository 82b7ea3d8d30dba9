"""Handing work to the broker: after the commit, and never at the cost of who waits for a page."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import transaction
from kombu import pools

from cases.models import Hartslag
from inburgering import wachtrij
from inburgering.celery import app as current_app

TAAK = "cases.tasks.onderhoud.ruim_sessies_op"


@pytest.fixture
def zwijgende_broker() -> Iterator[str]:
    """Takes every connection and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        verbindingen: list[socket.socket] = []

        def neem_aan() -> None:
            while True:
                try:
                    verbindingen.append(server.accept()[0])
                except OSError:
                    return

        luisteraar = threading.Thread(target=neem_aan, daemon=True)
        luisteraar.start()
        # Should a client ever wait without a limit, the test fails instead of hanging.
        genoeg = threading.Timer(20, lambda: [verbinding.shutdown(socket.SHUT_RDWR) for verbinding in verbindingen])
        genoeg.daemon = True
        genoeg.start()
        yield f"redis://127.0.0.1:{server.getsockname()[1]}/0"
        genoeg.cancel()
        server.shutdown(socket.SHUT_RDWR)
        luisteraar.join(5)
        for verbinding in verbindingen:
            verbinding.close()


@pytest.fixture
def echte_wachtrij(zwijgende_broker, monkeypatch) -> Iterator[None]:
    monkeypatch.setattr(wachtrij._Rust, "tot", 0.0)
    oud = current_app.conf.broker_url
    current_app.conf.update(task_always_eager=False, broker_url=zwijgende_broker)
    vergeet_verbindingen()
    yield
    current_app.conf.update(task_always_eager=True, broker_url=oud)
    vergeet_verbindingen()


def vergeet_verbindingen() -> None:
    """Another broker address holds only for connections that are yet to be made."""
    pools.reset()
    current_app.amqp._producer_pool = current_app._pool = None


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_hangs_is_waited_for_once_and_then_left_alone(echte_wachtrij, caplog):
    begin = time.monotonic()
    for _ in range(20):
        wachtrij.zet_in_wachtrij(TAAK)

    assert time.monotonic() - begin < 10
    assert [bericht.levelname for bericht in caplog.records if bericht.name == "inburgering.wachtrij"].count(
        "WARNING"
    ) == 1


@pytest.mark.django_db(transaction=True)
def test_work_starts_at_the_commit_and_never_after_a_rollback():
    with transaction.atomic():
        wachtrij.zet_in_wachtrij(TAAK)
        transaction.set_rollback(True)
    assert not Hartslag.objects.exists()

    with transaction.atomic():
        wachtrij.zet_in_wachtrij(TAAK)
        assert not Hartslag.objects.exists()
    assert Hartslag.objects.get().taak == "sessies_opruimen"


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["cases.tasks.veeg.bestaat_niet", "cases.tasks.bestaat_niet.veeg"])
def test_a_name_that_is_no_task_fails_before_the_commit(naam):
    with pytest.raises((LookupError, ModuleNotFoundError)):
        wachtrij.zet_in_wachtrij(naam)


def test_every_thread_gets_our_application_also_when_somebody_asked_for_one_before_it_was_there():
    vraag = """
import threading, celery
celery.current_app.main
from inburgering.celery import app
draad = threading.Thread(target=lambda: print(celery.current_app._get_current_object() is app))
draad.start()
draad.join()
"""
    antwoord = subprocess.run([sys.executable, "-c", vraag], cwd=settings.HOOFDMAP, capture_output=True, text=True)
    assert antwoord.stdout.strip() == "True", antwoord.stderr
