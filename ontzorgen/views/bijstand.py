"""Recording the right to bijstand: its begin, its end, or that there is none."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.bijstand import BeginForm, EindeForm, GeenBijstandForm
from ontzorgen.services.bijstand import beeindig_bijstand, begin_bijstand, leg_geen_bijstand_vast

from .basis import adres, ontzorgbeeld, toon_formulier, verwerkt

VELDEN = ("datum", "kenmerk", "toelichting")
BEGIN = "Leg de eerste dag van het recht op bijstand vast. Daarna toetst het systeem of de gemeente moet ontzorgen."
EINDE = "Zonder bijstand eindigt het ontzorgen. De termijn vervalt met de reden die u hier opschrijft."
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
