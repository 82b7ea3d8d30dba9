"""Dossiers on their way to a PIP, through the services that the product uses."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

from django.db import connection
from django.utils import timezone

from cases.enums import Plaatssoort
from cases.enums_stukken import Stukonderwerp
from cases.models import Document, Dossier, Gemeente, Medewerker, Stuk
from cases.opslag import bewaar
from cases.services.dossiers import wijzig_persoon
from cases.services.stukken import Bestand, ontvang
from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.intake.enums import Gebied, Toetsuitslag, Wijze, Wijzing
from pip_plans.intake.services import afronding, gesprekken, intake, leefgebieden, toetsresultaten
from pip_plans.plan.models import Pip
from pip_plans.plan.services.beoordelen import bied_aan, stel_vast
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.opstellen import stel_op
from tests.cases.stukken.hulp import pdf
from tests.conftest import VANDAAG
from tests.fabriek import Cast, asielstatushouder, leg_vast, maak_dossier

ADRES = {"straat": "Ouddiemerlaan", "huisnummer": "104 B", "postcode": "1111 HL", "woonplaats": "Diemen"}
TEKSTEN = {
    Gebied.TAAL: "U spreekt goed Engels en een beetje Nederlands",
    Gebied.OPLEIDING: "U hebt tien jaar op school gezeten.",
    Gebied.WERK: "U werkte als verzorgende.",
    Gebied.WENSEN: "U wilt in de zorg werken",
    Gebied.GEZONDHEID: "Diabetes, onder controle.",
}


def rond_intake_af(dossier: Dossier, *, b1_haalbaar: bool = True) -> None:
    """A talk, the notice, the areas of life, the test, and completed; the address is known."""
    door = dossier.consulent
    wijzig_persoon(dossier=dossier, persoon=ADRES, door=door, op=VANDAAG)
    dossier.refresh_from_db()
    vak = intake.start_intake(dossier=dossier, datum=date(2026, 9, 29), door=door, op=VANDAAG)
    wie: dict[str, Any] = {"intake": vak, "door": door, "op": VANDAAG}
    gesprek = {
        "datum": date(2026, 9, 29),
        "plaatssoort": Plaatssoort.GEMEENTEHUIS,
        "onderwerpen": "uw opleiding en werk",
    }
    gesprekken.leg_gesprek_vast(gesprek=gesprek, **wie)
    intake.wijs_op_individueel_gesprek(datum=date(2026, 9, 29), hoe=Wijzing.GESPREK, **wie)
    intake.bewaar_zienswijze(tekst="u wilt graag snel beginnen", **wie)
    for gebied, tekst in TEKSTEN.items():
        leefgebieden.bewaar_leefgebied(
            gebied=gebied, teksten={"situatie": tekst}, versie=0, moment=timezone.now(), **wie
        )
    uitslag = Toetsuitslag.HAALBAAR if b1_haalbaar else Toetsuitslag.NIET_HAALBAAR
    toetsresultaten.registreer_resultaat(gegevens={"afgenomen_op": date(2026, 10, 14), "uitslag": uitslag}, **wie)
    afronding.rond_af(**wie)


def asiel_met_intake(cast: Cast, *, b1_haalbaar: bool = True) -> Dossier:
    """Asielstatushouder with bijstand; the ten weeks end on 18 November 2026."""
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    leg_vast(dossier, FeitSoort.BIJSTAND_INGEGAAN, date(2026, 9, 9))
    rond_intake_af(dossier, b1_haalbaar=b1_haalbaar)
    return dossier


def gezinsmigrant_met_intake(gemeente: Gemeente, consulent: Medewerker) -> Dossier:
    dossier = maak_dossier(
        gemeente, consulent, op=date(2026, 9, 9), geslacht="v", achternaam="Şahin", voornamen="Priya"
    )
    leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 9, 9), doelgroep="GEZINSMIGRANT")
    leg_vast(dossier, FeitSoort.KENNISGEVING_DUO, date(2026, 9, 9))
    rond_intake_af(dossier)
    return dossier


def maak_compleet(pip: Pip, *, door: Medewerker | None = None, pw: bool = True, **anders: Any) -> Pip:
    """Fill the gaps that the composition leaves to the consulent; `pw` adds the decision on bijstand."""
    afspraken = [
        {"wat": rij.wat, "wie": rij.wie, "hoeveel": "12 uur per week", "wanneer": "vanaf januari 2027"}
        for rij in pip.afspraken.all()
    ]
    gegevens = {"uren_per_week": 12, "duur_maanden": 18, "school": "NL Training", "pvt_aanbieder": "VluchtelingenWerk"}
    return bewaar_concept(
        pip=pip,
        revisie=pip.revisie,
        door=door or pip.opgesteld_door,
        op=VANDAAG,
        gegevens=gegevens | anders,
        afspraken=afspraken,
        pw_beschikkingen=[pw_besluit(pip)] if pw else [],
    )


def pw_besluit(pip: Pip) -> dict[str, Any]:
    """The row of a decision on bijstand, with its paper."""
    besluit = {"omschrijving": "Bijstandsuitkering", "datum": date(2026, 9, 20), "kenmerk": "PW-2026-1187"}
    al = pip.dossier.stukken.filter(onderwerp=Stukonderwerp.BIJSTAND).first()
    return besluit | {"stuk": al or bijstandstuk(pip.dossier)}


def bijstandstuk(dossier: Dossier) -> Stuk:
    inhoud = pdf()
    return ontvang(
        gemeente=dossier.gemeente,
        dossier=dossier,
        bestanden=[Bestand("besluit.pdf", len(inhoud), lambda: inhoud)],
        gegevens={"onderwerp": Stukonderwerp.BIJSTAND, "omschrijving": "", "over": "", "ontvangen_op": VANDAAG},
        door=dossier.consulent,
        op=VANDAAG,
    ).stukken[0]


def pip_ter_lezing(cast: Cast) -> Pip:
    pip = stel_op(dossier=asiel_met_intake(cast), door=cast.consulent, op=VANDAAG)
    return bied_aan(pip=maak_compleet(pip), door=cast.consulent, op=VANDAAG)


def vastgesteld_pip(cast: Cast) -> Pip:
    pip = pip_ter_lezing(cast)
    stel_vast(pip=pip, revisie=pip.revisie, door=cast.tweede_lezer, op=VANDAAG)
    return Pip.objects.get(pk=pip.pk)


def zet_document_gereed(document: Document) -> None:
    """As the worker leaves it, without the seconds that a real letter costs."""
    bewaar(document, b"%PDF-1.7 voor de test")
    document.status = "gereed"
    document.save()


def ondertussengroep_met_intake(cast: Cast) -> Dossier:
    """Somebody with a permit of before 2022 (Wet inburgering 2013), and a short intake."""
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=date(2026, 9, 9), regime=Regime.WI2013)
    leg_vast(dossier, FeitSoort.DOELGROEP, date(2026, 9, 9), doelgroep="ONDERTUSSENGROEP")
    wijzig_persoon(dossier=dossier, persoon=ADRES, door=cast.consulent, op=VANDAAG)
    dag = date(2026, 10, 1)
    vak = intake.start_intake(dossier=dossier, datum=dag, door=cast.consulent, op=VANDAAG)
    gesprek = {"datum": dag, "plaatssoort": Plaatssoort.GEMEENTEHUIS, "onderwerpen": "werk"}
    gesprekken.leg_gesprek_vast(intake=vak, gesprek=gesprek, door=cast.consulent, op=VANDAAG)
    intake.wijs_op_individueel_gesprek(intake=vak, datum=dag, hoe=Wijzing.GESPREK, door=cast.consulent, op=VANDAAG)
    type(vak).objects.filter(pk=vak.pk).update(afgerond_op=VANDAAG, wijze=Wijze.GESPREK)
    return Dossier.objects.get(pk=dossier.pk)


def stel_tegelijk_vast(pip: Pip, cast: Cast, *, op: date) -> list[str]:
    """Two people press at the same moment: the numbers they get. The test must commit for real."""
    start = Barrier(2)

    def beslis(wie: Medewerker) -> str:
        try:
            start.wait(timeout=10)
            return stel_vast(pip=Pip.objects.get(pk=pip.pk), revisie=pip.revisie, door=wie, op=op).nummer
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as draden:
        return list(draden.map(beslis, (cast.tweede_lezer, cast.teamleider), timeout=60))
