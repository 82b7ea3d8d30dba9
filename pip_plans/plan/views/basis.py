"""What the pages of a PIP share: fetching it, trying a service, and going back to the tab."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect

from cases.models import Dossier
from cases.panelen import Dossierbeeld
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import dossierbeeld
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.versies import huidige, uitgegeven_versie, versies


def huidig_pip(dossier: Dossier) -> Pip | None:
    """The version that work goes on with, with its decision."""
    return huidige(versies(dossier))


def haal_pip(request: GemeenteRequest, nummer: str, wat: str = "PIP") -> tuple[Dossierbeeld, Pip]:
    """The dossier and its PIP; Http404 when this person may not see it or there is none. Logs the look as `wat`."""
    beeld = dossierbeeld(request, nummer, wat)
    pip = huidig_pip(beeld.dossier)
    if pip is None:
        raise Http404
    return beeld, pip


def haal_uitgegeven(request: GemeenteRequest, nummer: str, wat: str = "PIP") -> tuple[Dossierbeeld, Pip]:
    """The dossier and the version work goes on with that left the house, or is to be sent; Http404 without one."""
    beeld = dossierbeeld(request, nummer, wat)
    pip = uitgegeven_versie(beeld.dossier)
    if pip is None:
        raise Http404
    return beeld, pip


def probeer(request: GemeenteRequest, doe: Callable[[], Any], gelukt: str) -> bool:
    """Run a service for a button; what it says or refuses becomes a message on the next page."""
    try:
        doe()
    except PlanFout as fout:
        messages.error(request, str(fout))
        return False
    messages.success(request, gelukt)
    return True


def naar(request: GemeenteRequest, nummer: str, pagina: str = "overzicht") -> HttpResponseRedirect:
    return redirect(f"plan:{pagina}", gemeente=request.gemeente.slug, nummer=nummer)
