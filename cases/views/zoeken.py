"""Search: the question travels by POST and waits in the session, because no name or number may stand in an address."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.klok import vandaag
from cases.services.zoeken import zoek
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina

LANGSTE_VRAAG = 100


def _sleutel(request: GemeenteRequest) -> str:
    return f"zoekvraag:{request.gemeente.slug}"


@require_POST
@pagina(Actie.DOSSIER_LEZEN)
def zoeken(request: GemeenteRequest) -> HttpResponse:
    """A number of exactly one dossier goes there; anything else to the page with results."""
    vraag = request.POST.get("q", "").strip()[:LANGSTE_VRAAG].replace("\x00", "")
    request.session[_sleutel(request)] = vraag
    resultaat = zoek(vraag=vraag, medewerker=request.user, gemeente=request.gemeente, op=vandaag())
    if resultaat.op_nummer and len(resultaat.dossiers) == 1:
        return redirect("cases:dossier", gemeente=request.gemeente.slug, nummer=resultaat.dossiers[0].nummer)
    return redirect("cases:zoekresultaat", gemeente=request.gemeente.slug)


@pagina(Actie.DOSSIER_LEZEN)
def zoekresultaat(request: GemeenteRequest) -> HttpResponse:
    """The results of the last question of this session; reload and back keep working."""
    vraag = request.session.get(_sleutel(request), "")
    resultaat = zoek(vraag=vraag, medewerker=request.user, gemeente=request.gemeente, op=vandaag())
    return render(request, "cases/zoekresultaat.html", {"vraag": vraag, "resultaat": resultaat})
