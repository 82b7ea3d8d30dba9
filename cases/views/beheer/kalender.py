"""The days on which no term ends: computed holidays, and the KB-dagen that somebody keeps."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases.forms.beheer import KalenderjaarForm, KbdagForm
from cases.klok import vandaag
from cases.models import Kalenderjaar, Kbdag
from cases.services import beheer
from cases.services.doorrekening import Doorrekening, bij_kbdag, zonder_kbdag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.beheer.gemeente import deel
from inburgering.recht.kalender import feestdagen


@pagina(Actie.BEHEREN)
def kalender(request: GemeenteRequest) -> HttpResponse:
    """One year of holidays, all KB-dagen, and the years that are complete."""
    gevraagd = request.GET.get("jaar", "")
    jaar = int(gevraagd) if gevraagd.isdecimal() and 2000 <= int(gevraagd) <= 2200 else vandaag().year
    dag, compleet = KbdagForm(_post(request, "dag")), KalenderjaarForm(_post(request, "jaar_compleet"))
    if dag.is_bound and dag.is_valid():
        if "bevestig" not in request.POST:
            gevolg = bij_kbdag(gemeente=request.gemeente, na=deel(request), op=vandaag(), **dag.cleaned_data)
            kop = "KB-dag erbij: {naam}, {datum:%d-%m-%Y}".format(**dag.cleaned_data)
            return _toon_gevolg(request, gevolg, kop, form=dag, knop_naam="dag")
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
    """First what moves; only the button on that page takes the day out."""
    dag = get_object_or_404(Kbdag, pk=pk)
    if "bevestig" not in request.POST:
        gevolg = zonder_kbdag(gemeente=request.gemeente, dag=dag, na=deel(request), op=vandaag())
        return _toon_gevolg(request, gevolg, f"KB-dag eruit: {dag.naam}, {dag.datum:%d-%m-%Y}", doen="Verwijderen")
    beheer.verwijder_kbdag(dag=dag)
    messages.success(request, "De KB-dag is verwijderd. De termijnen worden opnieuw berekend.")
    return redirect("cases:kalender", request.gemeente.slug)


def _toon_gevolg(request: GemeenteRequest, gevolg: Doorrekening, kop: str, **meer: Any) -> HttpResponse:
    context = {
        "gevolg": gevolg,
        "kop": kop,
        "uitleg": f"De kalender geldt voor elke gemeente; hier staan de dossiers van {request.gemeente.naam}.",
        "terug_naam": "Feestdagen en KB-dagen",
        "terug_url": reverse("cases:kalender", args=[request.gemeente.slug]),
    }
    return render(request, "cases/beheer/verschuift.html", context | meer)


def _post(request: GemeenteRequest, knop: str) -> dict[str, str] | None:
    return request.POST if request.method == "POST" and knop in request.POST else None
