"""The norms of the Participatiewet as dated reference data: one row per leefvorm, leeftijdsgroep and first day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inburgering.recht.uitleg import datum_zonder_weekdag


class Leefvorm(StrEnum):
    """Art. 4 Participatiewet; for gehuwden younger than 21 it matters whether there are children (art. 20)."""

    ALLEENSTAANDE = "ALLEENSTAANDE"
    ALLEENSTAANDE_OUDER = "ALLEENSTAANDE_OUDER"
    GEHUWDEN = "GEHUWDEN"
    GEHUWDEN_MET_KINDEREN = "GEHUWDEN_MET_KINDEREN"

    @property
    def naam(self) -> str:
        return _LEEFVORMEN[self]

    @property
    def gehuwd(self) -> bool:
        return self in (Leefvorm.GEHUWDEN, Leefvorm.GEHUWDEN_MET_KINDEREN)


class Leeftijdsgroep(StrEnum):
    """The groups of art. 20 to 23; for gehuwden the group of the two together."""

    VAN_18_TOT_21 = "VAN_18_TOT_21"
    ZONDER_OUDERS = "ZONDER_OUDERS"
    EEN_VAN_18_TOT_21 = "EEN_VAN_18_TOT_21"
    VAN_21_TOT_AOW = "VAN_21_TOT_AOW"
    VANAF_AOW = "VANAF_AOW"
    INRICHTING = "INRICHTING"

    @property
    def naam(self) -> str:
        return _LEEFTIJDEN[self]


_LEEFVORMEN = {
    Leefvorm.ALLEENSTAANDE: "alleenstaande",
    Leefvorm.ALLEENSTAANDE_OUDER: "alleenstaande ouder",
    Leefvorm.GEHUWDEN: "gehuwden zonder ten laste komende kinderen",
    Leefvorm.GEHUWDEN_MET_KINDEREN: "gehuwden met ten laste komende kinderen",
}
_LEEFTIJDEN = {
    Leeftijdsgroep.VAN_18_TOT_21: "18, 19 of 20 jaar",
    Leeftijdsgroep.ZONDER_OUDERS: "18, 19 of 20 jaar, die geen beroep op de ouders kan doen",
    Leeftijdsgroep.EEN_VAN_18_TOT_21: "één van 18, 19 of 20 jaar en één van 21 jaar of ouder",
    Leeftijdsgroep.VAN_21_TOT_AOW: "21 jaar tot de AOW-leeftijd",
    Leeftijdsgroep.VANAF_AOW: "vanaf de AOW-leeftijd",
    Leeftijdsgroep.INRICHTING: "in een inrichting",
}


class NormFout(ValueError):
    """What is missing or contradictory, in a Dutch sentence for the screen; never a guess instead."""


@dataclass(frozen=True, slots=True)
class Norm:
    """What the law gives per calendar month, in cents; `bedrag` is without the vakantietoeslag."""

    leefvorm: Leefvorm
    leeftijdsgroep: Leeftijdsgroep
    vanaf: date
    bedrag: int
    vakantietoeslag: int
    bron: str

    @property
    def totaal(self) -> int:
        """The amount as the law prints it: the vakantietoeslag is part of it (art. 19 lid 3)."""
        return self.bedrag + self.vakantietoeslag


def begin_halfjaar(dag: date) -> date:
    """The 1 January or 1 July from which the norm of this day must be known (art. 38)."""
    return date(dag.year, 1 if dag.month < 7 else 7, 1)


class Normtabel:
    """All known norms. Two rows for the same group and first day are refused with NormFout."""

    def __init__(self, normen: Iterable[Norm]) -> None:
        self._per_groep: dict[tuple[Leefvorm, Leeftijdsgroep], list[Norm]] = defaultdict(list)
        for norm in sorted(normen, key=lambda norm: norm.vanaf):
            rij = self._per_groep[norm.leefvorm, norm.leeftijdsgroep]
            if rij and rij[-1].vanaf == norm.vanaf:
                raise NormFout(f"Er zijn twee normen voor {groepsnaam(norm.leefvorm, norm.leeftijdsgroep)} vanaf "
                               f"{datum_zonder_weekdag(norm.vanaf)}.")  # fmt: skip
            rij.append(norm)

    def op(self, leefvorm: Leefvorm, leeftijdsgroep: Leeftijdsgroep, dag: date, *, voorlopig: bool = False) -> Norm:
        """The norm of a day. Raises NormFout when the half-year of that day is not in the table.

        With `voorlopig` the newest older norm will do: only for a forecast, and the caller must say so.
        """
        rij = self._per_groep.get((leefvorm, leeftijdsgroep), [])
        plaats = bisect_right(rij, dag, key=lambda norm: norm.vanaf)
        if not plaats or (not voorlopig and rij[plaats - 1].vanaf < begin_halfjaar(dag)):
            raise NormFout(_ontbreekt(leefvorm, leeftijdsgroep, dag, rij[plaats - 1] if plaats else None))
        return rij[plaats - 1]


def groepsnaam(leefvorm: Leefvorm, leeftijdsgroep: Leeftijdsgroep) -> str:
    """'alleenstaande ouder, 21 jaar tot de AOW-leeftijd'."""
    return f"{leefvorm.naam}, {leeftijdsgroep.naam}"


def _ontbreekt(leefvorm: Leefvorm, leeftijdsgroep: Leeftijdsgroep, dag: date, vorige: Norm | None) -> str:
    nieuwste = f" De laatst bekende norm geldt vanaf {datum_zonder_weekdag(vorige.vanaf)}." if vorige else ""
    groep, wanneer = groepsnaam(leefvorm, leeftijdsgroep), datum_zonder_weekdag(dag)
    aanvullen = f"Vul het bedrag vanaf {datum_zonder_weekdag(begin_halfjaar(dag))} aan, met de bron."
    return f"De bijstandsnorm voor {groep} op {wanneer} is niet bekend.{nieuwste} {aanvullen}"
