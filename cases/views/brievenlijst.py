"""The page Brieven: every kind of letter there is, and what it looks like."""

from collections.abc import Collection
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from cases.brieven import Briefsoort, OnbekendeBriefsoort, briefsoort, briefsoorten
from cases.pdf import PdfFout
from cases.schrijven import schrijfwijzen
from cases.services.briefvoorbeelden import heeft_voorbeeld, toon_voorbeeld
from cases.teksten import STANDAARD
from cases.toegang import Actie, mag

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, pagina


@pagina(Actie.BRIEVEN_BEKIJKEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """Every registered kind under the phase it belongs to; no letter of anybody."""
    met_de_hand = {wijze.soort.code for wijze in schrijfwijzen()}
    fasen = [
        (fase, [_rij(soort, met_de_hand) for soort in groep])
        for fase, groep in groupby(briefsoorten(), key=lambda soort: soort.fase)
    ]
    aantal = sum(len(rijen) for _, rijen in fasen)
    context = {"fasen": fasen, "mag_beheren": mag(request.rollen, Actie.BEHEREN), "aantal": aantal}
    return render(request, "cases/brieven.html", context)


def _rij(soort: Briefsoort, met_de_hand: Collection[str]) -> dict[str, Any]:
    return {
        "soort": soort,
        "blokken": [STANDAARD[code] for code in soort.tekstblokken],
        "met_de_hand": soort.code in met_de_hand,
        "voorbeeld": heeft_voorbeeld(soort),
    }


@pagina(Actie.BRIEVEN_BEKIJKEN)
def voorbeeld(request: GemeenteRequest, soort: str) -> HttpResponse:
    """A letter to an invented person, on the paper of this gemeente."""
    try:
        brief = briefsoort(soort)
    except OnbekendeBriefsoort as fout:
        raise Http404 from fout
    if not heeft_voorbeeld(brief):
        raise Http404
    try:
        return pdf_antwoord(toon_voorbeeld(soort=brief, gemeente=request.gemeente), f"voorbeeld-{soort}")
    except PdfFout as fout:
        messages.error(request, str(fout))
        return redirect("cases:brieven", gemeente=request.gemeente.slug)
