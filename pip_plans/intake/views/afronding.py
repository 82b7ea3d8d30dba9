"""Completing the intake, completing it in absence, and opening it again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.forms.intake import HeropenForm
from pip_plans.intake.services import afronding as diensten
from pip_plans.intake.services.basis import IntakeFout
from pip_plans.intake.services.verstek import verstek_mist

from .basis import haal_intake, naar_overzicht, probeer, toon_formulier


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("intake:overzicht")
def afronden(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, intake = haal_intake(request, nummer)
    try:
        diensten.rond_af(intake=intake, door=request.user, op=beeld.op)
    except IntakeFout as fout:
        messages.error(request, f"De intake is nog niet afgerond. {fout}")
        return redirect("intake:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
    return naar_overzicht(request, nummer, "De brede intake is afgerond. De volgende stap is het PIP.")


@pagina(Actie.DOSSIER_BEWERKEN)
def verstek(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The three oproepen once more, what completing in absence means, and a button."""
    beeld, intake = haal_intake(request, nummer)
    if request.method == "POST":
        try:
            diensten.rond_af_bij_verstek(intake=intake, door=request.user, op=beeld.op)
        except IntakeFout as fout:
            messages.error(request, str(fout))
        else:
            return naar_overzicht(request, nummer, "De brede intake is afgerond zonder de inburgeraar.")
    context = {"intake": intake, "gemist": intake.gemiste_oproepen(), "mist": verstek_mist(intake, beeld.op)}
    return toon_tab(request, beeld, "intake/verstek.html", context, status=409 if request.method == "POST" else 200)


@pagina(Actie.DOSSIER_BEWERKEN)
def heropenen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, intake = haal_intake(request, nummer)
    form = HeropenForm(request.POST or None)
    if form.is_valid() and probeer(
        form,
        lambda: diensten.heropen(intake=intake, reden=form.cleaned_data["reden"], door=request.user, op=beeld.op),
    ):
        return naar_overzicht(request, nummer, "De brede intake is weer open.")
    return toon_formulier(request, beeld, form, "Brede intake heropenen")
