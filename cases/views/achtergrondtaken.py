"""The page that shows whether the background work is alive."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from cases.achtergrondtaken import achtergrondtaken
from cases.klok import nu
from cases.services import takenoverzicht
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina


@require_GET
@pagina(Actie.TAKEN_BEKIJKEN)
def overzicht(request: GemeenteRequest) -> HttpResponse:
    taken = takenoverzicht.overzicht(moment=nu())
    zorgen = [stand for stand in taken if stand.mislukt or stand.stil]
    return render(request, "cases/beheer/achtergrondtaken.html", {"taken": taken, "zorgen": zorgen})


@require_POST
@pagina(Actie.TAKEN_BEKIJKEN)
def draai_nu(request: GemeenteRequest, sleutel: str) -> HttpResponse:
    """Queue one job; it does the work of all gemeenten and running it once more changes nothing."""
    if sleutel not in achtergrondtaken():
        raise Http404
    label = achtergrondtaken()[sleutel].label
    if takenoverzicht.draai_nu(sleutel=sleutel, moment=nu()):
        messages.success(request, f"‘{label}’ is klaargezet. Ververs deze pagina over een paar tellen.")
    else:
        messages.info(request, f"‘{label}’ is net al klaargezet.")
    return redirect("cases:achtergrondtaken", gemeente=request.gemeente.slug)
