"""What speaks for and against each leerroute, and where every argument comes from. Values in, arguments out.

It decides nothing: all three routes are always shown, in the order of the act (Wi 7-9), without a score, and a person
chooses and gives reasons (Wi 15(1), Awb 3:46). What is not known is named as missing, never guessed.
"""

from collections.abc import Iterator

from inburgering.recht.feiten import Leerroute
from pip_plans.intake.keuzelijsten import Richting

from .routeargumenten import argumenten
from .routewaarden import Gegevens, Ontbrekend, Plek, Routeadvies, Routebeeld, Routebeleid, Stem

ROUTES = (Leerroute.ONDERWIJS, Leerroute.B1, Leerroute.Z)


def adviseer(gegevens: Gegevens, beleid: Routebeleid) -> Routeadvies:
    """Every argument for and against every route, and what is missing. Nothing is ranked and nothing is left out."""
    stemmen = list(argumenten(gegevens, beleid))
    return Routeadvies(tuple(_beeld(route, stemmen) for route in ROUTES), tuple(_ontbreekt(gegevens)))


def _beeld(route: Leerroute, stemmen: list[Stem]) -> Routebeeld:
    voor = tuple(argument for over, pleit, argument in stemmen if over == route and pleit)
    tegen = tuple(argument for over, pleit, argument in stemmen if over == route and not pleit)
    return Routebeeld(route, voor, tegen)


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
