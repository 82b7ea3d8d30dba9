"""Notes: from a dossier, or from any page when the telephone rings."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.enums import Notitiesoort
from cases.forms.notities import NotitieForm, NotitieOveralForm
from cases.klok import vandaag
from cases.services.notities import handel_af, schrijf_notitie
from cases.toegang import Actie

from .basis import GemeenteRequest, haal_dossier, pagina
from .dossier_beeld import dossierbeeld, toon_tab
from .dossierkeuze import antwoord, dossierkeuze


@pagina(Actie.DOSSIER_BEWERKEN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """First what was said, then of whom: one of the dossiers opened last, or found by name or number.

    The question travels in the form, so that no name stands in an address and nothing typed is lost while choosing.
    """
    keuze = dossierkeuze(request)
    begin = {"dossier": request.GET.get("dossier", ""), "soort": Notitiesoort.BELNOTITIE}
    form = NotitieOveralForm(antwoord(request, keuze), dossiers=keuze.dossiers, initial=begin)
    if form.is_valid():
        if form.gekozen and not keuze.nieuwe_vraag:
            return _bewaar(request, form.gekozen, form)
        form.add_error(keuze.veld, keuze.waarom_niet)
    return render(request, "cases/notities/nieuw.html", {"form": form})


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
