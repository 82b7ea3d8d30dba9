"""Filters and columns of one list, for the person who looks."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.enums_werk import Lijst
from cases.forms.lijstkeuze import FilternaamForm, KolommenForm
from cases.forms.werkvoorraad import ALLE, DossierFilter, Filter, WerkFilter
from cases.klok import vandaag
from cases.models import Lijstfilter
from cases.services import lijstkeuze as dienst
from cases.services.team import consulenten
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .filters import met


@pagina(Actie.DOSSIER_LEZEN)
def lijstkeuze(request: GemeenteRequest, lijst: str) -> HttpResponse:
    """Keep the filter of the address under a name, begin with one, throw one away, choose columns."""
    if lijst not in Lijst.values:
        raise Http404
    soort = Lijst(lijst)
    filter_nu = _filter(request, soort)
    naamform = FilternaamForm(request.POST if "bewaar" in request.POST else None)
    kolommen = dienst.kolommen_van(medewerker=request.user, lijst=soort)
    kolomform = KolommenForm(
        request.POST if "kolommen_bewaren" in request.POST else None,
        lijst=soort,
        initial={"kolommen": sorted(kolommen)},
    )
    if request.method == "POST" and _voer_uit(request, soort, filter_nu, naamform, kolomform):
        return _terug(request, soort)
    context = {
        "lijst": soort,
        "lijst_url": reverse(f"cases:{soort.value}", kwargs={"gemeente": request.gemeente.slug}),
        "filters": bewaarde_filters(request, soort),
        "woorden": filter_nu.in_woorden(),
        "naamform": naamform,
        "kolomform": kolomform,
    }
    return render(request, "cases/lijstkeuze.html", context)


def bewaarde_filters(request: GemeenteRequest, lijst: Lijst) -> list[dict[str, Any]]:
    """The own filters of this list, for links; the one that is on is marked."""
    rijen = Lijstfilter.objects.filter(medewerker=request.user, gemeente=request.gemeente, lijst=lijst)
    nu = met(request).removeprefix("?")
    return [{"rij": rij, "label": rij.naam, "url": f"?{rij.vraag}", "actief": rij.vraag == nu} for rij in rijen]


def _voer_uit(
    request: GemeenteRequest, lijst: Lijst, filter_nu: Filter, naamform: FilternaamForm, kolomform: KolommenForm
) -> bool:
    """Do what the button said; False when there is something to mend on the page."""
    if kolomform.is_bound and kolomform.is_valid():
        gekozen = kolomform.cleaned_data["kolommen"]
        dienst.kies_kolommen(medewerker=request.user, lijst=lijst, kolommen=gekozen)
        messages.success(request, "Uw kolommen zijn bewaard.")
        return True
    if naamform.is_bound:
        return naamform.is_valid() and _bewaar(request, lijst, filter_nu, naamform)
    if nummer := request.POST.get("standaard_nu"):
        dienst.maak_standaard(rij=_eigen(request, lijst, nummer))
        messages.success(request, "Na het inloggen begint de lijst met dit filter.")
        return True
    if nummer := request.POST.get("verwijder"):
        _eigen(request, lijst, nummer).delete()
        messages.success(request, "Het filter is verwijderd.")
        return True
    return False


def _bewaar(request: GemeenteRequest, lijst: Lijst, filter_nu: Filter, form: FilternaamForm) -> bool:
    try:
        dienst.bewaar_filter(
            medewerker=request.user,
            gemeente=request.gemeente,
            lijst=lijst,
            vraag=filter_nu.schone_vraag(),
            **form.cleaned_data,
        )
    except dienst.LijstFout as fout:
        form.add_error("naam", str(fout))
        return False
    messages.success(request, "Het filter is bewaard.")
    return True


def _eigen(request: GemeenteRequest, lijst: Lijst, nummer: str) -> Lijstfilter:
    """The own filter with this number; Http404 for another's, and for what is no number."""
    if not nummer.isascii() or not nummer.isdigit() or len(nummer) > 18:
        raise Http404
    rijen = Lijstfilter.objects.filter(medewerker=request.user, gemeente=request.gemeente, lijst=lijst)
    rij: Lijstfilter = get_object_or_404(rijen.select_related("medewerker"), pk=int(nummer))
    return rij


def _filter(request: GemeenteRequest, lijst: Lijst) -> Filter:
    team = consulenten(gemeente=request.gemeente, op=vandaag())
    if lijst == Lijst.WERKVOORRAAD:
        return WerkFilter(request.GET, consulenten=team, standaard=ALLE)
    return DossierFilter(request.GET, consulenten=team)


def _terug(request: GemeenteRequest, lijst: Lijst) -> HttpResponseRedirect:
    adres = redirect("cases:lijstkeuze", gemeente=request.gemeente.slug, lijst=lijst.value)
    adres["Location"] += met(request) if request.GET else ""
    return adres
