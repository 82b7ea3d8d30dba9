"""The month typed in: the same preview and the same rules as for a file."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cases.klok import vandaag
from cases.models import Dossier
from cases.uitvoer import csv_regels
from pip_plans.aanbiederportaal.forms.maand import MaandForm
from pip_plans.aanbiederportaal.services.maand import deelnemers_in
from pip_plans.voortgang.weken import maanden_terug

from .basis import PortaalRequest, noteer, portaal
from .rapporten import maak

PER_BLAD = 15


@portaal
def formulier(request: PortaalRequest, jaar: int, maand: int) -> HttpResponse:
    """Fifteen participants at a time; every part is a report of its own."""
    eerste, op = _maand(jaar, maand), vandaag()
    allen = deelnemers_in(aanbieder=request.aanbieder, maand=eerste, op=op)
    deel = _deel(request.GET.get("deel", ""), len(allen))
    deze = allen[(deel - 1) * PER_BLAD : deel * PER_BLAD]
    form = MaandForm(request.POST or None, deelnemers=deze)
    if request.method == "POST" and form.is_valid():
        kolommen = form.kolommen()
        tekst = "".join(csv_regels(kolommen, [[rij.get(k, "") for k in kolommen] for rij in form.rijen()]))
        if gemaakt := maak(request, form, eerste, form.cleaned_data["verbetering"], tekst.encode()):
            return gemaakt
    noteer(request, "maandformulier", Dossier.objects.filter(pk__in=[wie.dossier_id for wie in deze]))
    adres = reverse("aanbiederportaal:formulier", args=(request.account.pk, jaar, maand))
    delen = range(1, _aantal(len(allen)) + 1)
    context = {
        "form": form,
        "maand": eerste,
        "deelnemers": deze,
        "keuzes": [{"label": f"deel {n}", "url": f"{adres}?deel={n}", "actief": n == deel} for n in delen],
        "maanden": [dag for dag in maanden_terug(op)[:4] if dag != eerste],
    }
    return render(request, "aanbiederportaal/maand.html", context, status=422 if form.errors else 200)


def _maand(jaar: int, maand: int) -> date:
    """One of the months that may be reported, else Http404."""
    gevonden = next((dag for dag in maanden_terug(vandaag()) if (dag.year, dag.month) == (jaar, maand)), None)
    if gevonden is None:
        raise Http404
    return gevonden


def _aantal(deelnemers: int) -> int:
    return max(1, -(-deelnemers // PER_BLAD))


def _deel(gevraagd: str, deelnemers: int) -> int:
    """The first part for what is no part of this month."""
    nummer = int(gevraagd) if gevraagd.isascii() and gevraagd.isdigit() and len(gevraagd) < 5 else 1
    return nummer if 1 <= nummer <= _aantal(deelnemers) else 1
