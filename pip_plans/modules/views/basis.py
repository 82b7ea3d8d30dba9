"""What the pages of the modules share."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from cases.panelen import Dossierbeeld
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import toon_tab


def adres(request: GemeenteRequest, naam: str, **delen: Any) -> str:
    return reverse(f"modules:{naam}", kwargs={"gemeente": request.gemeente.slug, **delen})


def klaar(request: GemeenteRequest, beeld: Dossierbeeld, naam: str, bericht: str) -> HttpResponseRedirect:
    """Back to a page of this dossier, with what was done."""
    messages.success(request, bericht)
    return redirect(adres(request, naam, nummer=beeld.dossier.nummer))


def toon_formulier(
    request: GemeenteRequest, beeld: Dossierbeeld, form: Any, titel: str, terug: str, uitleg: str = ""
) -> HttpResponse:
    """One form of a dossier on a page of its own; 422 when it came back with errors. `terug` is a page of this app."""
    form.annuleer_url = adres(request, terug, nummer=beeld.dossier.nummer)
    context = {"form": form, "titel": titel, "uitleg": uitleg, "terug": form.annuleer_url}
    return toon_tab(request, beeld, "modules/formulier.html", context, status=422 if form.errors else 200)


def wie(beeld: Dossierbeeld) -> dict[str, Any]:
    """Who does it, and when."""
    return {"door": beeld.medewerker, "op": beeld.op}
