"""What the pages of the gesprekken share: a talk behind an address, trying a service, and a form on a page."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cases.models import Afspraak
from cases.panelen import Dossierbeeld
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.gesprekken.querysets import voortgangsgesprekken
from pip_plans.gesprekken.services.fout import GesprekFout

WAT = "voortgangsgesprekken"


def haal_gesprek(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Afspraak]:
    """The dossier and one voortgangsgesprek in it; Http404 when this person may not see it or there is none."""
    beeld = dossierbeeld(request, nummer, WAT)
    rijen = voortgangsgesprekken().filter(dossier=beeld.dossier).select_related("met", "gespreksverslag__door")
    rij: Afspraak = get_object_or_404(rijen, pk=pk)
    rij.dossier = beeld.dossier
    return beeld, rij


def probeer(form: BaseForm, doe: Callable[[], Any]) -> bool:
    """Run a service for a valid form; what it refuses stands at its field or on top. True when it was done."""
    try:
        doe()
    except GesprekFout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, str(fout))
        return False
    return True


def plek(request: GemeenteRequest, naam: str, nummer: str, **delen: Any) -> str:
    return reverse(naam, kwargs={"gemeente": request.gemeente.slug, "nummer": nummer, **delen})


def toon_formulier(
    request: GemeenteRequest, beeld: Dossierbeeld, form: Any, titel: str, terug: str, **context: Any
) -> HttpResponse:
    """One form on a page of its own; 422 when it came back with errors."""
    form.annuleer_url = terug
    context |= {"form": form, "titel": titel, "terug": terug}
    return toon_tab(request, beeld, "gesprekken/formulier.html", context, status=422 if form.errors else 200)
