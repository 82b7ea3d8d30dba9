"""The bijlage: written beside the concept, and changed after the decision without a new one."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpResponse

from cases.klok import vandaag
from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.plan.forms.bijlage import JA, BijlageForm, UitbrengenForm
from pip_plans.plan.models import Pip, PipBijlage
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bijlagen import (
    beletsel,
    bewaar_bijlage,
    breng_uit,
    concept_van,
    geldende_bijlage,
    uitgebracht,
)
from pip_plans.plan.services.versies import uitgegeven_versie
from pip_plans.plan.veldsoorten import zinnen_over

from .basis import huidig_pip, naar

DREIGT = re.compile(r"\b(boetes?|verplicht|verlag\w*|korting)\b", re.IGNORECASE)
MET_BOETE = (
    "In de bijlage staat ‘{woord}’. Waarvoor een boete kan volgen, hoort in het besluit (art. 23 Wet inburgering). "
    "Is dat hier zo? Wijzig dan het PIP."
)
UITGEBRACHT = "De bijlage is uitgebracht. De brief staat straks bij Documenten: verstuur hem en leg dat daar vast."


@pagina(Actie.DOSSIER_BEWERKEN)
def bijlage(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Write the bijlage of the PIP that holds, or of the concept when nothing was decided yet; bring it out."""
    beeld = dossierbeeld(request, nummer, "PIP-bijlage")
    pip = uitgegeven_versie(beeld.dossier) or huidig_pip(beeld.dossier)
    if pip is None:
        return naar(request, nummer)
    nu = concept_van(pip)
    form = BijlageForm(request.POST or None, initial=nu.inhoud | {"revisie": nu.revisie})
    uit = UitbrengenForm(_als_uit(request), initial={"geldig_vanaf": beeld.op})
    goed = request.method == "POST" and form.is_valid() and (not uit.is_bound or uit.is_valid())
    if goed and _doe(request, pip, form, uit):
        return naar(request, nummer, "bijlage")
    if request.method == "POST" and nu.pk is None:  # no text of a colleague to lose: the next save may win
        form.data = request.POST.copy()
        form.data["revisie"] = str(nu.revisie)
    return _toon(request, beeld, pip, nu, form, uit)


def _als_uit(request: GemeenteRequest) -> dict[str, str] | None:
    return request.POST if "uitbrengen" in request.POST else None


def _doe(request: GemeenteRequest, pip: Pip, form: BijlageForm, uit: UitbrengenForm) -> bool:
    wat: dict[str, Any] = {"revisie": form.cleaned_data["revisie"], "gegevens": form.gegevens}
    wie: dict[str, Any] = {"pip": pip, "door": request.user, "op": vandaag()}
    try:
        if uit.is_bound:
            vanaf, plicht = uit.cleaned_data["geldig_vanaf"], uit.cleaned_data["raakt_plicht"] == JA
            breng_uit(geldig_vanaf=vanaf, raakt_plicht=plicht, **wat, **wie)
        else:
            bewaar_bijlage(**wat, **wie)
    except PlanFout as fout:
        (uit if uit.is_bound else form).add_error(None, str(fout))
        return False
    zinnen = (
        [UITGEBRACHT] if uit.is_bound else ["De bijlage is opgeslagen.", *zinnen_over(form.changed_data, eerste=False)]
    )
    messages.success(request, " ".join(zinnen))
    if woord := DREIGT.search(" ".join(form.gegevens.values())):
        messages.warning(request, MET_BOETE.format(woord=woord[0]))
    return True


def _toon(
    request: GemeenteRequest, beeld: Dossierbeeld, pip: Pip, nu: PipBijlage, form: BijlageForm, uit: UitbrengenForm
) -> HttpResponse:
    rijen = uitgebracht(beeld.dossier)
    context = {
        "pip": pip,
        "nu": nu,
        "form": form,
        "uit": uit,
        "beletsel": beletsel(pip),
        "uitgebracht": rijen,
        "bijlage_geldt": geldende_bijlage(rijen),
        "volgende": huidig_pip(beeld.dossier) if pip.beschikking else None,
    }
    fout = form.errors or uit.errors
    return toon_tab(request, beeld, "plan/bijlage.html", context, status=422 if fout else 200)
