"""What speaks for and against each leerroute, and where every argument comes from. Values in, arguments out.

It decides nothing: all three routes are always shown, in the order of the act (Wi 7-9), without a score, and a person
chooses and gives reasons (Wi 15(1), Awb 3:46). What is not known is named as missing, never guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from inburgering.recht.feiten import Leerroute
from pip_plans.intake.enums import Routeoordeel, Toetsrichting
from pip_plans.intake.keuzelijsten import Afgerond, Alfabetisering, Opleidingsniveau, Richting, Taalniveau

from .normen import TERMIJN_LESWEKEN, UREN_TAALSCHAKELTRAJECT, Z_UREN_PARTICIPATIE, Z_UREN_TAAL

ROUTES = (Leerroute.ONDERWIJS, Leerroute.B1, Leerroute.Z)
INTAKE = "art. 14 lid 1 Wet inburgering 2021"
MOTIVERING = "art. 14 Wet inburgering 2021; afwijken kan met redenen (art. 3:46 Awb)"
VEEL_JAREN, WEINIG_JAREN = 10, 6
DAGTAAK = 20
NIVEAUS = tuple(Taalniveau)
DOORGELEERD = (Opleidingsniveau.MBO_HAVO_VWO, Opleidingsniveau.HBO, Opleidingsniveau.WO)
VAN_TOETS = {Toetsrichting.ONDERWIJS: Leerroute.ONDERWIJS, Toetsrichting.B1: Leerroute.B1, Toetsrichting.Z: Leerroute.Z}


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


def adviseer(gegevens: Gegevens, beleid: Routebeleid) -> Routeadvies:
    """Every argument for and against every route, and what is missing. Nothing is ranked and nothing is left out."""
    stemmen = [
        *_toets(gegevens),
        *_taalstart(gegevens),
        *_leeftijd(gegevens, beleid),
        *_school(gegevens),
        *_diploma(gegevens),
        *_schrift(gegevens),
        *_niveau(gegevens),
        *_wens(gegevens),
        *_uren(gegevens),
        *_werk(gegevens),
        *_beleid(beleid),
    ]
    return Routeadvies(tuple(_beeld(route, stemmen) for route in ROUTES), tuple(_ontbreekt(gegevens)))


def _beeld(route: Leerroute, stemmen: list[Stem]) -> Routebeeld:
    voor = tuple(argument for over, pleit, argument in stemmen if over == route and pleit)
    tegen = tuple(argument for over, pleit, argument in stemmen if over == route and not pleit)
    return Routebeeld(route, voor, tegen)


def _toets(g: Gegevens) -> Iterator[Stem]:
    bron = "uitslag van DUO" + (f": ‘{g.toets_woorden}’" if g.toets_woorden else "")

    def argument(zin: str, gewicht: Gewicht) -> Argument:
        return Argument(zin, gewicht, bron, MOTIVERING, Plek.TOETS, g.toets_op)

    if g.b1_haalbaar:
        yield Leerroute.B1, True, argument("Volgens de leerbaarheidstoets is B1 haalbaar.", Gewicht.ZWAAR)
        zin = "Volgens de leerbaarheidstoets is B1 haalbaar; dat is ook het begin van een taalschakeltraject."
        yield Leerroute.ONDERWIJS, True, argument(zin, Gewicht.LICHT)
        yield Leerroute.Z, False, argument("Volgens de leerbaarheidstoets is B1 haalbaar.", Gewicht.ZWAAR)
    elif g.b1_haalbaar is False:
        niet = argument("Volgens de leerbaarheidstoets is B1 niet haalbaar.", Gewicht.ZWAAR)
        yield from ((Leerroute.ONDERWIJS, False, niet), (Leerroute.B1, False, niet), (Leerroute.Z, True, niet))
    if g.toets_richting in VAN_TOETS:
        route = VAN_TOETS[Toetsrichting(g.toets_richting)]
        yield route, True, argument("DUO noemt bij de uitslag deze richting.", Gewicht.MEE)


def _taalstart(g: Gegevens) -> Iterator[Stem]:
    bron = "adviesrapport van de Taalstart" + (f" ({g.taalstart_aanbieder})" if g.taalstart_aanbieder else "")
    woorden = {
        Routeoordeel.PAST: (True, "Het adviesrapport zegt dat deze route past.", Gewicht.ZWAAR),
        Routeoordeel.TWIJFEL: (True, "Het adviesrapport zegt dat deze route misschien past.", Gewicht.LICHT),
        Routeoordeel.PAST_NIET: (False, "Het adviesrapport zegt dat deze route niet past.", Gewicht.ZWAAR),
    }
    for code, oordeel in g.taalstart_oordelen:
        if oordeel:
            pleit, zin, gewicht = woorden[Routeoordeel(oordeel)]
            beleid = "Beleidskader Wet inburgering 2022, paragraaf 6"
            argument = Argument(zin, gewicht, bron, beleid, Plek.TAALSTART, g.taalstart_rapport_op)
            yield VAN_TOETS[Toetsrichting(code)], pleit, argument


def _leeftijd(g: Gegevens, beleid: Routebeleid) -> Iterator[Stem]:
    jong = g.leeftijd < beleid.jong_tot
    zin = f"De leeftijd is {g.leeftijd} jaar; de onderwijsroute is vooral voor jongeren (tot {beleid.jong_tot} jaar)."
    gewicht = Gewicht.MEE if jong else Gewicht.LICHT
    argument = Argument(zin, gewicht, "geboortedatum", f"art. 8 Wet inburgering 2021; {beleid.jong_bron}", Plek.PERSOON)
    yield Leerroute.ONDERWIJS, jong, argument


def _uit_intake(g: Gegevens, zin: str, gewicht: Gewicht, plek: Plek, grondslag: str = INTAKE) -> Argument:
    return Argument(zin, gewicht, f"brede intake, leefgebied {plek.value}", grondslag, plek, g.intake_op.get(plek))


def _school(g: Gegevens) -> Iterator[Stem]:
    if g.school_jaren is None:
        return
    zin = f"De inburgeraar ging {g.school_jaren} jaar naar school."
    if g.school_jaren >= VEEL_JAREN:
        voor = _uit_intake(g, zin, Gewicht.MEE, Plek.OPLEIDING)
        yield from ((Leerroute.ONDERWIJS, True, voor), (Leerroute.B1, True, voor))
    elif g.school_jaren >= WEINIG_JAREN:
        yield Leerroute.B1, True, _uit_intake(g, zin, Gewicht.LICHT, Plek.OPLEIDING)
        yield Leerroute.ONDERWIJS, False, _uit_intake(g, zin, Gewicht.LICHT, Plek.OPLEIDING)
    else:
        yield Leerroute.ONDERWIJS, False, _uit_intake(g, zin, Gewicht.ZWAAR, Plek.OPLEIDING)
        yield Leerroute.B1, False, _uit_intake(g, zin, Gewicht.LICHT, Plek.OPLEIDING)
        yield Leerroute.Z, True, _uit_intake(g, zin, Gewicht.LICHT, Plek.OPLEIDING)


def _diploma(g: Gegevens) -> Iterator[Stem]:
    if g.opleiding not in DOORGELEERD or g.afgerond not in (Afgerond.JA, Afgerond.ZONDER_PAPIER):
        return
    wat = f" ({g.diploma})" if g.diploma else ""
    zin = f"Er is een diploma{wat}: {g.opleiding.label}."
    voor = _uit_intake(g, zin, Gewicht.MEE, Plek.OPLEIDING)
    yield from ((Leerroute.ONDERWIJS, True, voor), (Leerroute.B1, True, voor))
    yield Leerroute.Z, False, voor


def _schrift(g: Gegevens) -> Iterator[Stem]:
    if g.alfabetisering == Alfabetisering.NIET:
        zin = "De inburgeraar kan niet lezen en schrijven en leert dat eerst."
        yield Leerroute.ONDERWIJS, False, _uit_intake(g, zin, Gewicht.ZWAAR, Plek.TAAL)
        later = f"{zin} Voor leren lezen en schrijven kan DUO de termijn verlengen, behalve in de Z-route."
        grond = "art. 4.1 Regeling inburgering 2021"
        yield Leerroute.B1, False, _uit_intake(g, later, Gewicht.MEE, Plek.TAAL, grond)
        yield Leerroute.Z, True, _uit_intake(g, zin, Gewicht.LICHT, Plek.TAAL)
    elif g.alfabetisering in (Alfabetisering.ANDER, Alfabetisering.LANGZAAM):
        zin = f"De inburgeraar {g.alfabetisering.label}."
        yield Leerroute.ONDERWIJS, False, _uit_intake(g, zin, Gewicht.LICHT, Plek.TAAL)
    elif g.alfabetisering == Alfabetisering.LATIJNS:
        yield Leerroute.B1, True, _uit_intake(g, f"De inburgeraar {g.alfabetisering.label}.", Gewicht.LICHT, Plek.TAAL)


def _niveau(g: Gegevens) -> Iterator[Stem]:
    if not g.niveaus:
        return
    hoogste, laagste = max(g.niveaus, key=NIVEAUS.index), min(g.niveaus, key=NIVEAUS.index)
    if NIVEAUS.index(hoogste) < NIVEAUS.index(Taalniveau.A2):
        return
    zin = f"In de gesprekken bleek voor Nederlands al niveau {hoogste.label} bij een of meer vaardigheden."
    yield Leerroute.B1, True, _uit_intake(g, zin, Gewicht.ZWAAR, Plek.TAAL)
    yield Leerroute.Z, False, _uit_intake(g, zin, Gewicht.ZWAAR, Plek.TAAL)
    if NIVEAUS.index(laagste) >= NIVEAUS.index(Taalniveau.A2):
        zin = f"Voor alle vaardigheden die zijn ingevuld, is het niveau ten minste {laagste.label}."
        yield Leerroute.ONDERWIJS, True, _uit_intake(g, zin, Gewicht.MEE, Plek.TAAL)


def _wens(g: Gegevens) -> Iterator[Stem]:
    if g.richting is None or g.richting == Richting.WEET_NIET:
        return
    wat = f" ({g.gewenst})" if g.gewenst else ""
    zin = f"De inburgeraar wil vooral naar {g.richting.label}{wat}."
    if g.richting == Richting.OPLEIDING:
        yield Leerroute.ONDERWIJS, True, _uit_intake(g, zin, Gewicht.ZWAAR, Plek.WENSEN)
    elif g.richting == Richting.WERK:
        yield Leerroute.B1, True, _uit_intake(g, zin, Gewicht.MEE, Plek.WENSEN)
        later = f"{zin} Een taalschakeltraject leidt naar een opleiding, niet direct naar werk."
        yield Leerroute.ONDERWIJS, False, _uit_intake(g, later, Gewicht.LICHT, Plek.WENSEN)
    else:
        zin = f"De inburgeraar wil vooral meedoen in de samenleving{wat}."
        yield Leerroute.B1, True, _uit_intake(g, zin, Gewicht.LICHT, Plek.WENSEN)
        yield Leerroute.Z, True, _uit_intake(g, zin, Gewicht.LICHT, Plek.WENSEN)


def _uren(g: Gegevens) -> Iterator[Stem]:
    if g.uren_per_week is None:
        return
    tijd = f"Er is {g.uren_per_week} uur per week voor inburgering."
    genoeg = g.uren_per_week >= UREN_TAALSCHAKELTRAJECT
    zin = f"{tijd} Een taalschakeltraject vraagt ongeveer {UREN_TAALSCHAKELTRAJECT} uur per week of meer."
    gewicht = Gewicht.MEE if genoeg else Gewicht.ZWAAR
    yield Leerroute.ONDERWIJS, genoeg, _uit_intake(g, zin, gewicht, Plek.WENSEN, "werkafspraak met de school")
    totaal = Z_UREN_TAAL + (Z_UREN_PARTICIPATIE if g.met_aanbod else 0)
    nodig = -(-totaal // TERMIJN_LESWEKEN)
    if g.uren_per_week < nodig:
        zin = f"{tijd} De {totaal} uur van de Z-route vragen ongeveer {nodig} uur per week, drie jaar lang."
        grond = "art. 3.14 Besluit inburgering 2021"
        yield Leerroute.Z, False, _uit_intake(g, zin, Gewicht.MEE, Plek.WENSEN, grond)


def _werk(g: Gegevens) -> Iterator[Stem]:
    if g.werk_uren_nu and g.werk_uren_nu >= DAGTAAK:
        zin = f"De inburgeraar werkt {g.werk_uren_nu} uur per week; een taalschakeltraject is overdag."
        yield Leerroute.ONDERWIJS, False, _uit_intake(g, zin, Gewicht.MEE, Plek.WERK)


def _beleid(beleid: Routebeleid) -> Iterator[Stem]:
    if not beleid.stimuleren:
        return
    zin = "De gemeente stimuleert deze route."
    voor = Argument(zin, Gewicht.MEE, "beleid van de gemeente", beleid.bron, Plek.BELEID)
    yield from ((Leerroute.ONDERWIJS, True, voor), (Leerroute.B1, True, voor))
    zin = "De gemeente kiest de Z-route alleen als A2 en B1 duidelijk niet haalbaar zijn."
    yield Leerroute.Z, False, Argument(zin, Gewicht.ZWAAR, "beleid van de gemeente", beleid.bron, Plek.BELEID)


def _ontbreekt(g: Gegevens) -> Iterator[Ontbrekend]:
    """In the order in which the intake asks for it."""
    if g.b1_haalbaar is None and not g.toets_niet_nodig:
        yield Ontbrekend("De uitslag van de leerbaarheidstoets", "zegt of B1 haalbaar is", Plek.TOETS)
    if not any(oordeel for _, oordeel in g.taalstart_oordelen):
        waarom = "zegt wat in de lessen bleek; de Taalstart is extra en niet verplicht"
        yield Ontbrekend("Het adviesrapport van de Taalstart per leerroute", waarom, Plek.TAALSTART)
    if not g.niveaus:
        yield Ontbrekend("Het niveau van het Nederlands", "zegt of A2 of B1 in zicht is", Plek.TAAL)
    if g.alfabetisering is None:
        yield Ontbrekend("Lezen en schrijven", "zegt of iemand eerst het schrift leert", Plek.TAAL)
    if g.school_jaren is None and not g.opleiding_niet_nodig:
        yield Ontbrekend("Jaren naar school", "zegt iets over leren in een klas", Plek.OPLEIDING)
    if g.opleiding is None and not g.opleiding_niet_nodig:
        yield Ontbrekend("De hoogste opleiding", "zegt of er een diploma is om op verder te gaan", Plek.OPLEIDING)
    if g.richting is None or g.richting == Richting.WEET_NIET:
        yield Ontbrekend("De wens van de inburgeraar", "zegt of het naar werk, studie of meedoen gaat", Plek.WENSEN)
    if g.uren_per_week is None:
        yield Ontbrekend("De tijd per week voor inburgering", "zegt welke route in de week past", Plek.WENSEN)
