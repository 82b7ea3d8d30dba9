"""Toeslagen of Dienst Toeslagen: applied for, expected, received. They count no sooner than they can be there.

They are no income for the bijstand (art. 31 lid 2 onder d Participatiewet): they come on top of the leefgeld.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.maanden import eerste_dag, maandnaam

HERINNER_NA = (timedelta(weeks=8), timedelta(weeks=13))


class ToeslagFout(ValueError):
    """What is wrong with a toeslag, in a Dutch sentence for the screen."""


class ToeslagSoort(StrEnum):
    ZORGTOESLAG = "ZORGTOESLAG"
    HUURTOESLAG = "HUURTOESLAG"
    KINDGEBONDEN_BUDGET = "KINDGEBONDEN_BUDGET"
    KINDEROPVANGTOESLAG = "KINDEROPVANGTOESLAG"

    @property
    def naam(self) -> str:
        return self.value.lower().replace("_", " ")


class ToeslagStatus(StrEnum):
    """Where a toeslag stands in one month of a forecast; only the first two bring money."""

    ONTVANGEN = "ONTVANGEN"
    VERWACHT = "VERWACHT"
    NOG_NIET = "NOG_NIET"
    UITGEBLEVEN = "UITGEBLEVEN"
    ONBEKEND = "ONBEKEND"
    NIET_AANGEVRAAGD = "NIET_AANGEVRAAGD"
    AFGEWEZEN = "AFGEWEZEN"
    AFGELOPEN = "AFGELOPEN"

    @property
    def brengt_geld(self) -> bool:
        return self in (ToeslagStatus.ONTVANGEN, ToeslagStatus.VERWACHT)


@dataclass(frozen=True, slots=True)
class Toeslag:
    """A toeslag per month, in cents. `verwacht` and `ontvangen` are the first payment, `laatste` is the last month."""

    soort: ToeslagSoort
    bedrag: int
    aangevraagd: date | None = None
    verwacht: date | None = None
    ontvangen: date | None = None
    laatste: date | None = None
    afgewezen: date | None = None

    def __post_init__(self) -> None:
        if self.bedrag < 0:
            raise ToeslagFout(f"Een toeslag kan niet negatief zijn ({self.soort.naam}).")
        for dag in (self.verwacht, self.ontvangen):
            if self.aangevraagd and dag and eerste_dag(dag) < eerste_dag(self.aangevraagd):
                raise ToeslagFout(f"De {self.soort.naam} kan niet komen vóór de aanvraag van "
                                  f"{datum_zonder_weekdag(self.aangevraagd)}.")  # fmt: skip

    @property
    def herinneringen(self) -> tuple[date, ...]:
        """The days, 8 and 13 weeks after the application, on which to ask where it stays; none once answered."""
        if self.aangevraagd is None or self.ontvangen or self.afgewezen:
            return ()
        return tuple(self.aangevraagd + na for na in HERINNER_NA)


@dataclass(frozen=True, slots=True)
class Toeslagstand:
    """A toeslag in one month: what it brings, in cents, and why."""

    soort: ToeslagSoort
    status: ToeslagStatus
    bedrag: int
    zin: str


def stand(toeslag: Toeslag, maand: date, *, op: date) -> Toeslagstand:
    """What the toeslag brings in a month, as known on `op`.

    A payment that was expected before the month of `op` and did not come is not counted until it is received.
    """
    status = _status(toeslag, maand, op)
    begin = eerste_dag(toeslag.ontvangen or toeslag.verwacht or maand)
    bedrag = toeslag.bedrag if status.brengt_geld else 0
    return Toeslagstand(
        toeslag.soort, status, bedrag, f"{toeslag.soort.naam} ({_reden(toeslag, status, begin, bedrag)})"
    )


def _status(toeslag: Toeslag, maand: date, op: date) -> ToeslagStatus:
    if toeslag.afgewezen:
        return ToeslagStatus.AFGEWEZEN
    if toeslag.laatste and eerste_dag(toeslag.laatste) < maand:
        return ToeslagStatus.AFGELOPEN
    if toeslag.ontvangen:
        return ToeslagStatus.ONTVANGEN if eerste_dag(toeslag.ontvangen) <= maand else ToeslagStatus.NOG_NIET
    if toeslag.aangevraagd is None:
        return ToeslagStatus.NIET_AANGEVRAAGD
    if toeslag.verwacht is None:
        return ToeslagStatus.ONBEKEND
    if eerste_dag(toeslag.verwacht) < eerste_dag(op):
        return ToeslagStatus.UITGEBLEVEN
    return ToeslagStatus.VERWACHT if eerste_dag(toeslag.verwacht) <= maand else ToeslagStatus.NOG_NIET


def _reden(toeslag: Toeslag, status: ToeslagStatus, begin: date, bedrag: int) -> str:
    redenen = {
        ToeslagStatus.ONTVANGEN: f"{euro(bedrag)}, ontvangen sinds {maandnaam(begin)}",
        ToeslagStatus.VERWACHT: f"{euro(bedrag)}, verwacht vanaf {maandnaam(begin)}",
        ToeslagStatus.NOG_NIET: f"komt pas in {maandnaam(begin)}",
        ToeslagStatus.UITGEBLEVEN: f"verwacht in {maandnaam(begin)}, maar niet gekomen",
        ToeslagStatus.ONBEKEND: "aangevraagd, maar het is niet bekend wanneer die komt",
        ToeslagStatus.NIET_AANGEVRAAGD: "niet aangevraagd",
        ToeslagStatus.AFGEWEZEN: "afgewezen",
        ToeslagStatus.AFGELOPEN: f"liep tot en met {maandnaam(toeslag.laatste or begin)}",
    }
    return redenen[status]
