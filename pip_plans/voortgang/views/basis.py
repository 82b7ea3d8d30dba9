"""What the pages of a dossier share: the places with hours, one of them, and a form on a page of its own."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from cases.panelen import Dossierbeeld
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang.enums import VELDEN_VAN

WAT = "uren en voortgang"


def plaatsen_met_uren(beeld: Dossierbeeld) -> list[Plaatsing]:
    """Those that began or will, of a kind of which hours are kept; the last first."""
    rijen = beeld.dossier.plaatsingen.filter(soort__in=VELDEN_VAN, start__isnull=False)
    return list(rijen.select_related("contract__aanbieder", "aanbieder").order_by("-start", "-pk"))


def haal_plaats(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Plaatsing]:
    """The dossier and one of those places; Http404 when this person may not see it or there is none."""
    beeld = dossierbeeld(request, nummer, WAT)
    for plaatsing in plaatsen_met_uren(beeld):
        if plaatsing.pk == pk:
            plaatsing.dossier = beeld.dossier
            return beeld, plaatsing
    raise Http404


def terug(request: GemeenteRequest, nummer: str, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect("voortgang:overzicht", gemeente=request.gemeente.slug, nummer=nummer)


def toon_formulier(
    request: GemeenteRequest, beeld: Dossierbeeld, form: Any, titel: str, uitleg: str = ""
) -> HttpResponse:
    """One form of a dossier on a page of its own; 422 when it came back with errors."""
    form.annuleer_url = reverse(
        "voortgang:overzicht", kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer}
    )
    context = {"form": form, "titel": titel, "uitleg": uitleg}
    return toon_tab(request, beeld, "voortgang/formulier.html", context, status=422 if form.errors else 200)
