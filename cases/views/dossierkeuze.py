"""Choosing a dossier on a page of its own: the question travels in the form, so that no name stands in an address."""

from dataclasses import dataclass

from django.http import QueryDict

from cases.klok import vandaag
from cases.models import Dossier
from cases.querysets.dossiers import DossierQuerySet
from cases.services.zoeken import zoek

from .basis import GemeenteRequest

RECENT = 6


@dataclass(frozen=True, slots=True)
class Keuze:
    """What was asked and what there is to choose from. After a new question an earlier choice no longer counts."""

    vraag: str
    nieuwe_vraag: bool
    dossiers: list[Dossier]

    @property
    def waarom_niet(self) -> str:
        if self.dossiers:
            return "Kies het dossier."
        if self.vraag:
            return "Geen dossier gevonden. Probeer een andere spelling of een nummer."
        return "Zoek het dossier."

    @property
    def veld(self) -> str:
        """The field that `waarom_niet` belongs to."""
        return "dossier" if self.dossiers else "zoek"


def dossierkeuze(request: GemeenteRequest) -> Keuze:
    """The dossiers that the question finds; without a question those that this person opened last."""
    vraag = request.POST.get("zoek", "").strip().replace("\x00", "")
    nieuw = vraag != request.POST.get("gezocht", "")
    return Keuze(vraag, nieuw, _gevonden(request, vraag) if vraag else _recent(request))


def antwoord(request: GemeenteRequest, keuze: Keuze) -> QueryDict | None:
    """What was typed, with the choice that goes with the question."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    data["gezocht"] = keuze.vraag
    if keuze.nieuwe_vraag and keuze.vraag:
        data["dossier"] = keuze.dossiers[0].nummer if len(keuze.dossiers) == 1 else ""
    return data


def _gevonden(request: GemeenteRequest, vraag: str) -> list[Dossier]:
    return zoek(vraag=vraag, medewerker=request.user, gemeente=request.gemeente, op=vandaag()).dossiers[:RECENT]


def _recent(request: GemeenteRequest) -> list[Dossier]:
    """The dossier of the page where this began, and those this person opened last."""
    nummer = (request.POST.get("dossier") or request.GET.get("dossier", "")).replace("\x00", "")
    gezien = request.user.inzagen.filter(gemeente=request.gemeente, dossier__isnull=False).order_by("-pk")
    ids = list(dict.fromkeys(gezien.values_list("dossier_id", flat=True)[: RECENT * 10]))[:RECENT]
    eigen = list(_zichtbaar(request).filter(nummer=nummer)) if nummer else []
    recent = sorted(_zichtbaar(request).filter(pk__in=ids), key=lambda dossier: ids.index(dossier.pk))
    return [*eigen, *(dossier for dossier in recent if dossier not in eigen)]


def _zichtbaar(request: GemeenteRequest) -> DossierQuerySet:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    return zichtbaar.select_related("inburgeraar")
