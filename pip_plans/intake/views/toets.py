"""The leerbaarheidstoets: planned, missed or none on one page; results each on a page of their own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.forms.toets import GeenToetsForm, GemistForm, PlanForm, ResultaatForm, ResultaatIntrekkenForm
from pip_plans.intake.models import BredeIntake, Toetsresultaat
from pip_plans.intake.models.toets import RESULTAAT
from pip_plans.intake.services import toets as diensten
from pip_plans.intake.services.toetsresultaten import registreer_resultaat, trek_resultaat_in

from .basis import haal_intake, naar_overzicht, probeer, toon_formulier

# Which form, which service, and what stands above it.
DELEN: dict[str, tuple[Any, Callable[..., Any], str]] = {
    "plannen": (PlanForm, diensten.plan_toets, "Toets plannen"),
    "gemist": (GemistForm, diensten.meld_toets_gemist, "Niet verschenen"),
    "geen": (GeenToetsForm, diensten.leg_geen_toets_vast, "Geen toets"),
}


@pagina(Actie.DOSSIER_BEWERKEN)
def toets(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The results so far, and small forms; the name of the button tells which of them was sent."""
    beeld, intake = haal_intake(request, nummer)
    gekozen = next((naam for naam in DELEN if naam in request.POST), "")
    forms = {naam: DELEN[naam][0](prefix=naam) for naam in _mogelijk(intake)}
    if gekozen in forms:
        form = forms[gekozen] = DELEN[gekozen][0](request.POST, prefix=gekozen)
        vast: dict[str, Any] = {"intake": intake, "door": request.user, "op": beeld.op}
        if form.is_valid() and probeer(form, lambda: DELEN[gekozen][1](**vast, **form.cleaned_data)):
            return naar_overzicht(request, nummer, "De leerbaarheidstoets is bijgewerkt.", "toets")
    context = {
        "intake": intake,
        "formulieren": [(naam, DELEN[naam][2], form) for naam, form in forms.items()],
        "resultaten": intake.toetsresultaten.select_related("vervangen_door", "vastgelegd_door"),
        "ontheffingen": intake.ontheffingen.select_related("beschikking"),
        "toon_grond": ziet_bijzondere_gegevens(request, beeld.dossier),
    }
    return toon_tab(request, beeld, "intake/toets.html", context, status=422 if request.POST else 200)


def _mogelijk(intake: BredeIntake) -> list[str]:
    """Planning ends with an outcome; a no-show is recorded of a planned test. None once the intake is completed."""
    if intake.is_afgerond:
        return []
    rij = intake.toets
    if rij is not None and rij.is_besloten:
        return ["geen"] if rij.geen_reden else []
    gepland = rij is not None and rij.stand == "gepland"
    return ["plannen", "gemist", "geen"] if gepland else ["plannen", "geen"]


@pagina(Actie.DOSSIER_BEWERKEN)
def uitslag(request: GemeenteRequest, nummer: str, pk: int | None = None) -> HttpResponse:
    """A new result, or with `pk` a better one in the place of that result."""
    beeld, intake = haal_intake(request, nummer)
    oud = get_object_or_404(intake.toetsresultaten, pk=pk) if pk else None
    form = ResultaatForm(request.POST or None, verbetert=oud is not None, initial=_begin(intake, oud, beeld.op))
    vast: dict[str, Any] = {"intake": intake, "vervangt": oud, "door": request.user, "op": beeld.op}
    if form.is_valid():
        reden = form.cleaned_data.pop("reden", "")
        if probeer(form, lambda: registreer_resultaat(gegevens=form.cleaned_data, reden=reden, **vast)):
            return naar_overzicht(request, nummer, "De uitslag is vastgelegd, zoals hij binnenkwam.", "toets")
    titel = "Uitslag van de leerbaarheidstoets verbeteren" if oud else "Uitslag van de leerbaarheidstoets"
    return toon_formulier(request, beeld, form, titel, terug="intake:toets")


def _begin(intake: BredeIntake, oud: Toetsresultaat | None, op: Any) -> dict[str, Any]:
    if oud:
        return {veld: getattr(oud, veld) for veld in RESULTAAT} | {"ontvangen_op": op}
    return {"afgenomen_op": intake.toets.gepland_op if intake.toets else None, "ontvangen_op": op}


@pagina(Actie.DOSSIER_BEWERKEN)
def uitslag_intrekken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld, intake = haal_intake(request, nummer)
    rij = get_object_or_404(intake.toetsresultaten, pk=pk)
    form = ResultaatIntrekkenForm(request.POST or None)
    vast: dict[str, Any] = {"intake": intake, "resultaat": rij, "door": request.user, "op": beeld.op}
    if form.is_valid() and probeer(form, lambda: trek_resultaat_in(reden=form.cleaned_data["reden"], **vast)):
        return naar_overzicht(request, nummer, "De uitslag telt niet meer mee.", "toets")
    return toon_formulier(request, beeld, form, "Uitslag intrekken", terug="intake:toets")
