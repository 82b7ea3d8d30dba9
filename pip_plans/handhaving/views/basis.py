"""What the pages of handhaving share: the case behind an address, trying a service, and one form on a page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cases.panelen import Dossierbeeld
from cases.services.beschikkingen import BeschikkingFout
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services.basis import HandhavingFout


def haal_zaak(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Handhavingszaak]:
    """The dossier and its case; Http404 when this person may not see it or the case is of another dossier."""
    beeld = dossierbeeld(request, nummer, "handhaving")
    zaak: Handhavingszaak = get_object_or_404(Handhavingszaak.objects.met_alles(), dossier=beeld.dossier, pk=pk)
    return beeld, zaak


def probeer(form: BaseForm, doe: Callable[[], Any]) -> bool:
    """Run a service for a valid form; what it refuses stands at its field or on top. True when it was done."""
    try:
        doe()
    except (HandhavingFout, BeschikkingFout) as fout:
        veld = getattr(fout, "veld", "")
        form.add_error(veld if veld in form.fields else None, str(fout))
        return False
    return True


def naar_zaak(request: GemeenteRequest, zaak: Handhavingszaak, bericht: str) -> HttpResponse:
    messages.success(request, bericht)
    return redirect("handhaving:zaak", gemeente=request.gemeente.slug, nummer=zaak.dossier.nummer, pk=zaak.pk)


def toon_formulier(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    form: Any,
    titel: str,
    zaak: Handhavingszaak | None = None,
    **meer: Any,
) -> HttpResponse:
    """One form on a page of its own, with the case (or the overview) to go back to; 422 with errors."""
    plek = {"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer}
    naam, waar = ("handhaving:zaak", {**plek, "pk": zaak.pk}) if zaak else ("handhaving:overzicht", plek)
    form.annuleer_url = reverse(naam, kwargs=waar)
    context = {"form": form, "titel": titel, "zaak": zaak, "terug": form.annuleer_url, **meer}
    return toon_tab(request, beeld, "handhaving/formulier.html", context, status=422 if form.errors else 200)
