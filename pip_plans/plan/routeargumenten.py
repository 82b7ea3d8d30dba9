"""Every argument for or against a leerroute: one function per subject, each with its source and its article."""

from collections.abc import Iterator

from inburgering.recht.feiten import Leerroute
from pip_plans.intake.enums import Routeoordeel, Toetsrichting
from pip_plans.intake.keuzelijsten import Afgerond, Alfabetisering, Opleidingsniveau, Richting, Taalniveau

from .normen import TERMIJN_LESWEKEN, UREN_TAALSCHAKELTRAJECT, Z_UREN_PARTICIPATIE, Z_UREN_TAAL
from .routewaarden import Argument, Gegevens, Gewicht, Plek, Routebeleid, Stem

INTAKE = "art. 14 lid 1 Wet inburgering 2021"
MOTIVERING = "art. 14 Wet inburgering 2021; afwijken kan met redenen (art. 3:46 Awb)"
VEEL_JAREN, WEINIG_JAREN = 10, 6
DAGTAAK = 20
NIVEAUS = tuple(Taalniveau)
DOORGELEERD = (Opleidingsniveau.MBO_HAVO_VWO, Opleidingsniveau.HBO, Opleidingsniveau.WO)
VAN_TOETS = {Toetsrichting.ONDERWIJS: Leerroute.ONDERWIJS, Toetsrichting.B1: Leerroute.B1, Toetsrichting.Z: Leerroute.Z}


def argumenten(gegevens: Gegevens, beleid: Routebeleid) -> Iterator[Stem]:
    """All of them, subject by subject."""
    for bron in (_toets, _taalstart):
        yield from bron(gegevens)
    yield from _leeftijd(gegevens, beleid)
    for bron in (_school, _diploma, _schrift, _niveau, _wens, _uren, _werk):
        yield from bron(gegevens)
    yield from _beleid(beleid)


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
