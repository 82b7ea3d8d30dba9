"""How many hours a leerroute asks, per part and group."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inburgering.recht.bronnen import BESLUIT, REGELING, Bron
from inburgering.recht.feiten import GROEP_MET_AANBOD, GROEP_WI2013, Doelgroep, Leerroute

PVT_UREN, PVT_UREN_2013, MAP_UREN = 12, 9, 40
Z_UREN_TAAL = Z_UREN_PARTICIPATIE = 800

PVT_BRON, MAP_BRON, Z_BRON = Bron(BESLUIT, "3.1"), Bron(REGELING, "3.1"), Bron(BESLUIT, "3.14")
PVT_2013_BRON = Bron("Beleidskader Wet inburgering van de gemeente, voor wie onder de Wet inburgering 2013 valt")


class Urensoort(StrEnum):
    TAAL = "TAAL"
    PARTICIPATIE = "PARTICIPATIE"
    MAP = "MAP"
    PVT = "PVT"


@dataclass(frozen=True, slots=True)
class Urennorm:
    """At least so many hours of one part, with the reason in Dutch."""

    soort: Urensoort
    uren: int
    grondslag: Bron
    uitleg: str


def urennormen(*, leerroute: Leerroute | None, doelgroep: Doelgroep) -> tuple[Urennorm, ...]:
    """The hours that this route asks of this group; a part without a norm is left out.

    The B1-route and the onderwijsroute have no minimum of lessons. Who keeps the act of 2013 chooses its own lessons,
    and has ONA instead of the MAP; the `leerroute` does not count. Only DUO knows whether the PVT is asked of ELIP.
    """
    if doelgroep is Doelgroep.ELIP:
        return ()
    if doelgroep in GROEP_WI2013:
        return (_norm(Urensoort.PVT, PVT_UREN_2013, PVT_2013_BRON, "Het PVT duurt negen uur."),)
    normen = [_norm(Urensoort.PVT, PVT_UREN, PVT_BRON, "Het PVT duurt ten minste twaalf uur.")]
    if leerroute in (Leerroute.B1, Leerroute.Z):
        normen.append(_norm(Urensoort.MAP, MAP_UREN, MAP_BRON, "De MAP heeft ten minste veertig uur praktijk."))
    return (*_z_normen(doelgroep), *normen) if leerroute is Leerroute.Z else tuple(normen)


def _z_normen(doelgroep: Doelgroep) -> tuple[Urennorm, ...]:
    taal = _norm(Urensoort.TAAL, Z_UREN_TAAL, Z_BRON, "De Z-route heeft 800 cursusuren taal (NT2) en KNM samen.")
    if doelgroep not in GROEP_MET_AANBOD:
        return (taal,)
    zin = "Daarnaast 800 uur participatie; de uren van het PVT en de MAP tellen daarin mee."
    return (taal, _norm(Urensoort.PARTICIPATIE, Z_UREN_PARTICIPATIE, Z_BRON, zin))


def _norm(soort: Urensoort, uren: int, bron: Bron, zin: str) -> Urennorm:
    return Urennorm(soort, uren, bron, f"{zin} Grondslag: {bron.volledig}.")
