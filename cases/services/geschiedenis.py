"""The history of a dossier as sentences: who did what, when, and what a correction replaced."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from cases import handelingen
from cases.enums import GebeurtenisAard
from cases.feitwoorden import gegevens_in_woorden, woord
from cases.models import Dossier, Gebeurtenis
from inburgering.recht.uitleg import datum_zonder_weekdag


@dataclass(frozen=True, slots=True)
class Regel:
    """One line; `oud` is the day of the fact that this one corrects."""

    gebeurtenis: Gebeurtenis
    zin: str


def gebeurtenissen(dossier: Dossier) -> QuerySet[Gebeurtenis]:
    """Everything that was recorded, with the fact that a correction replaces."""
    rijen: QuerySet[Gebeurtenis] = dossier.gebeurtenissen.select_related("corrigeert")
    return rijen


def regels(rijen: Iterable[Gebeurtenis]) -> list[Regel]:
    """The sentence of every event: 'Sanne de Wit corrigeerde: inschrijving in de BRP, van … naar …'."""
    return [
        Regel(rij, f"{rij.door_naam.capitalize() if not rij.door_id else rij.door_naam} {_rest(rij)}.") for rij in rijen
    ]


def _eigen_zin(rij: Gebeurtenis, dag: str) -> str:
    """The registered sentence of a fact, with what it does not name behind it; '' when there is none."""
    woorden = {naam: woord(naam, waarde) for naam, waarde in rij.gegevens.items()} | {"dag": dag}
    zin, gebruikt = handelingen.feitzin(rij.soort, woorden)
    rest = {naam: waarde for naam, waarde in rij.gegevens.items() if naam not in gebruikt}
    return zin and "".join([zin, *(f", {stuk}" for stuk in gegevens_in_woorden(rest))])


def _rest(rij: Gebeurtenis) -> str:
    if rij.aard == GebeurtenisAard.HANDELING:
        return handelingen.zin(rij.soort, rij.gegevens)
    naam, dag = handelingen.label(rij.soort), datum_zonder_weekdag(rij.datum)
    woorden = "".join(f", {woord}" for woord in gegevens_in_woorden(rij.gegevens))
    if rij.vervalt:
        return f"trok in: {naam} van {dag}"
    if rij.corrigeert is None:
        if eigen := _eigen_zin(rij, dag):
            return eigen
        return f"legde vast: {naam} op {dag}{woorden}"
    if rij.corrigeert.datum == rij.datum:
        return f"corrigeerde de gegevens van: {naam} op {dag}{woorden}"
    return f"corrigeerde: {naam} van {datum_zonder_weekdag(rij.corrigeert.datum)} naar {dag}{woorden}"
