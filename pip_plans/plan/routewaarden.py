"""The values of the route advice: what goes in, and the arguments that come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inburgering.recht.feiten import Leerroute
from pip_plans.intake.keuzelijsten import Afgerond, Alfabetisering, Opleidingsniveau, Richting, Taalniveau


class Gewicht(StrEnum):
    """In words, on purpose no number: arguments are not added up."""

    ZWAAR = "weegt zwaar"
    MEE = "weegt mee"
    LICHT = "weegt licht"


class Plek(StrEnum):
    """Where a fact is recorded; the screen makes a link of it."""

    PERSOON = "persoon"
    TOETS = "toets"
    TAALSTART = "taalstart"
    TAAL = "taal"
    OPLEIDING = "opleiding"
    WERK = "werk"
    WENSEN = "wensen"
    BELEID = "beleid"


@dataclass(frozen=True, slots=True)
class Argument:
    """One reason with its weight, the fact it rests on with the day it was recorded, and the article or policy."""

    zin: str
    gewicht: Gewicht
    bron: str
    grondslag: str
    plek: Plek
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """What is not known, what it would say, and where it is filled in."""

    wat: str
    waarom: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Routebeeld:
    route: Leerroute
    voor: tuple[Argument, ...]
    tegen: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Routeadvies:
    """All routes in a fixed order, and what is missing to weigh them."""

    routes: tuple[Routebeeld, ...]
    ontbreekt: tuple[Ontbrekend, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Routebeleid:
    """The policy of the gemeente: whether it stimulates B1 and the onderwijsroute, and until which age is young."""

    stimuleren: bool
    bron: str
    jong_tot: int
    jong_bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevens:
    """What is known; None or '' for what nobody recorded, and per leefgebied the day on which it was last written.

    `toets_niet_nodig`: why no result will come (Wi 14). `opleiding_niet_nodig`: after a move (Wi 15(4)).
    """

    leeftijd: int
    met_aanbod: bool
    b1_haalbaar: bool | None = None
    toets_woorden: str = ""
    toets_richting: str = ""
    toets_op: date | None = None
    toets_niet_nodig: str = ""
    taalstart_oordelen: tuple[tuple[str, str], ...] = ()
    taalstart_rapport_op: date | None = None
    taalstart_aanbieder: str = ""
    school_jaren: int | None = None
    opleiding: Opleidingsniveau | None = None
    afgerond: Afgerond | None = None
    diploma: str = ""
    opleiding_niet_nodig: bool = False
    alfabetisering: Alfabetisering | None = None
    niveaus: tuple[Taalniveau, ...] = ()
    richting: Richting | None = None
    gewenst: str = ""
    uren_per_week: int | None = None
    werk_uren_nu: int | None = None
    intake_op: Mapping[Plek, date] = field(default_factory=dict)


Stem = tuple[Leerroute, bool, Argument]
"""A route, whether it speaks for it, and the argument."""
