"""Filters that are still there when you come back: in the address, and per gemeente in the session."""

from .basis import GemeenteRequest

BLADEREN = ("na", "voor")


def onthouden_filter(request: GemeenteRequest, lijst: str) -> str:
    """The address to go to when a list is opened bare and was filtered before, '' otherwise.

    A page of the list is not remembered: who comes back starts at the top.
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
    return f"{request.path}?{bewaard}" if bewaard else ""


def met(request: GemeenteRequest, **waarden: str) -> str:
    """The query string of this page with other values, from the first page on."""
    vraag = request.GET.copy()
    for naam in BLADEREN:
        vraag.pop(naam, None)
    for naam, waarde in waarden.items():
        vraag[naam] = waarde
    return f"?{vraag.urlencode()}"
