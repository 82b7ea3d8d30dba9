"""The days on which no term ends: computed holidays, and the KB-dagen that somebody keeps."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.forms.beheer import KalenderjaarForm, KbdagForm
from cases.klok import vandaag
from cases.models import Kalenderjaar, Kbdag
from cases.services import beheer
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from inburgering.recht.kalender import feestdagen


@pagina(Actie.BEHEREN)
def kalender(request: GemeenteRequest) -> HttpResponse:
    """One year of holidays, all KB-dagen, and the years that are complete."""
    gevraagd = request.GET.get("jaar", "")
    jaar = int(gevraagd) if gevraagd.isdecimal() and 2000 <= int(gevraagd) <= 2200 else vandaag().year
    dag, compleet = KbdagForm(_post(request, "dag")), KalenderjaarForm(_post(request, "jaar_compleet"))
    if dag.is_bound and dag.is_valid():
        beheer.voeg_kbdag_toe(**dag.cleaned_data)
        messages.success(request, "De KB-dag is toegevoegd. De termijnen worden opnieuw berekend.")
        return redirect(request.path)
    if compleet.is_bound and compleet.is_valid():
        try:
            beheer.verklaar_jaar_compleet(**compleet.cleaned_data)
        except beheer.BeheerFout as fout:
            compleet.add_error("jaar", str(fout))
        else:
            messages.success(request, "Het jaar is compleet.")
            return redirect(request.path)
    context = {
        "titel": "Feestdagen en KB-dagen",
        "jaar": jaar,
        "feestdagen": sorted(feestdagen(jaar).items()),
        "kbdagen": Kbdag.objects.all(),
        "jaren": Kalenderjaar.objects.all(),
        "dagform": dag,
        "jaarform": compleet,
    }
    return render(request, "cases/beheer/kalender.html", context)


@require_POST
@pagina(Actie.BEHEREN)
def kbdag_verwijderen(request: GemeenteRequest, pk: int) -> HttpResponse:
    beheer.verwijder_kbdag(dag=get_object_or_404(Kbdag, pk=pk))
    messages.success(request, "De KB-dag is verwijderd. De termijnen worden opnieuw berekend.")
    return redirect("cases:kalender", request.gemeente.slug)


def _post(request: GemeenteRequest, knop: str) -> dict[str, str] | None:
    return request.POST if request.method == "POST" and knop in request.POST else None
