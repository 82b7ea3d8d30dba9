"""Selam Tesfay lives in AZC Almere. DUO wrote, a house is not there yet; she follows the Taalstart. Talk today."""

from collections.abc import Iterator
from datetime import timedelta

from cases.enums import Afspraaksoort, Hoedanigheid, Notitiesoort, Plaatssoort
from cases.services.deelnemers import Partijgegevens, bewaar_deelnemers
from cases.services.tolken import bevestig_tolk, meld_tolk
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import SANNE
from inburgering.demo.brede_intake import Verwijzing, schrijf, verwijs
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.sociale_kaart import OBA
from inburgering.demo.traject import Traject, Wereld
from inburgering.recht.feiten import Doelgroep
from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Alfabetisering, Taalniveau
from pip_plans.intake.services import intake
from pip_plans.intake.services.taalstart import registreer_taalstart

from .basis import persoon

PERSONEN = 1
AZC = "AZC Almere"

TAAL = {
    Gebied.TAAL: {
        "situatie": "U schrijft het Latijnse schrift langzaam en leest korte woorden.",
        "luisteren": Taalniveau.A1.value,
        "spreken": Taalniveau.ONDER_A1.value,
        "lezen": Taalniveau.ONDER_A1.value,
        "schrijven": Taalniveau.GEEN.value,
        "alfabetisering": Alfabetisering.LANGZAAM.value,
        "andere_talen": "Tigrinya, een beetje Arabisch",
    }
}


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    selam = persoon(wereld, "Selam", "Tesfay", "v", leeftijd=34, nationaliteit="Eritrese", taal="Tigrinya")
    traject = Traject(wereld, selam, Doelgroep.ASIELSTATUSHOUDER, wereld.mensen[SANNE.sleutel])
    komst = Komst(wereld.dag(-62), wereld.dag(-30), koppeling=wereld.dag(-45), azc=AZC, bijstand=False)
    yield _verloop(traject, komst)


def _verloop(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    yield from t.naar(t.wereld.dag(-21))
    vak = intake.start_intake(dossier=t.dossier, datum=t.vandaag, door=t.door, op=t.vandaag)
    les = {"aanbieder": "Danner & Danner", "start": t.vandaag, "voortgang": "Vier dagdelen per week in het AZC."}
    registreer_taalstart(intake=vak, gegevens=les, door=t.door, op=t.vandaag)
    yield from t.naar(t.wereld.dag(-9))
    afspraak = t.plan(Afspraaksoort.INTAKE, t.wereld.werkdag(0), 14, waar=Plaatssoort.AZC, plaats=AZC, duur=90)
    t.noteer("Vragen of Selam een kopie van haar diploma heeft.", Notitiesoort.HERINNERING, t.wereld.werkdag(0))
    yield from t.na(5)
    opdracht = meld_tolk(afspraak=afspraak, stand="besteld", door=t.door, op=t.vandaag)
    bevestig_tolk(opdracht=opdracht, kenmerk="DB-44117", door=t.door, op=t.vandaag)
    partijen = [
        Partijgegevens(Hoedanigheid.INBURGERAAR, "Selam Tesfay"),
        Partijgegevens(Hoedanigheid.COA, "de contactpersoon", AZC),
        Partijgegevens(Hoedanigheid.TOLK),
    ]
    bewaar_deelnemers(afspraak=afspraak, deelnemers=partijen, door=t.door, op=t.vandaag)
    schrijf(t, vak, TAAL)
    verwijs(t, vak, Verwijzing(gebied=Gebied.DIGITAAL, naar=OBA, waarvoor="een les over DigiD"))
    yield from t.naar(t.vandaag + timedelta(days=1))
    t.noteer("COA verwacht een woning binnen zes weken.", Notitiesoort.BELNOTITIE)
