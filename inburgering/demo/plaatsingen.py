"""Aanbieders with their contracts, and the place somebody gets after the PIP. How to reach them is not invented."""

from datetime import date, timedelta

from cases.models import Gemeente
from inburgering.recht.feiten import GROEP_MET_AANBOD
from pip_plans.uitvoering.enums import Aanbiedersoort, Aanbodsoort
from pip_plans.uitvoering.models import Contract, Plaatsing
from pip_plans.uitvoering.services.aanbieders import bewaar_aanbieder, bewaar_contract
from pip_plans.uitvoering.services.eigen_keuze import adviseer
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.services.plaatsing import bevestig_begin, plaats, stel_voor, zet_op_wachtlijst

from .traject import Traject

SCHOOL, HELPT = Aanbiedersoort.CURSUSINSTELLING, Aanbiedersoort.BEGELEIDING
S = Aanbodsoort
# Name, kind, and per offer the places and the price in cents.
AANBIEDERS: tuple[tuple[str, Aanbiedersoort, dict[Aanbodsoort, tuple[int, int]]], ...] = (
    ("Danner & Danner", SCHOOL, {S.TAALSTART: (20, 95_000)}),
    ("NL Training", SCHOOL, {S.B1: (120, 625_000), S.Z: (60, 780_000)}),
    ("Stichting VU", SCHOOL, {S.ONDERWIJS: (20, 1_450_000)}),
    ("Toptaal NT2 Experts", SCHOOL, {S.B1_MBO: (2, 710_000)}),  # so few that somebody waits
    (
        "VluchtelingenWerk",
        HELPT,
        {S.BEGELEIDING: (400, 240_000), S.PVT: (40, 38_500), S.MAP: (40, 92_500), S.PARTICIPATIE: (15, 45_000)},
    ),
)
CURSUS = {"B1": S.B1, "MBO": S.B1_MBO, "Z": S.Z, "ONDERWIJS": S.ONDERWIJS}
UREN = {"B1": 12, "MBO": 16, "Z": 12, "ONDERWIJS": 26}
TOT_DE_START = {"ONDERWIJS": 67}
ADVIES = "Een cursus met keurmerk Blik op Werk, in de avond of in het weekend naast het werk."


def maak_aanbieders(*, gemeente: Gemeente, op: date) -> None:
    """The catalogue, with a contract per offer from two years before this day until three years after it."""
    for naam, soort, aanbod in AANBIEDERS:
        gegevens = {
            "naam": naam,
            "soort": soort,
            "aanbod": [wat.value for wat in aanbod],
            "keurmerk_tot": date(op.year + 1, 6, 30) if soort == SCHOOL else None,
        }
        wie = bewaar_aanbieder(gemeente=gemeente, gegevens=gegevens)
        for nummer, (wat, (plaatsen, prijs)) in enumerate(aanbod.items(), start=1):
            contract = {
                "soort": wat.value,
                "nummer": f"{op.year - 2}-{wie.naam.split()[0].upper()}-{nummer}",
                "van": date(op.year - 2, 1, 1),
                "tot": date(op.year + 3, 12, 31),
                "plaatsen": plaatsen,
                "prijs": prijs,
            }
            bewaar_contract(aanbieder=wie, gegevens=contract, op=op)


def regel_plaats(t: Traject, route: str) -> Plaatsing:
    """A place in the course of this route, the waiting list when there is none, or an advice for who pays himself."""
    soort = CURSUS[route]
    if t.doelgroep not in GROEP_MET_AANBOD:
        gegevens = {
            "advies": ADVIES,
            "instelling": "",
            "lening": "",
            "start": None,
            "einde": None,
            "uren_per_week": None,
        }
        return adviseer(dossier=t.dossier, soort=soort, gegevens=gegevens, door=t.door, op=t.vandaag)
    contract = Contract.objects.van(t.wereld.gemeente).get(soort=soort)
    rij = stel_voor(dossier=t.dossier, soort=soort, contract=contract, door=t.door, op=t.vandaag)
    start = t.vandaag + timedelta(days=TOT_DE_START.get(route, 7))
    try:
        return plaats(
            plaatsing=rij,
            start=start,
            einde=start + timedelta(days=540),
            uren_per_week=UREN[route],
            aangeboden_op=t.vandaag,
            door=t.door,
            op=t.vandaag,
        )
    except UitvoeringFout:
        return zet_op_wachtlijst(plaatsing=rij, door=t.door, op=t.vandaag)


def begin(t: Traject, rij: Plaatsing) -> None:
    """It began on its first day; of the onderwijsroute that is the start of the taalschakeltraject."""
    if rij.start and rij.start <= t.vandaag:
        bevestig_begin(plaatsing=rij, datum=rij.start, door=t.door, op=t.vandaag)
