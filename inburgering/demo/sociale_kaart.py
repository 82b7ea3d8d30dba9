"""Entries on the sociale kaart to start with. How to reach them is left to the gemeente: nothing is invented here."""

from datetime import date

from cases.models import Gemeente
from pip_plans.intake.keuzelijsten import Voorzieningsoort
from pip_plans.intake.models import Voorziening
from pip_plans.intake.services.sociale_kaart import bewaar_voorziening

MADI, OBA, WELZIJN = "MaDi", "OBA", "Welzijn Diemen"
INWONERS = "alle inwoners"
KAART = (
    (MADI, Voorzieningsoort.GELD, "Hulp bij geld, schulden, formulieren en toeslagen.", INWONERS),
    (OBA, Voorzieningsoort.TAAL, "Bibliotheek: boeken, computers, taalcafé en hulp bij DigiD.", INWONERS),
    (WELZIJN, Voorzieningsoort.BEGELEIDING, "Ontmoeten, activiteiten in de buurt en maatjes.", "inwoners van Diemen"),
    ("NT2 Digitaal", Voorzieningsoort.TAAL, "Thuis Nederlands oefenen op de computer.", "wie les volgt"),
    ("HVO Querido", Voorzieningsoort.WONEN, "Opvang en begeleid wonen.", "wie geen veilige plek om te wonen heeft"),
    ("VluchtelingenWerk", Voorzieningsoort.BEGELEIDING, "Maatschappelijke begeleiding.", "statushouders"),
    ("Sport in de buurt", Voorzieningsoort.SPORT, "Samen sporten, zwemles en fietsles.", INWONERS),
    ("Vrijwilligerswerk in de buurt", Voorzieningsoort.VRIJWILLIG, "Zoekt een plek die past.", INWONERS),
    ("Voorschool", Voorzieningsoort.KINDEREN, "Spelen en leren voor jonge kinderen.", "kinderen van 2,5 tot 4 jaar"),
)


def maak_sociale_kaart(*, gemeente: Gemeente, op: date) -> None:
    """Put the entries on the kaart of this gemeente; those that are there already stay as they are."""
    bestaand = set(Voorziening.objects.van(gemeente).values_list("naam", flat=True))
    for naam, soort, wat, voor_wie in KAART:
        if naam not in bestaand:
            gegevens = {"naam": naam, "soort": soort, "wat": wat, "voor_wie": voor_wie, "gecontroleerd_op": op}
            bewaar_voorziening(gemeente=gemeente, gegevens=gegevens)
