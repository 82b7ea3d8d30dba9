"""How many attempts at an exam are free of charge, by route and group (art. 3.5 Regeling inburgering 2021).

No text that was read limits the number of attempts; after the free ones the person pays himself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from inburgering.recht.bronnen import REGELING, Bron
from inburgering.recht.feiten import DOELGROEP_LABELS, GROEP_MET_AANBOD, LEERROUTE_LABELS, Doelgroep, Leerroute

GRATIS = 2
POGINGEN, POGINGEN_Z = Bron(REGELING, "3.5"), Bron(REGELING, "3.5", "3")


class Examenonderdeel(StrEnum):
    LEZEN = "lezen"
    LUISTEREN = "luisteren"
    SCHRIJVEN = "schrijven"
    SPREKEN = "spreken"
    KNM = "knm"


class Niveau(StrEnum):
    """The levels of the language exams; their order is that of the alphabet."""

    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


class Uitslag(StrEnum):
    GESLAAGD = "geslaagd"
    NIET_GESLAAGD = "niet_geslaagd"
    VRIJGESTELD = "vrijgesteld"


EXAMEN_LABELS: Mapping[str, str] = MappingProxyType(
    {deel.value: "KNM" if deel is Examenonderdeel.KNM else deel.value.capitalize() for deel in Examenonderdeel}
)
UITSLAG_LABELS: Mapping[str, str] = MappingProxyType({
    Uitslag.GESLAAGD: "geslaagd",
    Uitslag.NIET_GESLAAGD: "niet geslaagd",
    Uitslag.VRIJGESTELD: "vrijgesteld door DUO",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gratis:
    """How many attempts are free in all, and why that many."""

    aantal: int
    uitleg: str

    def over(self, gedaan: int) -> int:
        """What is left after `gedaan` attempts."""
        return max(self.aantal - gedaan, 0)


def gratis_pogingen(
    *,
    leerroute: Leerroute,
    doelgroep: Doelgroep,
    onderdeel: Examenonderdeel,
    niveau: Niveau | None = None,
    pip_niveau: Niveau = Niveau.B1,
    in_pip: bool = False,
) -> Gratis:
    """The free attempts at one part.

    `niveau` is that of the exam (KNM has none), `pip_niveau` what the PIP says of this part, and `in_pip` whether the
    PIP of the Z-route records this exam.
    """
    wie, route = DOELGROEP_LABELS[doelgroep], LEERROUTE_LABELS[leerroute]
    if doelgroep not in GROEP_MET_AANBOD:
        return _geen(POGINGEN, f"Voor de doelgroep {wie} zijn er geen gratis pogingen")
    if leerroute is Leerroute.ONDERWIJS:
        return _knm(onderdeel, route)
    if leerroute is Leerroute.Z:
        return _z(onderdeel, niveau, in_pip=in_pip)
    if onderdeel is not Examenonderdeel.KNM and niveau is not None and niveau < pip_niveau:
        return _geen(POGINGEN, f"Een examen op niveau {niveau} ligt onder het niveau {pip_niveau} van het PIP")
    return _twee(POGINGEN, f"In de {route} zijn per onderdeel de eerste twee pogingen op het niveau van het PIP gratis")


def _knm(onderdeel: Examenonderdeel, route: str) -> Gratis:
    if onderdeel is Examenonderdeel.KNM:
        return _twee(POGINGEN, f"In de {route} zijn de eerste twee pogingen voor KNM gratis")
    return _geen(POGINGEN, f"In de {route} is alleen het examen KNM gratis; de taal hoort bij het diploma")


def _z(onderdeel: Examenonderdeel, niveau: Niveau | None, *, in_pip: bool) -> Gratis:
    if not in_pip:
        return _geen(POGINGEN_Z, "In de Z-route is een examen alleen gratis als het in het PIP staat")
    if onderdeel is not Examenonderdeel.KNM and niveau is not Niveau.A2:
        return _geen(POGINGEN_Z, "In de Z-route zijn alleen examens op niveau A2 en KNM gratis")
    return _twee(POGINGEN_Z, "In de Z-route zijn per onderdeel op niveau A2 en voor KNM de eerste twee pogingen gratis")


def _geen(bron: Bron, zin: str) -> Gratis:
    return Gratis(0, f"{zin} ({bron.kort}).")


def _twee(bron: Bron, zin: str) -> Gratis:
    return Gratis(GRATIS, f"{zin} ({bron.kort}).")
