"""The grounds on which DUO may extend the inburgeringstermijn, as a table (art. 12 Wi 2021, art. 4.1-4.4 Bi, Ri)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from inburgering.recht.bronnen import BESLUIT, REGELING, Bron
from inburgering.recht.regels import REGELS
from inburgering.recht.rekenen import Duur, Eenheid


class Verlengingsgrond(StrEnum):
    ZIEKTE = "ZIEKTE"
    OVERLIJDEN = "OVERLIJDEN"
    BEVALLING = "BEVALLING"
    OPVANGHUIS = "OPVANGHUIS"
    ALFABETISERING = "ALFABETISERING"
    DAKLOOS = "DAKLOOS"
    GEEN_AANBOD = "GEEN_AANBOD"
    ONDERWIJSROUTE = "ONDERWIJSROUTE"
    AANBIEDER = "AANBIEDER"
    BIJZONDER = "BIJZONDER"
    TUSSENPERIODE = "TUSSENPERIODE"
    OPLEIDING = "OPLEIDING"
    INSPANNING = "INSPANNING"


class Lengte(StrEnum):
    """VAST: always the same; DUUR: as long as it lasted; MEEST: as long as it lasted, up to a maximum."""

    VAST = "VAST"
    DUUR = "DUUR"
    MEEST = "MEEST"


@dataclass(frozen=True, slots=True)
class Grondregel:
    """One ground. `minstens` is how many months on end it must have lasted, 0 for no minimum.

    `persoonlijk`: it says something of health or safety, so it is never recorded by name. `verklaring`: DUO asks a
    declaration of the college.
    """

    naam: str
    bron: Bron
    lengte: Lengte
    duur: Duur | None = None
    minstens: int = 0
    persoonlijk: bool = False
    verklaring: bool = False


def _maanden(aantal: int) -> Duur:
    return Duur(aantal, Eenheid.MAANDEN)


_RI = Bron(REGELING, "4.1")
_DRIE = 3  # months on end, also for the shelter, homelessness, the provider and special circumstances

GRONDEN: Mapping[Verlengingsgrond, Grondregel] = MappingProxyType({
    Verlengingsgrond.ZIEKTE: Grondregel(
        "ziekte van de inburgeraar, de partner of een familielid in de eerste graad", _RI, Lengte.DUUR,
        minstens=_DRIE, persoonlijk=True),
    Verlengingsgrond.OVERLIJDEN: Grondregel(
        "overlijden van de partner of een familielid in de eerste graad", _RI, Lengte.VAST,
        REGELS["VERLENGING_3M"].duur, persoonlijk=True),
    Verlengingsgrond.BEVALLING: Grondregel(
        "bevalling", _RI, Lengte.VAST, REGELS["VERLENGING_16W"].duur, persoonlijk=True),
    Verlengingsgrond.OPVANGHUIS: Grondregel(
        "verblijf in een blijf-van-mijn-lijfhuis", _RI, Lengte.DUUR, minstens=_DRIE, persoonlijk=True),
    Verlengingsgrond.ALFABETISERING: Grondregel(
        "alfabetisering", _RI, Lengte.MEEST, _maanden(6), minstens=_DRIE),
    Verlengingsgrond.DAKLOOS: Grondregel(
        "dakloosheid", _RI, Lengte.MEEST, _maanden(24), minstens=_DRIE, persoonlijk=True),
    Verlengingsgrond.GEEN_AANBOD: Grondregel(
        "geen aanbod van de gemeente binnen drie maanden na het PIP", _RI, Lengte.DUUR, verklaring=True),
    Verlengingsgrond.ONDERWIJSROUTE: Grondregel(
        "onderwijsroute niet begonnen binnen zes maanden na het PIP", _RI, Lengte.VAST, _maanden(6), verklaring=True),
    Verlengingsgrond.AANBIEDER: Grondregel(
        "de cursusinstelling schiet tekort", _RI, Lengte.MEEST, _maanden(6), minstens=_DRIE),
    Verlengingsgrond.BIJZONDER: Grondregel(
        "andere bijzondere omstandigheid", _RI, Lengte.MEEST, _maanden(24), minstens=_DRIE, persoonlijk=True),
    Verlengingsgrond.TUSSENPERIODE: Grondregel(
        "tussenperiode, bijvoorbeeld een onderbreking van de plicht", Bron(BESLUIT, "4.2"), Lengte.MEEST, _maanden(12)),
    Verlengingsgrond.OPLEIDING: Grondregel(
        "opleiding die niet vrijstelt", Bron(BESLUIT, "4.3", "", "en art. 4.2 Regeling inburgering 2021"), Lengte.VAST),
    Verlengingsgrond.INSPANNING: Grondregel(
        "aantoonbare inspanning in de B1-route", Bron(BESLUIT, "4.4"), Lengte.VAST, REGELS["VERLENGING_6M"].duur),
})  # fmt: skip


class Opleiding(StrEnum):
    """The courses that extend the term and do not exempt (art. 4.3 Besluit, art. 4.2 Regeling)."""

    PRAKTIJKONDERWIJS = "PRAKTIJKONDERWIJS"
    VSO = "VSO"
    ENTREE = "ENTREE"


OPLEIDING_LABELS: Mapping[Opleiding, str] = MappingProxyType({
    Opleiding.PRAKTIJKONDERWIJS: "praktijkonderwijs",
    Opleiding.VSO: "voortgezet speciaal onderwijs (vso)",
    Opleiding.ENTREE: "entreeopleiding",
})  # fmt: skip
# Two years the first time, then twice one year; entree two years in all.
OPLEIDING_MAANDEN: Mapping[Opleiding, tuple[int, ...]] = MappingProxyType({
    Opleiding.PRAKTIJKONDERWIJS: (24, 12, 12),
    Opleiding.VSO: (24, 12, 12),
    Opleiding.ENTREE: (24,),
})  # fmt: skip
