"""The forecast of the leefgeld with the toeslagen, and following those toeslagen."""

from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.brieven import MAANDOVERZICHT
from ontzorgen.forms.toeslag import ToeslagForm
from ontzorgen.kortingen import AfrekeningFout
from ontzorgen.maanden import eerste_dag, maanden_vanaf
from ontzorgen.models import Toeslag, Uitkeringseenheid
from ontzorgen.normen import NormFout
from ontzorgen.services.afrekening import haal_leden
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.prognose import prognose_van
from ontzorgen.services.toeslagen import VELDEN, bewaar_toeslag, vraag_na
from ontzorgen.services.verschillen import verschillen_van_eenheid
from ontzorgen.staafbeeld import teken

from .basis import adres, met_eenheid, toon_formulier, toon_tab, verwerkt, zichtbare_dossiers
from .zicht import mag_bijwerken, met_naam, te_openen, verborgen_leden

PROGNOSE = "ontzorgen:prognose"
UITLEG = "Een toeslag telt in de prognose pas mee vanaf de maand waarin hij is ontvangen of wordt verwacht."


@pagina(Actie.ONTZORGEN_LEZEN)
def prognose(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Nine months in a picture and a table, and the toeslagen beside them."""
    beeld, eenheid = met_eenheid(request, nummer)
    haal_leden([eenheid])
    prefetch_related_objects([eenheid], "toeslagen")
    context: dict[str, Any] = {
        "toeslagen": _toeslagen(request, beeld, eenheid),
        "mag_bijwerken": mag_bijwerken(request, beeld),
        "verschillen": verschillen_van_eenheid(
            eenheid=eenheid, zichtbaar=zichtbare_dossiers(request, beeld.op), op=beeld.op
        ),
        "overzichten": beeld.dossier.documenten.voor_lijst().filter(soort=MAANDOVERZICHT.code),
        "overzichtmaanden": maanden_vanaf(eerste_dag(beeld.op), 2),
    }
    try:
        voorspeld = prognose_van(eenheid=eenheid, op=beeld.op, geheim=verborgen_leden(request, beeld, eenheid))
        context |= {"prognose": voorspeld, "tekening": teken(voorspeld) if voorspeld else None}
    except (NormFout, AfrekeningFout) as fout:
        context["fout"] = str(fout)
    return toon_tab(request, beeld, "ontzorgen/prognose.html", context)


@pagina(Actie.ONTZORGEN_FEITEN)
def toeslag(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Another toeslag."""
    beeld, eenheid = met_eenheid(request, nummer)
    return _bewaar(request, beeld, Toeslag(eenheid=eenheid), "Toeslag vastleggen")


@pagina(Actie.ONTZORGEN_FEITEN)
def toeslag_wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What became of it."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = get_object_or_404(te_openen(request, beeld, eenheid.toeslagen.all()), pk=pk)
    return _bewaar(request, beeld, rij, f"{rij} bijwerken".capitalize())


@pagina(Actie.ONTZORGEN_FEITEN)
@knop(PROGNOSE)
def toeslag_nagevraagd(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Somebody asked where it stays."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = get_object_or_404(te_openen(request, beeld, eenheid.toeslagen.all()), pk=pk)
    try:
        vraag_na(toeslag=rij, door=request.user, op=beeld.op)
        messages.success(request, f"Vastgelegd dat u navroeg waar het geld blijft: {rij}.")
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    return _terug(request, beeld)


def _bewaar(request: GemeenteRequest, beeld: Dossierbeeld, rij: Toeslag, titel: str) -> HttpResponse:
    zichtbaar = zichtbare_dossiers(request, beeld.op)
    mensen: Any = zichtbaar.filter(uitkeringseenheden__eenheid=rij.eenheid_id).distinct()
    begin = {veld: getattr(rij, veld) for veld in VELDEN} if rij.pk else {}
    form = ToeslagForm(request.POST or None, mensen=mensen, initial=begin)
    if verwerkt(
        request,
        form,
        lambda: bewaar_toeslag(toeslag=rij, gegevens=form.cleaned_data, door=request.user, op=beeld.op),
    ):
        messages.success(request, "De toeslag is bewaard.")
        return _terug(request, beeld)
    return toon_formulier(request, beeld, form, titel, UITLEG, PROGNOSE)


def _toeslagen(request: GemeenteRequest, beeld: Dossierbeeld, eenheid: Uitkeringseenheid) -> list[dict[str, Any]]:
    return [
        {"rij": rij, "naam": naam, "herinnering": rij.herinnering(beeld.op), "weken": rij.weken(beeld.op),
         "te_openen": open_}
        for rij, naam, open_ in met_naam(request, beeld, list(eenheid.toeslagen.all()))
    ]  # fmt: skip


def _terug(request: GemeenteRequest, beeld: Dossierbeeld) -> HttpResponseRedirect:
    return redirect(f"{adres(request, beeld, PROGNOSE)}#toeslagen")
