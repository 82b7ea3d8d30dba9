"""What the pages of this app share: trying a service, and a form on a page of its own."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from cases.panelen import Dossierbeeld
from cases.services.afsluiten import SlotFout
from cases.services.gebeurtenissen import GebeurtenisFout
from cases.services.verzending import VerzendingFout
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import toon_tab
from pip_plans.afronding.services.fout import AfrondingFout

WAT = "examens en afronding"
FOUTEN = (AfrondingFout, GebeurtenisFout, SlotFout, VerzendingFout)


def verwerkt(request: GemeenteRequest, form: BaseForm, doe: Callable[[], Any]) -> bool:
    """Run a service when a valid form was sent in; what it refuses stands at its field or on top."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        doe()
    except FOUTEN as fout:
        veld = getattr(fout, "veld", "")
        form.add_error(veld if veld in form.fields else None, str(fout))
        return False
    return True


def druk(request: GemeenteRequest, nummer: str, doe: Callable[[], Any], gelukt: str) -> HttpResponse:
    """A service behind a button: what it says or refuses becomes a message on the tab."""
    try:
        doe()
        messages.success(request, gelukt)
    except FOUTEN as fout:
        messages.error(request, str(fout))
    return redirect("afronding:overzicht", gemeente=request.gemeente.slug, nummer=nummer)


def naar_tab(request: GemeenteRequest, nummer: str, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect("afronding:overzicht", gemeente=request.gemeente.slug, nummer=nummer)


def toon_formulier(
    request: GemeenteRequest, beeld: Dossierbeeld, form: Any, titel: str, uitleg: str = "", **context: Any
) -> HttpResponse:
    """One form of a dossier on a page of its own; 422 when it came back with errors."""
    form.annuleer_url = reverse(
        "afronding:overzicht", kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer}
    )
    context |= {"form": form, "titel": titel, "uitleg": uitleg}
    return toon_tab(request, beeld, "afronding/formulier.html", context, status=422 if form.errors else 200)
