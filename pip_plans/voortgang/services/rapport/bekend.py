"""What this gemeente knows about the people in a report, as far as the uploader may know it; in a few queries."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from cases.models import Dossier, Medewerker, Samenvoeging
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang.enums import VELDEN_VAN
from pip_plans.voortgang.models import Deelnemernummer, Niveaumeting, Rapport, Weekstaat

from .keuren import Keuring
from .kring import kring


@dataclass(slots=True)
class Bekend:
    """Dossiers by our number and by that of the aanbieder, their places there, and what stands already."""

    dossiers: dict[str, Dossier] = field(default_factory=dict)
    op_eigen_nummer: dict[str, Dossier] = field(default_factory=dict)
    eigen_nummer: dict[int, str] = field(default_factory=dict)
    bezette_nummers: set[str] = field(default_factory=set)
    plaatsen: dict[int, list[Plaatsing]] = field(default_factory=lambda: defaultdict(list))
    weken: dict[tuple[int, date], Weekstaat] = field(default_factory=dict)
    niveaus: dict[tuple[int, date], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    niveaus_van_elders: set[tuple[int, date, str]] = field(default_factory=set)


def haal_bekend(*, rapport: Rapport, keuringen: Collection[Keuring], door: Medewerker, op: date) -> Bekend:
    """Everything about these rows. Somebody of another gemeente, or that `door` may not see, is simply not there."""
    bekend = Bekend()
    zichtbaar = kring(rapport=rapport, door=door, op=op)
    nummers = {keuring.dossiernummer for keuring in keuringen} - {""}
    eigen = {keuring.deelnemernummer for keuring in keuringen} - {""}
    bekend.dossiers = {dossier.nummer: dossier for dossier in zichtbaar.filter(nummer__in=nummers)}
    for rij in Samenvoeging.objects.filter(vervallen__nummer__in=nummers, blijft__in=zichtbaar).select_related(
        "vervallen", "blijft"
    ):
        bekend.dossiers.setdefault(rij.vervallen.nummer, rij.blijft)
    _voeg_nummers_toe(
        bekend, rapport, eigen, {dossier.pk for dossier in zichtbaar.filter(deelnemernummers__nummer__in=eigen)}
    )
    dossiers = {d.pk for d in (*bekend.dossiers.values(), *bekend.op_eigen_nummer.values())}
    bij = Q(contract__aanbieder=rapport.aanbieder) | Q(aanbieder=rapport.aanbieder)
    rijen = Plaatsing.objects.filter(bij, dossier__in=dossiers, soort__in=VELDEN_VAN, start__isnull=False)
    for plaatsing in rijen.select_related("contract__aanbieder", "aanbieder", "dossier").order_by("start", "pk"):
        bekend.plaatsen[plaatsing.dossier_id].append(plaatsing)
    _voeg_weken_toe(bekend, rapport, {keuring.week for keuring in keuringen if keuring.week})
    return bekend


def _voeg_nummers_toe(bekend: Bekend, rapport: Rapport, eigen: Collection[str], zichtbaar: Collection[int]) -> None:
    wie = {dossier.pk for dossier in bekend.dossiers.values()}
    rijen = Deelnemernummer.objects.filter(Q(nummer__in=eigen) | Q(dossier__in=wie), aanbieder=rapport.aanbieder)
    for rij in rijen.select_related("dossier"):
        bekend.bezette_nummers.add(rij.nummer)
        bekend.eigen_nummer[rij.dossier_id] = rij.nummer
        if rij.dossier_id in zichtbaar:
            bekend.op_eigen_nummer[rij.nummer] = rij.dossier


def _voeg_weken_toe(bekend: Bekend, rapport: Rapport, weken: Collection[date]) -> None:
    plaatsen = [plaatsing.pk for rijen in bekend.plaatsen.values() for plaatsing in rijen]
    for rij in Weekstaat.objects.filter(plaatsing__in=plaatsen, week__in=weken):
        bekend.weken[rij.plaatsing_id, rij.week] = rij
    metingen = Niveaumeting.objects.filter(dossier__in=list(bekend.plaatsen), gemeten_op__in=weken)
    for meting in metingen.select_related("rapport"):
        bekend.niveaus[meting.dossier_id, meting.gemeten_op][meting.vaardigheid] = meting.niveau
        if meting.rapport is None or meting.rapport.aanbieder_id != rapport.aanbieder_id:
            bekend.niveaus_van_elders.add((meting.dossier_id, meting.gemeten_op, meting.vaardigheid))
