"""The sociale kaart: everybody reads it, the functioneel beheerder keeps it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.klok import vandaag
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import onthouden_filter
from pip_plans.intake.forms.kaart import ALLES, KaartFilter, VoorzieningForm
from pip_plans.intake.models import Voorziening
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.sociale_kaart import bewaar_voorziening, in_gebruik, verwijder_voorziening

from .basis import probeer

OP_NAAM = Sortering(("naam", "pk"))


@pagina(Actie.SOCIALE_KAART)
def lijst(request: GemeenteRequest) -> HttpResponse:
    if adres := onthouden_filter(request, "sociale-kaart"):
        return redirect(adres)
    form = KaartFilter(request.GET)
    rijen = Voorziening.objects.van(request.gemeente).zoek(form.waarde("zoek"))
    if soort := form.waarde("soort"):
        rijen = rijen.filter(soort=soort)
    if form.waarde("toon") != ALLES:
        rijen = rijen.actief()
    blad = blader(request, [rijen], OP_NAAM)
    context = {"filter": form, "blad": blad, "mag_beheren": mag(request.rollen, Actie.BEHEREN), "op": vandaag()}
    return render(request, "intake/kaart.html", context)


@pagina(Actie.BEHEREN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    form = VoorzieningForm(request.POST or None, initial={"gecontroleerd_op": vandaag()})
    return _bewerk(request, form, None, "Voorziening toevoegen")


@pagina(Actie.BEHEREN)
def voorziening(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij = get_object_or_404(Voorziening.objects.van(request.gemeente), pk=pk)
    form = VoorzieningForm(request.POST or None, instance=rij)
    return _bewerk(request, form, rij, str(rij), in_gebruik=in_gebruik(rij))


def _bewerk(
    request: GemeenteRequest, form: VoorzieningForm, rij: Voorziening | None, titel: str, **context: Any
) -> HttpResponse:
    form.annuleer_url = reverse("intake:sociale_kaart", kwargs={"gemeente": request.gemeente.slug})
    if form.is_valid() and probeer(
        form, lambda: bewaar_voorziening(gemeente=request.gemeente, gegevens=form.cleaned_data, bestaand=rij)
    ):
        messages.success(request, f"‘{form.cleaned_data['naam']}’ staat op de sociale kaart.")
        return redirect(form.annuleer_url)
    context = {"form": form, "rij": rij, "titel": titel, **context}
    return render(request, "intake/voorziening.html", context, status=422 if form.errors else 200)


@pagina(Actie.BEHEREN)
@knop("intake:sociale_kaart")
def verwijderen(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij = get_object_or_404(Voorziening.objects.van(request.gemeente), pk=pk)
    try:
        verwijder_voorziening(voorziening=rij)
        messages.success(request, f"‘{rij}’ is van de sociale kaart gehaald.")
    except IntakeFout as fout:
        messages.error(request, str(fout))
    return redirect("intake:sociale_kaart", request.gemeente.slug)
