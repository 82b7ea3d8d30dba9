"""Reading before deciding: the preview, and the page of the tweede lezer."""

from django.contrib import messages
from django.http import HttpResponse

from cases.klok import vandaag
from cases.pdf import PdfFout
from cases.toegang import Actie
from cases.views.antwoord import pdf_antwoord
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import toon_tab
from pip_plans.plan.enums import Oordeel
from pip_plans.plan.forms.besluit import BeoordelingForm
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.beoordelen import geef_terug, reden_niet_lezen, stel_vast
from pip_plans.plan.services.brief import voorbeeld as maak_voorbeeld
from pip_plans.plan.services.situatie import situatie_met

from .basis import haal_pip, naar
from .routebeeld import routebeeld
from .wijzigen import verschillen_van


@pagina(Actie.DOSSIER_LEZEN)
def voorbeeld(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The letter with CONCEPT across it, made now and not stored."""
    beeld, pip = haal_pip(request, nummer, "PIP-voorbeeld")
    try:
        return pdf_antwoord(maak_voorbeeld(pip=pip, op=beeld.op), "pip-concept")
    except (PlanFout, PdfFout) as fout:
        return toon_tab(request, beeld, "plan/geen_voorbeeld.html", {"reden": str(fout)}, status=409)


@pagina(Actie.PIP_BEOORDELEN)
def beoordelen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The text beside the pages of its letter; approve and decide, or return with remarks."""
    beeld, pip = haal_pip(request, nummer, "PIP beoordelen")
    form = BeoordelingForm(request.POST or None, initial={"revisie": pip.revisie})
    if request.method == "POST" and form.is_valid() and _oordeel(request, pip, form):
        return naar(request, nummer)
    verschillen, reden_geen = verschillen_van(beeld, pip) if pip.versie > 1 else ((), "")
    gegevens = situatie_met(beeld.dossier, beeld.feiten)
    context = routebeeld(beeld, gegevens) | {
        "pip": pip,
        "form": form,
        "verschillen": verschillen,
        "reden_geen": reden_geen,
        "gegevens": gegevens,
        "reden_niet": reden_niet_lezen(pip, request.user),
        "lezingen": pip.lezingen.select_related("lezer"),
    }
    return toon_tab(request, beeld, "plan/beoordelen.html", context, status=422 if form.errors else 200)


def _oordeel(request: GemeenteRequest, pip: Pip, form: BeoordelingForm) -> bool:
    wie = {"pip": pip, "opmerkingen": form.cleaned_data["opmerkingen"], "door": request.user, "op": vandaag()}
    try:
        if form.cleaned_data["oordeel"] == Oordeel.AKKOORD:
            besluit = stel_vast(revisie=form.cleaned_data["revisie"], **wie)
            messages.success(request, f"Het PIP is vastgesteld als {besluit.nummer}. De brief wordt gemaakt.")
        else:
            geef_terug(**wie)
            messages.success(request, "Het PIP is teruggegeven met uw opmerkingen.")
    except PlanFout as fout:
        form.add_error(None, str(fout))
        return False
    return True
