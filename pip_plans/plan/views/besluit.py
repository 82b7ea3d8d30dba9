"""After the decision: is the letter there, making it known, and what the inburgeraar said."""

from django.http import HttpResponse
from django.shortcuts import render

from cases.enums import Documentstatus, Kanaal
from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from pip_plans.plan.enums import Handtekening
from pip_plans.plan.forms.besluit import BekendmakenForm, HandtekeningForm
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.bekendmaken import gelezen_besluit, leg_handtekening_vast, maak_bekend

from .basis import haal_uitgegeven, naar, probeer
from .overzicht import toon_overzicht


@pagina(Actie.DOSSIER_LEZEN)
def documentstand(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Asked every few seconds while the letter is made; the whole page is fetched again once that is over."""
    _, pip = haal_uitgegeven(request, nummer)
    antwoord = render(request, "plan/deel_document.html", {"pip": pip, "dossier": pip.dossier})
    if not pip.stuk or pip.stuk.status != Documentstatus.TE_MAKEN:
        antwoord.headers["HX-Refresh"] = "true"
    return antwoord


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def bekendmaken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, pip = haal_uitgegeven(request, nummer)
    form = BekendmakenForm(request.POST)
    if form.is_valid():
        datum, kanaal = form.cleaned_data["datum"], Kanaal(form.cleaned_data["kanaal"])
        try:
            gelezen = gelezen_besluit(pip, request.POST.get("besluit", ""))
            maak_bekend(pip=gelezen, datum=datum, kanaal=kanaal, door=request.user, op=vandaag())
            return naar(request, nummer)
        except PlanFout as fout:
            form.add_error(None, str(fout))
    return toon_overzicht(request, beeld, pip, status=422, bekendmaken=form)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def tekenen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What the inburgeraar said of the plan; nothing waits for it."""
    beeld, pip = haal_uitgegeven(request, nummer)
    form = HandtekeningForm(request.POST)
    if not form.is_valid():
        return toon_overzicht(request, beeld, pip, status=422, tekenen=form)
    stand, datum = Handtekening(form.cleaned_data["stand"]), form.cleaned_data["datum"]
    probeer(
        request,
        lambda: leg_handtekening_vast(pip=pip, stand=stand, datum=datum, door=request.user, op=vandaag()),
        "De reactie van de inburgeraar is vastgelegd.",
    )
    return naar(request, nummer)
