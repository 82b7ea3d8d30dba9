"""Priya Krishnamurthy is an overige migrant who missed two oproepen; the third is on its way, and perhaps a fine."""

from collections.abc import Iterator
from datetime import date, timedelta

from cases.enums import Notitiesoort, Plaatssoort
from inburgering.demo.aankomst import Komst, kom_aan
from inburgering.demo.accounts import SANNE
from inburgering.demo.draaiboek import Verloop
from inburgering.demo.handhaving import handhaaf
from inburgering.demo.post import verzend
from inburgering.demo.traject import Traject, Wereld, tijdstip
from inburgering.recht.feiten import Doelgroep
from pip_plans.intake.enums import Oproepsoort, Verschijning
from pip_plans.intake.models import BredeIntake, Oproep
from pip_plans.intake.services import intake
from pip_plans.intake.services.oproepbrief import Oproepgegevens
from pip_plans.intake.services.oproepen import leg_uitkomst_oproep_vast, stuur_oproep

from .basis import persoon, woont

PERSONEN = 1


def verlopen(wereld: Wereld) -> Iterator[Verloop]:
    adres = woont(wereld, "Prins Bernhardlaan", "38", "1111 EP")
    priya = persoon(
        wereld, "Priya", "Krishnamurthy", "v", leeftijd=29, nationaliteit="Indiase", taal="Engels", tolk_nodig=False
    )
    traject = Traject(wereld, priya | adres, Doelgroep.OVERIGE_MIGRANT, wereld.mensen[SANNE.sleutel], adres)
    komst = Komst(
        wereld.dag(-64), wereld.dag(-52), brp=wereld.dag(-61), vergunning_soort="regulier bepaalde tijd", bijstand=False
    )
    yield _verloop(traject, komst)


def _verloop(t: Traject, komst: Komst) -> Verloop:
    yield from kom_aan(t, komst)
    yield from t.naar(t.wereld.dag(-50))
    vak = intake.start_intake(dossier=t.dossier, datum=t.vandaag, door=t.door, op=t.vandaag)
    for wacht in (1, 1):
        oproep = _roep_op(t, vak, t.vandaag + timedelta(days=7))
        yield from t.naar(oproep.dag + timedelta(days=1))
        leg_uitkomst_oproep_vast(oproep=oproep, verschijning=Verschijning.NIET_VERSCHENEN, door=t.door, op=t.vandaag)
        t.noteer("Gebeld: geen gehoor, voicemail ingesproken.", Notitiesoort.BELNOTITIE)
        yield from t.na(wacht)
    _roep_op(t, vak, max(t.vandaag + timedelta(days=2), t.wereld.dag(4)))
    yield from handhaaf(t, oproep)


def _roep_op(t: Traject, vak: BredeIntake, dag: date) -> Oproep:
    werkdag = t.wereld.kalender.eerstvolgende_gewone_dag(dag)[0]
    gemeente = t.wereld.gemeente
    gegevens = Oproepgegevens(
        begin=tijdstip(werkdag, 10.5),
        duur_minuten=60,
        plaatssoort=Plaatssoort.GEMEENTEHUIS,
        locatie=f"Gemeentehuis {gemeente}",
        adres=f"{gemeente.straat}, {gemeente.postcode_plaats}",
        afbellen_voor=werkdag - timedelta(days=1),
    )
    oproep = stuur_oproep(intake=vak, soort=Oproepsoort.INTAKE, gegevens=gegevens, door=t.door, op=t.vandaag)
    verzend(t, oproep.document)
    return oproep
