"""How long a step takes by the clock, and how much of a processor it takes: ours and that of the database together.

The clock of a busy machine tells what others do as well; the time of the processors hardly. Both on this machine.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from django.db import connection


@dataclass(frozen=True, slots=True)
class Duur:
    """In seconds."""

    klok: float
    processor: float

    def __add__(self, ander: Self) -> Self:
        return type(self)(self.klok + ander.klok, self.processor + ander.processor)

    def gedeeld(self, door: int) -> Self:
        return type(self)(self.klok / door, self.processor / door)


NIETS = Duur(0, 0)


def meet(stap: Callable[[], object]) -> Duur:
    klok, processor = time.perf_counter(), _processor()
    stap()
    return Duur(time.perf_counter() - klok, _processor() - processor)


def _processor() -> float:
    """Of this process and of the one that serves its connection."""
    connection.ensure_connection()
    pid = connection.connection.info.backend_pid
    return time.process_time() + int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
