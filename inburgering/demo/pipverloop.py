"""The PIP as it usually goes: written, read by another, decided, handed over, reported to DUO."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from cases.enums import Kanaal
from cases.enums_stukken import Stukonderwerp
from cases.services import documenten, duo_portaal
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitkomst import bereken
from pip_plans.plan.enums import GeenZienswijze, Handtekening, Hoofddoel, Variant
from pip_plans.plan.models import Pip
from pip_plans.plan.services import beoordelen, bewerken, opstellen
from pip_plans.plan.services.bekendmaken import leg_handtekening_vast, maak_bekend
from pip_plans.plan.services.bijlagen import breng_uit
from pip_plans.plan.services.versies import uitgegeven_versie

from . import plaatsingen
from .aankomst import feiten
from .draaiboek import Verloop
from .papieren import lever_in
from .teksten import OPMERKING_LEZER
from .traject import Traject, tijdstip

_UREN = {"ONDERWIJS": 26, "B1": 12, "MBO": 16, "Z": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipplan:
    """Which leerroute, how fast, and how far: `tot` stops at 'concept', 'ter_lezing' or 'teruggegeven'.

    `velden` overrides or adds fields of the PIP.
    """

    route: str
    school: str = "Taalschool Amstel"
    hoofddoel: Hoofddoel = Hoofddoel.WERK
    tempo: float = 1.0
    tot: str = ""
    teruggegeven: bool = False
    handtekening: Handtekening | None = Handtekening.AKKOORD
    kanaal: Kanaal = Kanaal.UITGEREIKT
    velden: dict[str, Any] = field(default_factory=dict)

    def dagen(self, aantal: int) -> int:
        return round(aantal * self.tempo)


def maak_pip(t: Traject, plan: Pipplan) -> Verloop:
    """From concept to bekendgemaakt, about three weeks at the usual pace; then DUO and the aanbod."""
    yield from t.na(plan.dagen(2))
    pip = opstellen.stel_op(dossier=t.dossier, door=t.door, op=t.vandaag)
    yield from t.na(plan.dagen(3))
    vul_in(t, pip, plan)
    if plan.tot == "concept":
        return
    yield from t.na(plan.dagen(2))
    beoordelen.bied_aan(pip=pip, door=t.door, op=t.vandaag)
    if plan.tot == "ter_lezing":
        return
    yield from t.na(plan.dagen(4))
    if plan.teruggegeven:
        beoordelen.geef_terug(pip=pip, opmerkingen=OPMERKING_LEZER, door=t.wereld.tweede_lezer, op=t.vandaag)
        if plan.tot == "teruggegeven":
            return
        yield from t.na(6)
        vul_in(t, pip, plan)
        beoordelen.bied_aan(pip=pip, door=t.door, op=t.vandaag)
        yield from t.na(3)
    stel_vast(t, pip)
    yield from t.na(plan.dagen(3))
    geef_mee(t, pip, plan)
    yield from na_het_pip(t, plan)


def breng_bijlage_uit(t: Traject, gegevens: dict[str, str]) -> None:
    """The first bijlage beside the PIP that holds, from today."""
    pip = uitgegeven_versie(t.dossier)
    if pip is None:
        raise RuntimeError("Er is nog geen PIP.")
    wie: dict[str, Any] = {"door": t.door, "op": t.vandaag}
    breng_uit(pip=pip, revisie=0, gegevens=gegevens, geldig_vanaf=t.vandaag, raakt_plicht=False, **wie)


def vul_in(t: Traject, pip: Pip, plan: Pipplan) -> None:
    """What the composition leaves to the consulent."""
    pip.refresh_from_db()
    bewerken.bewaar_concept(
        pip=pip,
        revisie=pip.revisie,
        door=t.door,
        op=t.vandaag,
        gegevens=_velden(t, plan) | plan.velden,
        afspraken=list(_afspraken(t, pip, plan)),
        pw_beschikkingen=list(_bijstand(t)),
    )


def _velden(t: Traject, plan: Pipplan) -> dict[str, Any]:
    return {
        "leerroute": "B1" if plan.route == "MBO" else plan.route,
        "variant": Variant.MBO if plan.route == "MBO" else Variant.GEEN,
        "hoofddoel": plan.hoofddoel,
        "school": plan.school,
        "uren_per_week": _UREN[plan.route],
        "duur_maanden": 18,
        "pvt_aanbieder": f"de gemeente {t.wereld.gemeente}",
        "geen_zienswijze_grond": GeenZienswijze.GELEGENHEID,
        "geen_zienswijze": "U wilde er thuis nog over nadenken, en wij hoorden daarna niets.",
    }


def _afspraken(t: Traject, pip: Pip, plan: Pipplan) -> Iterator[dict[str, str]]:
    hoeveel = (f"{_UREN[plan.route]} uur per week", "elke dag een half uur", "12 uur in totaal", "alle lessen")
    wanneer = ("vanaf de start van de lessen", "thuis", "in het eerste jaar", "voor de eerste les")
    for nummer, rij in enumerate(pip.afspraken.all()):
        yield {"wat": rij.wat, "wie": rij.wie, "hoeveel": hoeveel[nummer % 4], "wanneer": wanneer[nummer % 4]}


def _bijstand(t: Traject) -> Iterator[dict[str, Any]]:
    if ingegaan := feiten(t).eerste(FeitSoort.BIJSTAND_INGEGAAN):
        nummer = t.dossier.nummer.removeprefix("D-")
        al = t.dossier.stukken.zonder_bytes().filter(onderwerp=Stukonderwerp.BIJSTAND).first()
        stuk = al or lever_in(
            t, Stukonderwerp.BIJSTAND, "besluit over bijstand", [f"Besluit PW-{nummer}", "(voorbeeld)"]
        )
        rij = {"omschrijving": "Bijstandsuitkering", "datum": ingegaan.datum, "kenmerk": f"PW-{nummer}", "stuk": stuk}
        yield rij


def stel_vast(t: Traject, pip: Pip) -> None:
    """The tweede lezer decides on what lies before her."""
    pip.refresh_from_db()
    beoordelen.stel_vast(pip=pip, revisie=pip.revisie, door=t.wereld.tweede_lezer, op=t.vandaag)


def geef_mee(t: Traject, pip: Pip, plan: Pipplan) -> None:
    """Print the letter as the worker does, hand it over or send it, and record what the person says of it."""
    pip = Pip.objects.select_related("beschikking", "dossier").get(pk=pip.pk)
    besluit = pip.beschikking
    if besluit is None:
        raise RuntimeError("Dit PIP is niet vastgesteld.")
    documenten.maak(document_id=besluit.document_id, moment=tijdstip(besluit.dagtekening, 17))
    maak_bekend(pip=pip, datum=t.vandaag, kanaal=plan.kanaal, door=t.door, op=t.vandaag)
    if plan.handtekening:
        leg_handtekening_vast(pip=pip, stand=plan.handtekening, datum=t.vandaag, door=t.door, op=t.vandaag)


def na_het_pip(t: Traject, plan: Pipplan) -> Verloop:
    """The report to DUO, the aanbod for whoever gets one, the dates of DUO, and the start of the onderwijsroute."""
    yield from t.na(plan.dagen(3))
    duo_portaal.noteer_gemeld(dossier=t.dossier, feiten=feiten(t), door=t.door, op=t.vandaag)
    yield from t.na(14)
    rij = plaatsingen.regel_plaats(t, plan.route)
    yield from t.na(7)
    _leg_termijn_duo_vast(t)
    if plan.route == "ONDERWIJS":
        yield from t.na(60)
    plaatsingen.begin(t, rij)


def _leg_termijn_duo_vast(t: Traject) -> None:
    """DUO names the first and the last day: three years, from the day after the PIP."""
    vastgesteld = feiten(t).eerste(FeitSoort.PIP_VASTGESTELD)
    if vastgesteld:
        start = vastgesteld.datum + timedelta(days=1)
        einde = bereken("INBURGERINGSTERMIJN_3J", vastgesteld.datum, t.wereld.kalender).ruwe_dag
        t.feit(FeitSoort.TERMIJN_DUO, start=start.isoformat(), einde=einde.isoformat())
