"""Notes: from a dossier, or from any page when the telephone rings."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.enums import Notitiesoort
from cases.forms.notities import NotitieForm, NotitieOveralForm
from cases.klok import vandaag
from cases.models import Dossier
from cases.querysets.dossiers import DossierQuerySet
from cases.services.notities import handel_af, schrijf_notitie
from cases.services.zoeken import zoek
from cases.toegang import Actie

from .basis import GemeenteRequest, haal_dossier, pagina
from .dossier_beeld import dossierbeeld, toon_tab

RECENT = 6


@pagina(Actie.DOSSIER_BEWERKEN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """First what was said, then of whom: one of the dossiers opened last, or found by name or number.

    The question travels in the form, so that no name stands in an address and nothing typed is lost while choosing.
    """
    vraag = request.POST.get("zoek", "").strip()
    nieuwe_vraag = vraag != request.POST.get("gezocht", "")
    keuze = _gevonden(request, vraag) if vraag else _recent(request)
    begin = {"dossier": request.GET.get("dossier", ""), "soort": Notitiesoort.BELNOTITIE}
    form = NotitieOveralForm(_antwoord(request, vraag, nieuwe_vraag, keuze), dossiers=keuze, initial=begin)
    if form.is_valid():
        if form.gekozen and not nieuwe_vraag:
            return _bewaar(request, form.gekozen, form)
        form.add_error("dossier" if keuze else "zoek", _waarom_geen_dossier(vraag, keuze))
    return render(request, "cases/notities/nieuw.html", {"form": form})


def _antwoord(request: GemeenteRequest, vraag: str, nieuwe_vraag: bool, keuze: list[Dossier]) -> QueryDict | None:
    """What was typed. After another question an earlier choice no longer counts, or a note lands in a wrong dossier."""
    if request.method != "POST":
        return None
    data = request.POST.copy()
    data["gezocht"] = vraag
    if nieuwe_vraag and vraag:
        data["dossier"] = keuze[0].nummer if len(keuze) == 1 else ""
    return data


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def op_dossier(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The form on the tab; with a fault it comes back with what was typed."""
    form = NotitieForm(request.POST)
    if form.is_valid():
        return _bewaar(request, nummer, form)
    beeld = dossierbeeld(request, nummer, "notitie")
    return toon_tab(request, beeld, "cases/notities/formulier.html", {"notitieform": form})


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def afgehandeld(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    dossier = haal_dossier(request, nummer, "notitie")
    handel_af(notitie=get_object_or_404(dossier.notities, pk=pk), door=request.user, op=vandaag())
    messages.success(request, "Afgehandeld.")
    if request.POST.get("terug") == "werkvoorraad":
        return redirect("cases:werkvoorraad", gemeente=request.gemeente.slug)
    return redirect("cases:afspraken", gemeente=request.gemeente.slug, nummer=nummer)


def _bewaar(request: GemeenteRequest, nummer: str, form: NotitieForm) -> HttpResponse:
    dossier = haal_dossier(request, nummer, "notitie")
    schrijf_notitie(
        dossier=dossier,
        soort=Notitiesoort(form.cleaned_data["soort"]),
        tekst=form.cleaned_data["tekst"],
        datum=form.terugkomen_op,
        door=request.user,
        op=vandaag(),
    )
    messages.success(request, f"De notitie staat in dossier {dossier.nummer}.")
    return redirect("cases:afspraken", gemeente=request.gemeente.slug, nummer=dossier.nummer)


def _gevonden(request: GemeenteRequest, vraag: str) -> list[Dossier]:
    return zoek(vraag=vraag, medewerker=request.user, gemeente=request.gemeente, op=vandaag()).dossiers[:RECENT]


def _recent(request: GemeenteRequest) -> list[Dossier]:
    """The dossier of the page where the note began, and those this person opened last."""
    nummer = (request.POST.get("dossier") or request.GET.get("dossier", "")).replace("\x00", "")
    gezien = request.user.inzagen.filter(gemeente=request.gemeente, dossier__isnull=False).order_by("-pk")
    ids = list(dict.fromkeys(gezien.values_list("dossier_id", flat=True)[: RECENT * 10]))[:RECENT]
    eigen = list(_zichtbaar(request).filter(nummer=nummer)) if nummer else []
    recent = sorted(_zichtbaar(request).filter(pk__in=ids), key=lambda dossier: ids.index(dossier.pk))
    return [*eigen, *(dossier for dossier in recent if dossier not in eigen)]


def _zichtbaar(request: GemeenteRequest) -> DossierQuerySet:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    return zichtbaar.select_related("inburgeraar")


def _waarom_geen_dossier(vraag: str, keuze: list[Dossier]) -> str:
    if keuze:
        return "Kies het dossier waarin de notitie komt."
    return "Geen dossier gevonden. Probeer een andere spelling of een nummer." if vraag else "Zoek het dossier."
