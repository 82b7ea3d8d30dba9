"""The catalogue of aanbieders and their contracts; no inburgeraars stand on these pages."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.klok import vandaag
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from pip_plans.uitvoering.forms.aanbieder import AanbiederForm, ContractForm
from pip_plans.uitvoering.models import Aanbieder, Contract
from pip_plans.uitvoering.services.aanbieders import bewaar_aanbieder, bewaar_contract

from .basis import verwerkt

FORMULIER = "uitvoering/beheerformulier.html"


@pagina(Actie.AANBIEDERS_BEKIJKEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """Every aanbieder, those in use first; the contracts of today with how full they are."""
    op = vandaag()
    context = {
        "aanbieders": Aanbieder.objects.van(request.gemeente).order_by("-actief", "naam"),
        "contracten": Contract.objects.van(request.gemeente).loopt(op).met_bezetting(op).select_related("aanbieder"),
        "mag_beheren": mag(request.rollen, Actie.AANBIEDERS_BEHEREN),
        "op": op,
    }
    return render(request, "uitvoering/aanbieders.html", context)


@pagina(Actie.AANBIEDERS_BEKIJKEN)
def aanbieder(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One aanbieder with all its contracts, also those that are over."""
    rij, op = _haal(request, pk), vandaag()
    context = {
        "rij": rij,
        "contracten": rij.contracten.met_bezetting(op).order_by("soort", "-van"),
        "mag_beheren": mag(request.rollen, Actie.AANBIEDERS_BEHEREN),
        "op": op,
    }
    return render(request, "uitvoering/aanbieder.html", context)


@pagina(Actie.AANBIEDERS_BEHEREN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    form = AanbiederForm(request.POST or None, op=vandaag())
    bewaard: list[Aanbieder] = []

    def doe() -> None:
        bewaard.append(bewaar_aanbieder(gemeente=request.gemeente, gegevens=form.cleaned_data))

    if verwerkt(request, form, doe):
        messages.success(request, "De aanbieder is toegevoegd. Voeg nu de contracten toe.")
        return redirect("uitvoering:aanbieder", request.gemeente.slug, bewaard[0].pk)
    return _formulier(request, form, "Aanbieder toevoegen", _lijst(request))


@pagina(Actie.AANBIEDERS_BEHEREN)
def wijzigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij = _haal(request, pk)
    # The form writes what was typed on its row, also what is refused; `rij` stays what is stored.
    form = AanbiederForm(request.POST or None, op=vandaag(), instance=copy(rij))
    terug = reverse("uitvoering:aanbieder", args=(request.gemeente.slug, pk))
    if verwerkt(
        request, form, lambda: bewaar_aanbieder(gemeente=request.gemeente, gegevens=form.cleaned_data, bestaand=rij)
    ):
        messages.success(request, "De aanbieder is gewijzigd.")
        return redirect(terug)
    return _formulier(request, form, f"{rij} wijzigen", terug)


@pagina(Actie.AANBIEDERS_BEHEREN)
def contract_nieuw(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij = _haal(request, pk)
    return _contract(request, rij, None)


@pagina(Actie.AANBIEDERS_BEHEREN)
def contract(request: GemeenteRequest, pk: int) -> HttpResponse:
    rijen = Contract.objects.van(request.gemeente).select_related("aanbieder")
    bestaand: Contract = get_object_or_404(rijen, pk=pk)
    return _contract(request, bestaand.aanbieder, bestaand)


def _contract(request: GemeenteRequest, wie: Aanbieder, bestaand: Contract | None) -> HttpResponse:
    instance = copy(bestaand) if bestaand else Contract(aanbieder=wie)
    form = ContractForm(request.POST or None, aanbieder=wie, op=vandaag(), instance=instance)
    terug = reverse("uitvoering:aanbieder", args=(request.gemeente.slug, wie.pk))
    velden: dict[str, Any] = {"aanbieder": wie, "bestaand": bestaand, "op": vandaag()}
    if verwerkt(request, form, lambda: bewaar_contract(gegevens=form.cleaned_data, **velden)):
        messages.success(request, "Het contract is opgeslagen.")
        return redirect(terug)
    titel = f"Contract {bestaand.nummer} wijzigen" if bestaand else f"Contract met {wie}"
    return _formulier(request, form, titel, terug)


def _haal(request: GemeenteRequest, pk: int) -> Aanbieder:
    gevonden: Aanbieder = get_object_or_404(Aanbieder.objects.van(request.gemeente), pk=pk)
    return gevonden


def _lijst(request: GemeenteRequest) -> str:
    return reverse("uitvoering:aanbieders", args=(request.gemeente.slug,))


def _formulier(request: GemeenteRequest, form: Any, titel: str, terug: str) -> HttpResponse:
    form.annuleer_url = terug
    context = {"form": form, "titel": titel}
    return render(request, FORMULIER, context, status=422 if form.errors else 200)
