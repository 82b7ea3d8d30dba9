"""What the shell of every page shows: the gemeente, the menu, the other gemeenten of this person."""

from collections import defaultdict
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.module_loading import import_string

from .klok import vandaag
from .panelen import Ingang, menu
from .toegang import Actie, mag


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Without a gemeente (login pages, error pages) there is no menu."""
    gemeente = getattr(request, "gemeente", None)
    basis = {"demo": settings.DEMO, "versie": settings.VERSIE, "gemeente": gemeente, "vandaag": vandaag()}
    if gemeente is None:
        return basis | _demo_accounts()
    return basis | {
        "menu": _menu(request),
        "gemeentekeuze": _gemeentekeuze(request),
        "mag_zoeken": mag(request.rollen, Actie.DOSSIER_LEZEN),  # type: ignore[attr-defined]
        "mag_noteren": mag(request.rollen, Actie.DOSSIER_BEWERKEN),  # type: ignore[attr-defined]
    }


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    """What this person may open, in order; items that belong under one name stand together where its first one is."""
    punten: list[dict[str, Any]] = []
    mappen: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for ingang in menu():
        if not mag(request.rollen, ingang.actie):  # type: ignore[attr-defined]  # set by views.basis.pagina
            continue
        punt = _menupunt(request, ingang)
        if ingang.onder and not mappen[ingang.onder]:
            punten.append({"label": ingang.onder, "punten": mappen[ingang.onder]})
        (mappen[ingang.onder] if ingang.onder else punten).append(punt)
    return [_uitgevouwen(punt) for punt in punten]


def _menupunt(request: HttpRequest, ingang: Ingang) -> dict[str, Any]:
    url = reverse(ingang.url_naam, kwargs={"gemeente": request.gemeente.slug})  # type: ignore[attr-defined]  # as above
    return {"label": ingang.label, "url": url, "actief": request.path == url}


def _uitgevouwen(punt: dict[str, Any]) -> dict[str, Any]:
    """A folded item knows whether the page is one of its own; what would fold around one item is that item."""
    onder = punt.get("punten", [])
    if len(onder) == 1:
        return onder[0]
    return punt | {"actief": any(punt["actief"] for punt in onder)} if onder else punt


def _demo_accounts() -> dict[str, Any]:
    """Who may log in to the demonstration, for its login page; nothing on any other installation."""
    if not settings.DEMO:
        return {}
    return {
        "demo_accounts": import_string(f"{settings.DEMO_ACCOUNTS}.inlogregels")(),
        "demo_wachtwoord": import_string(f"{settings.DEMO_ACCOUNTS}.WACHTWOORD"),
    }


def _gemeentekeuze(request: HttpRequest) -> list[dict[str, Any]]:
    """The gemeenten where this person works today; one tenant on a screen, so choosing is going there."""
    gemeenten = {rij.gemeente for rij in request.user.aanstellingen_op(vandaag())}  # type: ignore[union-attr]  # logged in
    return [
        {
            "label": gemeente.naam,
            "url": reverse("cases:werkvoorraad", kwargs={"gemeente": gemeente.slug}),
            "actief": gemeente == request.gemeente,  # type: ignore[attr-defined]
        }
        for gemeente in sorted(gemeenten, key=lambda gemeente: gemeente.naam)
    ]
