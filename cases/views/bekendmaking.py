"""Putting a wrong day of bekendmaking right, after seeing what that moves."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cases.enums import Kanaal
from cases.forms.bekendmaking import BekendmakingCorrectieForm
from cases.models import Beschikking
from cases.panelen import Dossierbeeld
from cases.services.bekendmaking import corrigeer_bekendmaking, gevolgen_van_bekendmaking, reden_niet
from cases.services.beschikkingen import BeschikkingFout
from cases.services.feiten import Gevolgen
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.BEKENDMAKING_CORRIGEREN)
def corrigeren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The page for a decision in the dossier; `pk` is its letter."""
    beeld = dossierbeeld(request, nummer, "bekendmaking")
    return correctiepagina(request, beeld, pk, "cases:documenten")


def correctiepagina(request: GemeenteRequest, beeld: Dossierbeeld, document: int, verder: str) -> HttpResponse:
    """First what moves; only the button on that page stores it. Without the form for who may not, with the sentence.

    `verder` is the URL name of the tab to go back to.
    """
    besluit = get_object_or_404(beeld.dossier.beschikkingen.select_related("dossier"), document=document)
    terug = reverse(verder, kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer})
    form = BekendmakingCorrectieForm(
        request.POST or None, op=beeld.op, initial={"datum": besluit.bekendgemaakt_op, "kanaal": besluit.kanaal}
    )
    form.annuleer_url = terug
    waarom = reden_niet(besluit, request.rollen)
    if not waarom and form.is_valid():
        if "bevestig" in request.POST and _corrigeer(request, besluit, form, beeld):
            return redirect(terug)
        if not form.errors and (gevolgen := _gevolgen(besluit, form, beeld)):
            return _verschuift(request, beeld, besluit, form, gevolgen, terug)
    context = {"form": form, "besluit": besluit, "reden_niet": waarom, "terug": terug}
    status = 422 if form.errors and not waarom else 200
    return toon_tab(request, beeld, "cases/dossier/bekendmaking.html", context, status=status)


def _gevolgen(besluit: Beschikking, form: BekendmakingCorrectieForm, beeld: Dossierbeeld) -> Gevolgen | None:
    waarden = form.cleaned_data
    try:
        return gevolgen_van_bekendmaking(besluit=besluit, datum=waarden["datum"], kanaal=waarden["kanaal"], op=beeld.op)
    except BeschikkingFout as fout:
        form.add_error("datum", str(fout))
        return None


def _corrigeer(
    request: GemeenteRequest, besluit: Beschikking, form: BekendmakingCorrectieForm, beeld: Dossierbeeld
) -> bool:
    waarden = form.cleaned_data
    wat: dict[str, Any] = {"datum": waarden["datum"], "kanaal": Kanaal(waarden["kanaal"])}
    try:
        corrigeer_bekendmaking(besluit=besluit, reden=waarden["toelichting"], door=request.user, op=beeld.op, **wat)
    except BeschikkingFout as fout:
        form.add_error("datum", str(fout))
        return False
    messages.success(request, f"De dag waarop {besluit.nummer} is bekendgemaakt, is gecorrigeerd.")
    return True


def _verschuift(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    besluit: Beschikking,
    form: BekendmakingCorrectieForm,
    gevolgen: Gevolgen,
    terug: str,
) -> HttpResponse:
    context = {
        "rij": {"datum": besluit.bekendgemaakt_op},
        "form": form,
        "gevolgen": gevolgen,
        "wijziging": {"datum": form.cleaned_data["datum"], "vervalt": False},
        "kop": f"Bekendmaking van {besluit.nummer}",
        "terug_url": terug,
    }
    return toon_tab(request, beeld, "cases/dossier/feit_verschuift.html", context)
