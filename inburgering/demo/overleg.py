"""Casusoverleg in the demonstration, on more subjects: with VluchtelingenWerk, a school, the MAP, and care."""

from datetime import date

from cases.models import Casusoverleg, Dossier, Medewerker, Overlegpartner, Overlegpunt
from cases.services.overleg import agendeer, bewaar_partner, leg_verslag_vast, plan_overleg, rond_af, voeg_actie_toe
from cases.services.overlegplan import zeg_af
from cases.services.verstrekken import deel_agenda, deelbladen

from .accounts import FATIMA, NOOR, SANNE
from .draaiboek import Verloop
from .traject import Wereld

VLUCHTELINGENWERK = "VluchtelingenWerk"
SCHOOL, WERKGEVER, HUISARTS = "NL Training", "Bakkerij De Brink (voorbeeld)", "Huisartsenpraktijk Diemen (voorbeeld)"


def verlopen(wereld: Wereld) -> list[Verloop]:
    return [_overleg(wereld), _anderen(wereld)]


def _overleg(wereld: Wereld) -> Verloop:
    """A meeting that was held, with an action that is due soon, and one that is to come."""
    op = yield wereld.dag(-14)
    partner = _partner(wereld, VLUCHTELINGENWERK, "begeleiding")
    geweest = _plan(wereld, partner, "ontzorgen", wereld.werkdag(-8), op)
    sanne, noor = wereld.mensen[SANNE.sleutel], wereld.mensen[NOOR.sleutel]
    vragen = {
        "Al-Masri": (
            "Kan zij straks zelf de huur betalen?",
            "De training gaat goed. Het water moet nog op eigen naam.",
        ),
        "Aziz": ("Wie helpt met de toeslagen?", "VluchtelingenWerk vraagt de toeslagen samen met hem aan."),
    }
    punten = []
    for naam, (vraag, verslag) in vragen.items():
        if dossier := van(naam, wereld):
            punten.append((agendeer(overleg=geweest, dossier=dossier, vraag=vraag, door=sanne, op=op), verslag))
    op = yield geweest.datum
    bladen = deelbladen(partner=partner, dossiers=[punt.dossier for punt, _ in punten], op=op)
    deel_agenda(overleg=geweest, bladen=bladen, grond="de overeenkomst met VluchtelingenWerk", door=sanne, op=op)
    for punt, verslag in punten:
        leg_verslag_vast(punt=punt, verslag=verslag, door=sanne, op=op)
    if punten:
        voeg_actie_toe(punt=punten[0][0], wat="Machtiging voor het water regelen", eigenaar=noor,
                       uiterlijk=wereld.werkdag(3), bij_partner=False, door=sanne, op=op)  # fmt: skip
        voeg_actie_toe(punt=punten[-1][0], wat="Samen de toeslagen aanvragen", eigenaar=sanne,
                       uiterlijk=wereld.werkdag(5), bij_partner=True, door=sanne, op=op)  # fmt: skip
    mensen = "Els Kramer (VluchtelingenWerk), Sanne de Wit, Noor Bakker"
    rond_af(overleg=geweest, aanwezig=mensen, door=sanne, op=op)
    op = yield wereld.dag(-2)
    straks = _plan(wereld, partner, "ontzorgen", wereld.werkdag(12), op)
    if dossier := van("Aziz", wereld):
        agendeer(overleg=straks, dossier=dossier, vraag="Zijn de toeslagen er?", door=sanne, op=op)


def _anderen(wereld: Wereld) -> Verloop:
    """With the school about the lessons, held; with who gives the MAP, to come; and one that does not go on."""
    op = yield wereld.dag(-9)
    fatima = wereld.mensen[FATIMA.sleutel]
    school = _plan(wereld, _partner(wereld, SCHOOL, "onderwijs"), "inburgering", wereld.werkdag(-5), op)
    werk = _plan(wereld, _partner(wereld, WERKGEVER, "werk"), "werk", wereld.werkdag(6), op)
    zorg = _plan(wereld, _partner(wereld, HUISARTS, "zorg"), "begeleiding", wereld.werkdag(2), op)
    punt = _agendeer(wereld, school, "Al-Masri", "Kan de les op vrijdag om negen uur beginnen?", fatima, op)
    _agendeer(wereld, werk, "Al-Masri", "Welke dagen kan zij meelopen?", fatima, op)
    _agendeer(wereld, zorg, "Aziz", "Wie is voor hem het vaste aanspreekpunt?", fatima, op)
    op = yield wereld.dag(-3)
    zeg_af(overleg=zorg, reden="De praktijk kan deze maand niet. Wij plannen opnieuw.", door=fatima, op=op)
    if punt is None or school.datum > op:
        return
    leg_verslag_vast(punt=punt, verslag="Dat kan vanaf de volgende maand.", door=fatima, op=op)
    voeg_actie_toe(punt=punt, wat="Het nieuwe rooster in de bijlage zetten", eigenaar=fatima,
                   uiterlijk=wereld.werkdag(4), bij_partner=False, door=fatima, op=op)  # fmt: skip
    rond_af(overleg=school, aanwezig="Ruud Smit (NL Training), Fatima Yilmaz", door=fatima, op=op)


def _agendeer(
    wereld: Wereld, overleg: Casusoverleg, naam: str, vraag: str, door: Medewerker, op: date
) -> Overlegpunt | None:
    dossier = van(naam, wereld)
    return agendeer(overleg=overleg, dossier=dossier, vraag=vraag, door=door, op=op) if dossier else None


def _partner(wereld: Wereld, naam: str, soort: str) -> Overlegpartner:
    gegevens = {"naam": naam, "soort": soort, "actief": True}
    return bewaar_partner(gemeente=wereld.gemeente, gegevens=gegevens, door=wereld.mensen[SANNE.sleutel])


def _plan(wereld: Wereld, partner: Overlegpartner, onderwerp: str, datum: date, op: date) -> Casusoverleg:
    gegevens = {"partner": partner, "onderwerp": onderwerp, "datum": datum, "plaats": "gemeentehuis, kamer 2"}
    return plan_overleg(gemeente=wereld.gemeente, gegevens=gegevens, door=wereld.mensen[SANNE.sleutel], op=op)


def van(achternaam: str, wereld: Wereld) -> Dossier | None:
    """The first dossier of this name that runs."""
    rijen = Dossier.objects.filter(gemeente=wereld.gemeente, inburgeraar__achternaam=achternaam)
    gevonden: Dossier | None = rijen.lopend().order_by("nummer").first()
    return gevonden
