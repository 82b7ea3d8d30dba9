"""The leerbaarheidstoets: one page with a small form for each thing that may happen."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.forms.toets import GeenToetsForm, GemistForm, OntheffingForm, PlanForm, UitslagForm
from pip_plans.intake.models import Leerbaarheidstoets
from pip_plans.intake.services import toets as diensten

from .basis import haal_intake, naar_overzicht, probeer
from .leefgebieden import GEEN_INZAGE

# Which form, which service, and what stands above it.
DELEN: dict[str, tuple[Any, Callable[..., Any], str]] = {
    "plannen": (PlanForm, diensten.plan_toets, "Toets plannen"),
    "gemist": (GemistForm, diensten.meld_toets_gemist, "Niet verschenen"),
    "uitslag": (UitslagForm, diensten.registreer_toetsuitslag, "Uitslag"),
    "ontheffing": (OntheffingForm, diensten.verleen_ontheffing_toets, "Ontheffing"),
    "geen": (GeenToetsForm, diensten.leg_geen_toets_vast, "Geen toets"),
}


@pagina(Actie.DOSSIER_BEWERKEN)
def toets(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The name of the button tells which of the forms was sent; the ground of an exemption says something of health."""
    beeld, intake = haal_intake(request, nummer)
    bijzonder = ziet_bijzondere_gegevens(request, beeld.dossier)
    gekozen = next((naam for naam in DELEN if naam in request.POST), "")
    if gekozen == "ontheffing" and not bijzonder:
        raise PermissionDenied(GEEN_INZAGE)
    zichtbaar = [naam for naam in _mogelijk(intake.toets) if bijzonder or naam != "ontheffing"]
    forms = {naam: DELEN[naam][0](prefix=naam) for naam in zichtbaar}
    if gekozen in forms:
        form = forms[gekozen] = DELEN[gekozen][0](request.POST, prefix=gekozen)
        vast: dict[str, Any] = {"intake": intake, "door": request.user, "op": beeld.op}
        if form.is_valid() and probeer(form, lambda: DELEN[gekozen][1](**vast, **form.cleaned_data)):
            return naar_overzicht(request, nummer, "De leerbaarheidstoets is bijgewerkt.", "toets")
    context = {
        "intake": intake,
        "formulieren": [(naam, DELEN[naam][2], form) for naam, form in forms.items()],
        "gekozen": gekozen,
        "toon_grond": bijzonder,
    }
    return toon_tab(request, beeld, "intake/toets.html", context, status=422 if request.POST else 200)


def _mogelijk(toets: Leerbaarheidstoets | None) -> list[str]:
    """Planning ends with an outcome; a no-show is recorded of a planned test. An outcome can always be put right."""
    uitkomsten = ["uitslag", "ontheffing", "geen"]
    if toets is None or not toets.is_klaar:
        gepland = toets is not None and toets.stand == "gepland"
        return [*(["plannen", "gemist"] if gepland else ["plannen"]), *uitkomsten]
    return uitkomsten
