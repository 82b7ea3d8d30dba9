"""What the shell of every page shows: the gemeente, the menu, the other gemeenten of this person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.module_loading import import_string

from .klok import vandaag
from .models import Aanstelling
from .panelen import menu
from .toegang import Actie, mag


def schil(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Without a gemeente (login pages, error pages) there is no menu."""
    gemeente = getattr(request, "gemeente", None)
    basis = {"demo": settings.DEMO, "versie": settings.VERSIE, "gemeente": gemeente, "vandaag": vandaag()}
    if gemeente is None:
        return basis | _demo_accounts()
    return basis | {
        "menu": [
            {
                "label": ingang.label,
                "url": (url := reverse(ingang.url_naam, kwargs={"gemeente": gemeente.slug})),
                "actief": request.path == url,
            }
            for ingang in menu()
            if mag(request.rollen, ingang.actie)  # type: ignore[attr-defined]  # set by views.basis.pagina
        ],
        "gemeentekeuze": _gemeentekeuze(request),
        "mag_zoeken": mag(request.rollen, Actie.DOSSIER_LEZEN),  # type: ignore[attr-defined]
        "mag_noteren": mag(request.rollen, Actie.DOSSIER_BEWERKEN),  # type: ignore[attr-defined]
    }


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
    aanstellingen = Aanstelling.objects.geldig_op(vandaag()).filter(medewerker=request.user.pk)
    gemeenten = {aanstelling.gemeente for aanstelling in aanstellingen.select_related("gemeente")}
    return [
        {
            "label": gemeente.naam,
            "url": reverse("cases:werkvoorraad", kwargs={"gemeente": gemeente.slug}),
            "actief": gemeente == request.gemeente,  # type: ignore[attr-defined]
        }
        for gemeente in sorted(gemeenten, key=lambda gemeente: gemeente.naam)
    ]
