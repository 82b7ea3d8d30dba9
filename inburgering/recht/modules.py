"""Which modules somebody must do beside the language: KNM, PVT, MAP, and ONA under the act of 2013; and why.

The act says it per group and per leerroute (art. 6, 8, 13, 14 and 16 Wi). Who falls under the act of 2013 keeps that
one (art. 54 Wi).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from inburgering.recht.bronnen import BESLUIT, WET, Bron
from inburgering.recht.feiten import DOELGROEP_LABELS, GROEP_MET_AANBOD, GROEP_WI2013, Doelgroep, Leerroute, Regime
from inburgering.recht.uren import (
    MAP_BRON,
    MAP_UREN,
    PVT_2013_BRON,
    PVT_BRON,
    PVT_UREN,
    PVT_UREN_2013,
)


class Module(StrEnum):
    KNM = "KNM"
    PVT = "PVT"
    MAP = "MAP"
    ONA = "ONA"


class Wanneer(StrEnum):
    """Whether it must be done. `MAG`: it may, and helps. `LATER`: on what it depends is not known yet."""

    MOET = "MOET"
    MAG = "MAG"
    NIET = "NIET"
    LATER = "LATER"


MODULE_LABELS: Mapping[Module, str] = MappingProxyType({
    Module.KNM: "KNM (kennis van de Nederlandse maatschappij)",
    Module.PVT: "PVT (participatieverklaringstraject)",
    Module.MAP: "MAP (module arbeidsmarkt en participatie)",
    Module.ONA: "ONA (oriëntatie op de Nederlandse arbeidsmarkt)",
})  # fmt: skip
ONDERDELEN, GEEN_MAP, OUDE_WET = Bron(WET, "6"), Bron(WET, "8", "3"), Bron(WET, "54")
MAP_VOOR_ONA = Bron(BESLUIT, "12.1a", "6")
AANBOD, EIGEN_KEUZE = Bron(WET, "16"), Bron(WET, "14")


@dataclass(frozen=True, slots=True)
class Moduleplicht:
    """One module for one person. `uren`: at least so many, None for an exam. `gemeente`: that gives it, free."""

    module: Module
    wanneer: Wanneer
    uitleg: str
    grondslag: Bron
    uren: int | None = None
    gemeente: bool = False

    @property
    def moet(self) -> bool:
        return self.wanneer is Wanneer.MOET

    @property
    def kan(self) -> bool:
        """Whether hours of it may be recorded here."""
        return self.wanneer in (Wanneer.MOET, Wanneer.MAG)


def modules(*, regime: Regime, doelgroep: Doelgroep, leerroute: Leerroute | None) -> tuple[Moduleplicht, ...]:
    """Every module with whether this person must do it, and why. Under the act of 2013 the leerroute does not count."""
    if regime is Regime.WI2013 or doelgroep in GROEP_WI2013:
        return (_pvt_elip() if doelgroep is Doelgroep.ELIP else _pvt_2013(), _knm_2013(), _map_2013(), _ona())
    return (_pvt(), _map(leerroute), _knm(doelgroep, leerroute))


def _pvt() -> Moduleplicht:
    zin = (
        f"Iedereen doet het PVT: ten minste {PVT_UREN} uur, met een excursie en de ondertekening van de "
        "participatieverklaring. De gemeente geeft het."
    )
    return Moduleplicht(Module.PVT, Wanneer.MOET, zin, PVT_BRON, PVT_UREN, gemeente=True)


def _map(leerroute: Leerroute | None) -> Moduleplicht:
    if leerroute is None:
        zin = "Of de MAP moet, hangt af van de leerroute: in de onderwijsroute hoeft zij niet."
        return Moduleplicht(Module.MAP, Wanneer.LATER, zin, GEEN_MAP)
    if leerroute is Leerroute.ONDERWIJS:
        return Moduleplicht(Module.MAP, Wanneer.NIET, "In de onderwijsroute is er geen MAP.", GEEN_MAP)
    zin = f"Ten minste {MAP_UREN} uur praktijk, en een eindgesprek met de gemeente. De gemeente geeft de MAP."
    return Moduleplicht(Module.MAP, Wanneer.MOET, zin, MAP_BRON, MAP_UREN, gemeente=True)


def _knm(doelgroep: Doelgroep, leerroute: Leerroute | None) -> Moduleplicht:
    if leerroute is Leerroute.Z:
        hoe = "In de Z-route zit KNM in de lessen; een examen hoeft alleen als dat in het PIP staat."
    else:
        hoe = "Iedereen haalt het examen KNM."
    if doelgroep in GROEP_MET_AANBOD:
        return Moduleplicht(Module.KNM, Wanneer.MOET, f"{hoe} De lessen zitten in het aanbod.", AANBOD, gemeente=True)
    zelf = f"De {DOELGROEP_LABELS[doelgroep]} kiest en betaalt de lessen zelf; DUO kan daarvoor geld lenen."
    return Moduleplicht(Module.KNM, Wanneer.MOET, f"{hoe} {zelf}", EIGEN_KEUZE)


def _pvt_2013() -> Moduleplicht:
    zin = f"Onder de Wet inburgering 2013 duurt het PVT {PVT_UREN_2013} uur, met de ondertekening van de verklaring."
    return Moduleplicht(Module.PVT, Wanneer.MOET, zin, PVT_2013_BRON, PVT_UREN_2013, gemeente=True)


def _pvt_elip() -> Moduleplicht:
    zin = (
        "Of het PVT bij deze plicht hoort, staat in het bericht van DUO. Is het gedaan, leg dat dan vast bij Examens "
        "en afronding."
    )
    return Moduleplicht(Module.PVT, Wanneer.LATER, zin, OUDE_WET)


def _knm_2013() -> Moduleplicht:
    zin = "Het examen KNM van de Wet inburgering 2013; de inburgeraar kiest en betaalt de lessen zelf."
    return Moduleplicht(Module.KNM, Wanneer.MOET, zin, OUDE_WET)


def _map_2013() -> Moduleplicht:
    zin = (
        f"De MAP hoeft niet onder de Wet inburgering 2013. Wie haar toch helemaal doet, {MAP_UREN} uur en het "
        "eindgesprek, krijgt vrijstelling van ONA."
    )
    return Moduleplicht(Module.MAP, Wanneer.MAG, zin, MAP_VOOR_ONA, MAP_UREN, gemeente=True)


def _ona() -> Moduleplicht:
    zin = "ONA komt in de plaats van de MAP. De inburgeraar regelt het zelf; DUO geeft de uitslag."
    return Moduleplicht(Module.ONA, Wanneer.MOET, zin, OUDE_WET)


def pvt_ontbreekt(*, uren: Decimal, norm: int, ondertekend: bool) -> tuple[str, ...]:
    """What is still missing of the PVT, in Dutch (art. 8 Wi, art. 3.1 Bi)."""
    return (*_uren_ontbreken(uren, norm), *(() if ondertekend else ("De verklaring is nog niet ondertekend.",)))


def map_ontbreekt(*, uren: Decimal, norm: int, gesprek: bool) -> tuple[str, ...]:
    """What is still missing of the MAP, in Dutch (art. 3.1 Ri)."""
    return (*_uren_ontbreken(uren, norm), *(() if gesprek else ("Het eindgesprek is er nog niet geweest.",)))


def _uren_ontbreken(uren: Decimal, norm: int) -> tuple[str, ...]:
    tekort = norm - uren
    return (f"Er ontbreken nog {uren_in_woorden(tekort)} van de {norm} uur.",) if tekort > 0 else ()


def uren_in_woorden(uren: Decimal) -> str:
    """'4' and '2,5': hours as people write them."""
    return f"{uren.normalize():f}".replace(".", ",")
