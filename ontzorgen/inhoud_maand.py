"""What the month overview of the inburgeraar says: amounts in whole cents, dates and months as ISO strings."""

from __future__ import annotations

from dataclasses import dataclass

from cases.inhoud import Afzender, Geadresseerde, Inhoud, Kenmerk

from .inhoud import Rekenregel


@dataclass(frozen=True, kw_only=True)
class Betaling:
    """'Huur' – 'Woningstichting De Dijk' – 61235; `tekort` is what the gemeente does not pay of it.

    `uitzoeken`: the bank did not pay it, or said two things of it; nobody can say yet when it is paid.
    """

    soort: str
    crediteur: str
    bedrag: int
    tekort: int = 0
    uitzoeken: bool = False


@dataclass(frozen=True, kw_only=True)
class Zelfbetaling:
    """What the gemeente does not pay: 'Huur' – 'Woningstichting De Dijk' – 61235 – since a month ('' when unknown).

    `door_ander`: somebody outside the household pays it.
    """

    soort: str
    crediteur: str
    bedrag: int
    vanaf: str = ""
    door_ander: bool = False


@dataclass(frozen=True, kw_only=True)
class Toeslagregel:
    """'huurtoeslag' – 'VERWACHT' – 31000 – from a month on ('' when unknown); see `toeslagen.ToeslagStatus`."""

    soort: str
    status: str
    bedrag: int
    vanaf: str


@dataclass(frozen=True, kw_only=True)
class MaandoverzichtInhoud(Inhoud):
    """Template 'maandoverzicht/v1', one page.

    `betaaldag` is filled when the gemeente pays the creditors itself. `definitief` tells a month that was frozen from
    one that may still change. `uitzoeken` is the number of payments of which that is said. `gestopt`: the unburdening
    was ended before this month, after it was fixed.
    """

    afzender: Afzender
    geadresseerde: Geadresseerde
    kenmerk: Kenmerk
    naam: str
    maand: str
    leefgeld: int
    betaald: int
    tot_en_met: str
    betalingen: tuple[Betaling, ...]
    rekening: tuple[Rekenregel, ...]
    toeslagen: tuple[Toeslagregel, ...]
    betaaldag: str
    definitief: bool
    zelf: tuple[Zelfbetaling, ...] = ()
    wijkt_af: str = ""
    uitzoeken: int = 0
    gestopt: bool = False
