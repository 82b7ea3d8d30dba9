"""What the pages of the execution share: trying a service, fetching a place, and a form on a page of its own."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from cases.panelen import Dossierbeeld
from cases.services.gebeurtenissen import GebeurtenisFout
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.uitvoering.services.fout import UitvoeringFout

WAT = "leerroute en modules"


def haal_plaatsing(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Plaatsing]:
    """The dossier and one place in it; Http404 when this person may not see it or there is none."""
    beeld = dossierbeeld(request, nummer, WAT)
    rijen = beeld.dossier.plaatsingen.select_related("contract__aanbieder", "aanbieder")
    plaatsing = rijen.filter(pk=pk).first()
    if plaatsing is None:
        raise Http404
    plaatsing.dossier = beeld.dossier
    return beeld, plaatsing


def verwerkt(request: GemeenteRequest, form: BaseForm, doe: Callable[[], Any]) -> bool:
    """Run a service when a valid form was sent in; what it refuses stands at its field or on top."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        doe()
    except (UitvoeringFout, GebeurtenisFout) as fout:
        veld = getattr(fout, "veld", "")
        form.add_error(veld if veld in form.fields else None, str(fout))
        return False
    return True


def naar_tab(request: GemeenteRequest, nummer: str, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect("uitvoering:overzicht", gemeente=request.gemeente.slug, nummer=nummer)


def toon_formulier(
    request: GemeenteRequest, beeld: Dossierbeeld, form: Any, titel: str, uitleg: str = "", **context: Any
) -> HttpResponse:
    """One form of a dossier on a page of its own; 422 when it came back with errors."""
    form.annuleer_url = reverse(
        "uitvoering:overzicht", kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer}
    )
    context |= {"form": form, "titel": titel, "uitleg": uitleg}
    return toon_tab(request, beeld, "uitvoering/formulier.html", context, status=422 if form.errors else 200)
