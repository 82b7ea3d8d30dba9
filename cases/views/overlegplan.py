"""A meeting that was planned is changed or cancelled."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.forms.overleg import AfzegForm, OverlegWijzigForm
from cases.klok import vandaag
from cases.overlegonderwerpen import onderwerpen
from cases.services.overleg import versie
from cases.services.overlegplan import VELDEN, wijzig_overleg, zeg_af
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .overleg import adres, haal, toon_formulier, verwerkt


@pagina(Actie.CASUSOVERLEG)
def wijzigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Another day, subject or place."""
    rij = haal(request, pk)
    begin = {veld: getattr(rij, veld) for veld in VELDEN} | {"gezien": versie(rij)}
    form = OverlegWijzigForm(request.POST or None, initial=begin, onderwerpen=onderwerpen(request.rollen))
    form.annuleer_url = adres(request, "overleg", pk=pk)

    def doe() -> None:
        gegevens = dict(form.cleaned_data)
        gezien = gegevens.pop("gezien")
        wijzig_overleg(overleg=rij, gegevens=gegevens, gezien=gezien, door=request.user, op=vandaag())

    if verwerkt(request, form, doe):
        messages.success(request, "Het overleg is gewijzigd.")
        return redirect(form.annuleer_url)
    return toon_formulier(request, form, f"Overleg wijzigen: {rij}")


@pagina(Actie.CASUSOVERLEG)
def afzeggen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """It does not go on, with the reason."""
    rij, form = haal(request, pk), AfzegForm(request.POST or None)
    form.annuleer_url = adres(request, "overleg", pk=pk)
    wie: dict[str, Any] = {"door": request.user, "op": vandaag()}
    if verwerkt(request, form, lambda: zeg_af(overleg=rij, **form.cleaned_data, **wie)):
        messages.success(request, "Het overleg is afgezegd.")
        return redirect(form.annuleer_url)
    return toon_formulier(request, form, f"Overleg afzeggen: {rij}")
