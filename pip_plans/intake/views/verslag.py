"""Asking for the intakeverslag."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.verslag import maak_verslag

from .basis import haal_intake, naar_overzicht


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def maken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A new report as the intake stands now; earlier ones stay as they are."""
    beeld, intake = haal_intake(request, nummer)
    try:
        maak_verslag(intake=intake, door=request.user, op=beeld.op)
    except IntakeFout as fout:
        messages.error(request, str(fout))
        return redirect("intake:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
    return naar_overzicht(request, nummer, "Het intakeverslag wordt gemaakt en staat zo bij Verslag.", "verslag")
