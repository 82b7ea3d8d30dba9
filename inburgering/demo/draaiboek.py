"""Playing many courses of events side by side, in the order of the calendar, up to the peildatum.

A course is a generator that yields the day of its next step. What lies after the peildatum has simply not happened
yet, so a course may be written from the first day to the last. Numbers and history come out in the order of time.
"""

import heapq
from collections.abc import Callable, Generator, Iterable
from datetime import date, datetime, time, timedelta
from itertools import count

from django.utils.timezone import make_aware

from cases.klok import gestempeld, nu, vandaag
from inburgering.recht.kalender import Kalender

Verloop = Generator[date, date, None]
"""Yields the day it wants to go on; is sent the working day on which it does."""


KANTOORUREN = 7 * 60  # minutes


def speel_af(verlopen: Iterable[Verloop], *, peildatum: date, kalender: Kalender) -> None:
    """Run every course up to and including the peildatum. A day that nobody works moves to the next working day."""
    rij: list[tuple[date, int, Verloop]] = []
    for nummer, verloop in enumerate(verlopen):
        _zet_terug(rij, nummer, verloop, next(verloop, None), date.min, kalender)
    while rij:
        dag, nummer, verloop = heapq.heappop(rij)
        if dag > peildatum:
            verloop.close()
            continue
        try:
            with gestempeld(_klok_van(dag, nummer)):
                volgende = verloop.send(dag)
        except StopIteration:
            continue
        _zet_terug(rij, nummer, verloop, volgende, dag, kalender)


def _klok_van(dag: date, nummer: int) -> Callable[[], datetime]:
    """A clock that ticks in office hours of a day gone by, from one time per course; today it is the real one."""
    if dag >= vandaag():
        return nu
    begin = make_aware(datetime.combine(dag, time(9))) + timedelta(minutes=nummer * 37 % KANTOORUREN)
    seconden = count()
    return lambda: begin + timedelta(seconds=next(seconden))


def _zet_terug(
    rij: list[tuple[date, int, Verloop]],
    nummer: int,
    verloop: Verloop,
    dag: date | None,
    niet_voor: date,
    kalender: Kalender,
) -> None:
    if dag is not None:
        werkdag, _ = kalender.eerstvolgende_gewone_dag(max(dag, niet_voor))
        heapq.heappush(rij, (werkdag, nummer, verloop))
