"""Looking a phrase up: what the gemeente recorded comes first, then what is shipped, then Dutch."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from cases.models import Gemeente, Vertaling

from .talen import NEDERLANDS, TALEN
from .zin import PLEK, Vertaalstatus, Zin

MAP = Path(__file__).parent / "zinnen"


@cache
def geleverd(taal: str) -> Mapping[str, str]:
    """The shipped phrases of one language, by code."""
    zinnen: dict[str, str] = json.loads((MAP / f"{taal}.json").read_text(encoding="utf-8"))
    return zinnen


def codes() -> tuple[str, ...]:
    return tuple(geleverd(NEDERLANDS))


def plekken(tekst: str) -> frozenset[str]:
    """The names of the values that a phrase has a place for."""
    return frozenset(PLEK.findall(tekst))


def zin(code: str, taal: str, *, gemeente: Gemeente | None = None, op: date | None = None) -> Zin:
    """The phrase in this language as it stands on `op` in this gemeente; without gemeente the shipped one.

    Falls back to Dutch, never to nothing. Raises KeyError for a code that no phrase has.
    """
    return zinnen((code,), taal, gemeente=gemeente, op=op)[code]


def zinnen(
    codes: tuple[str, ...], taal: str, *, gemeente: Gemeente | None = None, op: date | None = None
) -> dict[str, Zin]:
    """Several phrases in one query."""
    eigen = _eigen(taal, gemeente, op) if gemeente and op and taal != NEDERLANDS else {}
    return {code: _een(code, taal, eigen.get(code)) for code in codes}


def _eigen(taal: str, gemeente: Gemeente, op: date) -> dict[str, Vertaling]:
    rijen = Vertaling.objects.filter(gemeente=gemeente, taal=taal, geldig_vanaf__lte=op)
    return {rij.code: rij for rij in rijen.order_by("geldig_vanaf", "pk")}


def _een(code: str, taal: str, eigen: Vertaling | None) -> Zin:
    nederlands = geleverd(NEDERLANDS)[code]
    richting = TALEN[taal].richting
    # A check of a translation says nothing about a Dutch sentence that changed after it.
    if eigen and eigen.nederlands == nederlands:
        status = Vertaalstatus.NAGEKEKEN if eigen.nagekeken_door else Vertaalstatus.VERTAALD
        return Zin(eigen.tekst, taal, status, eigen.nagekeken_door, richting, eigen.nagekeken_op)
    vertaald = geleverd(taal).get(code) if taal != NEDERLANDS else None
    if vertaald:
        return Zin(vertaald, taal, Vertaalstatus.VERTAALD, richting=richting)
    return Zin(nederlands, NEDERLANDS, Vertaalstatus.ORIGINEEL)
