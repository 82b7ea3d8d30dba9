"""Which aanbieders have not reported on a month in which people were placed there."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from cases.models import Gemeente
from pip_plans.uitvoering.models import Aanbieder, Plaatsing
from pip_plans.voortgang.enums import VELDEN_VAN
from pip_plans.voortgang.models import Rapport
from pip_plans.voortgang.weken import vorige_maand

MAANDEN_TERUG = 3
# An aanbieder has some days after the month to count; before that nothing is missing.
VERWACHT_OP_DAG = 10


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """A month without a report, of an aanbieder with so many people placed in it."""

    aanbieder: Aanbieder
    maand: date
    deelnemers: int


def ontbrekende_rapporten(*, gemeente: Gemeente, op: date) -> list[Ontbrekend]:
    """Of the last months that are over, the oldest first; three queries, however many people are placed."""
    maanden = _maanden(op)
    wie: dict[tuple[int, date], set[int]] = defaultdict(set)
    laatste = laatste_dag(maanden[-1])
    rijen = Plaatsing.objects.filter(
        Q(einde__isnull=True) | Q(einde__gte=maanden[0]),
        dossier__gemeente=gemeente, soort__in=VELDEN_VAN, start__lte=laatste,
    )  # fmt: skip
    velden = ("dossier_id", "start", "einde", "contract__aanbieder_id", "aanbieder_id")
    for dossier, start, einde, via_contract, direct in rijen.values_list(*velden):
        for maand in maanden:
            if start <= laatste_dag(maand) and (einde is None or einde >= maand) and (via_contract or direct):
                wie[via_contract or direct, maand].add(dossier)
    gemeld = set(
        Rapport.objects.van(gemeente).bevestigd().filter(maand__in=maanden).values_list("aanbieder_id", "maand")
    )
    aanbieders = Aanbieder.objects.van(gemeente).in_bulk([pk for pk, _ in wie])
    open_ = [(maand, aanbieders[pk], len(wie[pk, maand])) for pk, maand in wie if (pk, maand) not in gemeld]
    return [
        Ontbrekend(aanbieder, maand, aantal)
        for maand, aanbieder, aantal in sorted(open_, key=lambda rij: (rij[0], rij[1].naam))
    ]


def _maanden(op: date) -> list[date]:
    """The first days of the last months of which a report may be expected by now, the oldest first."""
    maand = op.replace(day=1)
    if op.day < VERWACHT_OP_DAG:
        maand = vorige_maand(maand)
    terug = []
    for _ in range(MAANDEN_TERUG):
        maand = vorige_maand(maand)
        terug.append(maand)
    return terug[::-1]


def laatste_dag(maand: date) -> date:
    return (maand + timedelta(days=31)).replace(day=1) - timedelta(days=1)
