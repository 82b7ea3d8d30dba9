"""What the pages of an intake share: fetching it, trying a service, and going back to the overview."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from cases.panelen import Dossierbeeld
from cases.services.afspraken import AfspraakFout
from cases.services.beschikkingen import BeschikkingFout
from cases.services.documenten import DocumentFout
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services.basis import IntakeFout


def haal_intake(request: GemeenteRequest, nummer: str) -> tuple[Dossierbeeld, BredeIntake]:
    """The dossier and its intake with every part; Http404 when this person may not see it or it was not started."""
    beeld = dossierbeeld(request, nummer, "brede intake")
    intake = BredeIntake.objects.met_alles().filter(dossier=beeld.dossier).first()
    if intake is None:
        raise Http404
    return beeld, intake


def probeer(form: BaseForm, doe: Callable[[], Any]) -> bool:
    """Run a service for a valid form; what it refuses stands at its field or on top. True when it was done."""
    try:
        doe()
    except (IntakeFout, AfspraakFout, BeschikkingFout, DocumentFout) as fout:
        veld = getattr(fout, "veld", "")
        form.add_error(veld if veld in form.fields else None, str(fout))
        return False
    return True


def naar_overzicht(request: GemeenteRequest, nummer: str, bericht: str, anker: str = "") -> HttpResponseRedirect:
    messages.success(request, bericht)
    antwoord = redirect("intake:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
    return HttpResponseRedirect(f"{antwoord.url}#{anker}") if anker else antwoord


def toon_formulier(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    form: Any,
    titel: str,
    *,
    terug: str = "intake:overzicht",
    **context: Any,
) -> HttpResponse:
    """One form on a page of its own, with `terug` to go back to; 422 when it came back with errors."""
    form.annuleer_url = reverse(terug, kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer})
    context = {"form": form, "titel": titel, **context}
    return toon_tab(request, beeld, "intake/formulier.html", context, status=422 if form.errors else 200)
