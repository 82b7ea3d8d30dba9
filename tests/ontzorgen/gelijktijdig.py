"""Two people or two workers at once on real connections: together, or one after the other on the same lock."""

import math
import threading
import time
from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from inburgering import wachtrij
from ontzorgen.services.fout import OntzorgFout

GEDULD = 60


@pytest.fixture
def wachtrij_rust(monkeypatch):
    """What is queued waits for the sweep: here it is about who takes the step."""
    monkeypatch.setattr(wachtrij._Rust, "tot", math.inf)


def tegelijk(*stappen: Callable[[], object]) -> Counter[str]:
    """How often which outcome: what a step gave as text, or its refusal."""
    start, uitkomsten = threading.Barrier(len(stappen)), Counter()

    def probeer(doe: Callable[[], object]) -> None:
        try:
            start.wait(timeout=GEDULD)
            uitkomsten[str(doe())] += 1
        except OntzorgFout as fout:
            uitkomsten[str(fout)] += 1
        finally:
            connection.close()

    draden = [threading.Thread(target=probeer, args=(stap,)) for stap in stappen]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=GEDULD)
    return uitkomsten


def na_elkaar(eerst: Callable[[], object], daarna: Callable[[], object]) -> Counter[str]:
    """The second begins while the first holds the lock of paying, waits for it in the database, and then goes on."""
    begonnen, gezien, uitkomsten = threading.Event(), threading.Event(), Counter()
    nummer: list[int] = []

    def voor() -> None:
        with transaction.atomic():
            uitkomsten[str(eerst())] += 1
            begonnen.set()
            assert gezien.wait(timeout=GEDULD)

    def na() -> None:
        assert begonnen.wait(timeout=GEDULD)
        with connection.cursor() as cursor:
            cursor.execute("select pg_backend_pid()")
            nummer.append(cursor.fetchone()[0])
        try:
            uitkomsten[str(daarna())] += 1
        except OntzorgFout as fout:
            uitkomsten[str(fout)] += 1

    draden = [threading.Thread(target=los(stap)) for stap in (voor, na)]
    for draad in draden:
        draad.start()
    assert begonnen.wait(timeout=GEDULD)
    wacht_op_slot(nummer)
    gezien.set()
    for draad in draden:
        draad.join(timeout=GEDULD)
    return uitkomsten


def los(stap: Callable[[], None]) -> Callable[[], None]:
    """The step in a thread that gives its connection back."""

    def doe() -> None:
        try:
            stap()
        finally:
            connection.close()

    return doe


def wacht_op_slot(nummer: list[int]) -> None:
    """Until the database says that this connection waits for somebody."""
    vraag = "select cardinality(pg_blocking_pids(%s)) > 0"
    _wacht_tot(vraag, lambda: nummer[0] if nummer else 0, "de tweede wachtte niet op de eerste")


def wacht_tot_weg(pid: int) -> None:
    """Until the server has noticed that the client of this connection is gone."""
    vraag = "select not exists (select from pg_stat_activity where pid = %s)"
    _wacht_tot(vraag, lambda: pid, "de verbinding van de gestopte werker bleef bestaan")


def _wacht_tot(vraag: str, pid: Callable[[], int], anders: str) -> None:
    uiterlijk = time.monotonic() + GEDULD
    while time.monotonic() < uiterlijk:
        with connection.cursor() as cursor:
            cursor.execute(vraag, [pid()])
            if cursor.fetchone()[0]:
                return
    pytest.fail(anders)
