"""Recording the right to bijstand: its begin, its end, or that there is none."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.models import Gebeurtenis
from cases.panelen import Dossierbeeld
from cases.services.feiten import gevolgen_van
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import toon_tab
from inburgering.recht.feiten import LABELS, FeitSoort
from ontzorgen.forms.bijstand import BeginForm, BijstandCorrectieForm, EindeForm, GeenBijstandForm
from ontzorgen.services.bijstand import (
    beeindig_bijstand,
    begin_bijstand,
    corrigeer_bijstand,
    leg_geen_bijstand_vast,
)

from .basis import adres, ontzorgbeeld, toon_formulier, verwerkt

BIJSTAND = (FeitSoort.BIJSTAND_INGEGAAN, FeitSoort.BIJSTAND_BEEINDIGD)
VELDEN = ("datum", "kenmerk", "toelichting")
BEGIN = "Leg de eerste dag van het recht op bijstand vast. Daarna toetst het systeem of de gemeente moet ontzorgen."
EINDE = "Zonder bijstand eindigt het ontzorgen. De termijn vervalt met de reden die u hier opschrijft."
CORRIGEREN = "U ziet eerst wat er verschuift. Wat al besloten of betaald is, verandert niet vanzelf."
GEEN = "Het dossier verdwijnt uit de lijst ‘te beoordelen’. Komt er later bijstand, leg die dan gewoon vast."


@pagina(Actie.ONTZORGEN_FEITEN)
def begin(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The first day of the right."""
    beeld = ontzorgbeeld(request, nummer)
    form = BeginForm(request.POST or None, op=beeld.op)

    def doe() -> None:
        velden = {naam: form.cleaned_data[naam] for naam in VELDEN}
        begin_bijstand(dossier=beeld.dossier, door=request.user, op=beeld.op, **velden)

    if verwerkt(request, form, doe):
        messages.success(request, "Vastgelegd: bijstand ingegaan.")
        return redirect(adres(request, beeld))
    return toon_formulier(request, beeld, form, "Bijstand vastleggen", BEGIN)


@pagina(Actie.ONTZORGEN_FEITEN)
def einde(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The first day without the right."""
    beeld = ontzorgbeeld(request, nummer)
    form = EindeForm(request.POST or None, op=beeld.op)

    def doe() -> None:
        velden = {naam: form.cleaned_data[naam] for naam in VELDEN}
        beeindig_bijstand(dossier=beeld.dossier, door=request.user, op=beeld.op, **velden)

    if verwerkt(request, form, doe):
        messages.success(request, "Vastgelegd: bijstand beëindigd.")
        return redirect(adres(request, beeld))
    return toon_formulier(request, beeld, form, "Einde van de bijstand vastleggen", EINDE)


@pagina(Actie.ONTZORGEN_FEITEN)
def corrigeren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another day, or that it never was; first what that moves."""
    beeld = ontzorgbeeld(request, nummer)
    feiten = beeld.dossier.gebeurtenissen.feiten().geldend().filter(soort__in=[soort.value for soort in BIJSTAND])
    rij: Gebeurtenis = get_object_or_404(feiten, pk=pk)
    rij.dossier = beeld.dossier
    soort = FeitSoort(rij.soort)
    form = BijstandCorrectieForm(request.POST or None, soort=soort, op=beeld.op, initial={"datum": rij.datum})
    if request.method == "POST" and "bevestig" not in request.POST and form.is_valid():
        return _toon_gevolgen(request, beeld, rij, form)

    def doe() -> None:
        velden = {naam: form.cleaned_data[naam] for naam in ("datum", "vervalt", "toelichting")}
        corrigeer_bijstand(feit=rij, door=request.user, op=beeld.op, **velden)

    if verwerkt(request, form, doe):
        messages.success(request, "Gecorrigeerd. Kijk of de besluiten nog kloppen.")
        return redirect(adres(request, beeld))
    return toon_formulier(request, beeld, form, f"Corrigeren: {LABELS[soort][0].lower()}", CORRIGEREN)


def _toon_gevolgen(
    request: GemeenteRequest, beeld: Dossierbeeld, rij: Gebeurtenis, form: BijstandCorrectieForm
) -> HttpResponse:
    vervalt = form.cleaned_data["vervalt"]
    wijziging = {"datum": rij.datum if vervalt else form.cleaned_data["datum"], "vervalt": vervalt}
    context = {
        "rij": rij,
        "form": form,
        "kop": LABELS[FeitSoort(rij.soort)][0],
        "gevolgen": gevolgen_van(gebeurtenis=rij, gegevens=rij.gegevens, op=beeld.op, **wijziging),
        "wijziging": wijziging,
        "terug_url": adres(request, beeld),
    }
    return toon_tab(request, beeld, "cases/dossier/feit_verschuift.html", context)


@pagina(Actie.ONTZORGEN_FEITEN)
def geen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """No right, with the reason."""
    beeld = ontzorgbeeld(request, nummer)
    form = GeenBijstandForm(request.POST or None)

    def doe() -> None:
        reden = form.cleaned_data["reden"]
        leg_geen_bijstand_vast(dossier=beeld.dossier, reden=reden, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        messages.success(request, "Vastgelegd: geen recht op bijstand.")
        return redirect(adres(request, beeld))
    return toon_formulier(request, beeld, form, "Geen recht op bijstand", GEEN)
