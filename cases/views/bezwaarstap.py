"""One page per step of a bezwaar: its form, what the service says of it, and back to the bezwaar."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cases.forms import bezwaar as forms
from cases.herleving import wat_herleeft
from cases.models import Bezwaar
from cases.services.bezwaar.basis import BezwaarFout
from cases.services.bezwaar.stand import DWANGSOMSTAPPEN, STAPTITELS, dwangsom, tijdigheid
from cases.services.verzending import VerzendingFout
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .bezwaar import haal_bezwaar
from .bezwaarstappen import STAPPEN, Stap
from .dossier_beeld import toon_tab


@pagina(Actie.BEZWAAR_BEHANDELEN)
def stap(request: GemeenteRequest, nummer: str, pk: int, stap: str) -> HttpResponse:
    """The form of one step; what the law refuses stands above it."""
    gekozen = STAPPEN.get(stap)
    if gekozen is None:
        raise Http404
    beeld, rij = haal_bezwaar(request, nummer, pk)
    terug = reverse("cases:bezwaar", kwargs={"gemeente": request.gemeente.slug, "nummer": nummer, "pk": pk})
    ingevuld = request.POST if request.method == "POST" else None
    form = gekozen.form(ingevuld, bezwaar=rij, op=beeld.op, medewerker=request.user)
    form.annuleer_url = terug
    if ingevuld is not None and form.is_valid() and _doe(request, gekozen, rij, form, beeld.op):
        return redirect(terug)
    context: dict[str, Any] = {"form": form, "bezwaar": rij, "stap": stap, "uitleg": gekozen.uitleg}
    context["titel"] = STAPTITELS[stap]
    if stap == "vaststellen" and rij.herroept:
        context["herleeft"] = wat_herleeft(rij)
    if stap == "tijdigheid":
        context["tijdig"] = tijdigheid(rij)
    if stap in DWANGSOMSTAPPEN:
        context["dwangsom"] = dwangsom(rij, beeld.op)
    return toon_tab(request, beeld, "cases/bezwaar/stap.html", context, status=422 if form.errors else 200)


def _doe(
    request: GemeenteRequest, gekozen: Stap, rij: Bezwaar, form: forms.StapForm | forms.WijzigForm, op: date
) -> bool:
    """Run the step; what it refuses becomes an error of the form."""
    waarden = {**form.cleaned_data, "gegevens": getattr(form, "gegevens", None)}
    try:
        gekozen.doe(rij, waarden, request.user, op)
    except BezwaarFout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, str(fout))
        return False
    except VerzendingFout as fout:
        form.add_error(None, str(fout))
        return False
    messages.success(request, gekozen.gelukt)
    return True
