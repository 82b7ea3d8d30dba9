"""Filters that are still there when you come back: in the address, and per gemeente in the session."""

from cases.enums_werk import Lijst
from cases.services.lijstkeuze import begin_van

from .basis import GemeenteRequest

BLADEREN = ("na", "voor")


def onthouden_filter(request: GemeenteRequest, lijst: str) -> str:
    """The address to go to when a list is opened bare and was filtered before, '' otherwise.

    A page of the list is not remembered: who comes back starts at the top. Who was not here since logging in begins
    with the filter that she chose to begin with.
    """
    sleutel = f"filter:{lijst}:{request.gemeente.slug}"
    if request.GET:
        vraag = request.GET.copy()
        for naam in BLADEREN:
            vraag.pop(naam, None)
        if request.session.get(sleutel) != vraag.urlencode():
            request.session[sleutel] = vraag.urlencode()
        return ""
    bewaard = request.session.get(sleutel)
    if not bewaard and lijst in Lijst.values:
        bewaard = begin_van(medewerker=request.user, gemeente=request.gemeente, lijst=lijst)
    return f"{request.path}?{bewaard}" if bewaard else ""


def met(request: GemeenteRequest, **waarden: str) -> str:
    """The query string of this page with other values, from the first page on."""
    vraag = request.GET.copy()
    for naam in BLADEREN:
        vraag.pop(naam, None)
    for naam, waarde in waarden.items():
        vraag[naam] = waarde
    return f"?{vraag.urlencode()}"
