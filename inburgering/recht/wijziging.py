"""When the leerroute of a PIP may change, and when parts may go down to A2.

Grondslag: art. 17 lid 2 and 3 Wet inburgering 2021, art. 5.4 and 5.5 Besluit inburgering 2021.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from inburgering.recht.bronnen import BESLUIT, WET, Bron
from inburgering.recht.feiten import LEERROUTE_LABELS, Leerroute
from inburgering.recht.uitleg import datum_zonder_weekdag

AFSCHALEN_UREN = 600
WISSELEN, AFSCHALEN = Bron(BESLUIT, "5.4"), Bron(BESLUIT, "5.5")
WISSELGROND, AFSCHALEN_IN_B1 = Bron(WET, "17", "2"), Bron(WET, "17", "3")


class Wisselgrond(StrEnum):
    """Without one of these the leerroute stays, also within the window (art. 17 lid 2 Wi 2021)."""

    ONVOLDOENDE = "onvoldoende"
    MEER = "meer"


class Uitzondering(StrEnum):
    """What makes a change possible after the window (art. 5.4 Besluit)."""

    ONDERWIJS_NAAR_B1 = "onderwijs_naar_b1"
    OPLEIDING = "opleiding"
    BIJZONDER = "bijzonder"


def wissel_geweigerd(*, van: str, naar: str, op: date, tot: date | None, uitzondering: str) -> str:
    """Why the leerroute cannot change on `op`, '' when it can. `tot` is the last day of the window, None: no window."""
    if naar == van:
        return f"Kies een andere leerroute dan de {_route(van)} die nu geldt."
    if (van, naar) == (Leerroute.ONDERWIJS, Leerroute.B1):
        return ""
    if uitzondering == Uitzondering.ONDERWIJS_NAAR_B1:
        return f"Deze uitzondering geldt alleen van de onderwijsroute naar de B1-route ({WISSELEN.kort})."
    if uitzondering or (tot and op <= tot):
        return ""
    einde = f" tot en met {datum_zonder_weekdag(tot)}" if tot else ""
    return (
        f"Wisselen van leerroute kon{einde}: anderhalf jaar vanaf de aanvang van de inburgeringstermijn. Daarna kan "
        f"het alleen met een uitzondering ({WISSELEN.kort})."
    )


def afschalen_naar_a2_geweigerd(*, leerroute: str) -> str:
    """Why parts cannot go down to A2 in this leerroute, '' when they can."""
    if leerroute == Leerroute.B1:
        return ""
    return f"Afschalen naar A2 kan alleen in de B1-route, niet in de {_route(leerroute)} ({AFSCHALEN_IN_B1.kort})."


def te_weinig_uren(uren: int | None) -> str:
    """Why this number of cursusuren NT2 is not enough to go down to A2, '' when it is."""
    if uren is not None and uren >= AFSCHALEN_UREN:
        return ""
    return f"Afschalen kan pas na {AFSCHALEN_UREN} cursusuren NT2 ({AFSCHALEN.kort})."


def _route(leerroute: str) -> str:
    return LEERROUTE_LABELS[Leerroute(leerroute)] if leerroute in set(Leerroute) else "leerroute"
