"""A real broker, real worker and beat processes, and the database of the test seen by all of them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
import redis
from celery import Celery
from django.conf import settings
from django.db import connection

from cases.enums import Rol
from cases.klok import vandaag
from cases.models import Gemeente
from cases.services.inrichting import richt_in
from tests.fabriek import aangesteld, asielstatushouder

from .postbus import Postbus

CONSULENTEN = 12
WACHTTIJD = 120


@dataclass
class Proefopstelling:
    """Starts processes on the broker and the database of this test, and ends them."""

    omgeving: dict[str, str]
    logboek: Path
    postbus: Postbus
    processen: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def worker(self, *, gelijktijdig: int = 2) -> subprocess.Popen[bytes]:
        return self._start("worker", "--concurrency", str(gelijktijdig), "--without-mingle", "--without-gossip")

    def beat(self, naam: str = "beat") -> subprocess.Popen[bytes]:
        return self._start("beat", "--schedule", str(self.logboek.parent / naam), "--pidfile", "")

    def zet_klaar(self, taak: str, *args: int) -> None:
        with Celery(broker=self.omgeving["REDIS_URL"], set_as_current=False) as app:
            app.send_task(taak, args=args)

    def maak_wachtrij_leeg(self) -> None:
        """FLUSHALL: what the broker knew is gone."""
        with redis.Redis(unix_socket_path=self.omgeving["REDIS_URL"].removeprefix("redis+socket://")) as server:
            server.flushall()

    def stop(self) -> None:
        for proces in self.processen:
            dood(proces)

    def _start(self, *opdracht: str) -> subprocess.Popen[bytes]:
        with self.logboek.open("ab") as log:
            proces = subprocess.Popen(
                [sys.executable, "-m", "celery", "-A", "inburgering", *opdracht, "--loglevel", "INFO"],
                env=self.omgeving, cwd=settings.HOOFDMAP, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        self.processen.append(proces)
        return proces


def dood(proces: subprocess.Popen[bytes]) -> None:
    """kill -9 of a process and its children; a dead one may stay dead."""
    if proces.poll() is None:
        os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()


@pytest.fixture
def opstelling(transactional_db: None, valkey_server: str, tmp_path: Path) -> Iterator[Proefopstelling]:
    omgeving = {
        "DJANGO_SETTINGS_MODULE": "tests.integratie.instellingen",
        "REDIS_URL": valkey_server,
        "PROEF_DATABASE": connection.settings_dict["NAME"],
    }
    with Postbus(seconden_per_mail=0.05) as postbus:
        omgeving["PROEF_SMTP"] = str(postbus.poort)
        proef = Proefopstelling({**os.environ, **omgeving}, tmp_path / "celery.log", postbus)
        proef.maak_wachtrij_leeg()
        try:
            yield proef
        finally:
            proef.stop()


@pytest.fixture
def caseload(transactional_db: None) -> Gemeente:
    """Twelve consulenten with one late dossier each, and one teamleider."""
    richt_in()
    diemen = Gemeente.objects.get(slug="diemen")
    brp = vandaag() - timedelta(days=90)
    for _ in range(CONSULENTEN):
        asielstatushouder(diemen, aangesteld(diemen, Rol.CONSULENT), brp=brp, kennisgeving=brp - timedelta(days=30))
    aangesteld(diemen, Rol.TEAMLEIDER)
    return diemen


def wacht_tot(klaar: Callable[[], bool], wat: str, log: Path, seconden: float = WACHTTIJD) -> None:
    """Poll until it holds; fails with the end of the log of the processes when the time is up."""
    tot = time.monotonic() + seconden
    while not klaar():
        assert time.monotonic() < tot, f"{wat} kwam niet binnen {seconden} s\n{log.read_text()[-3000:]}"
        time.sleep(0.1)
