"""The tab Gesprekken: how many the PIP promises, what is planned, what was said, and what was agreed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.kort import kort
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.feiten import Regime
from pip_plans.gesprekken.enums import Nakoming
from pip_plans.gesprekken.forms.gesprek import AfhandelForm
from pip_plans.gesprekken.models import Gesprekkenreeks, Gespreksafspraak
from pip_plans.gesprekken.querysets import voortgangsgesprekken
from pip_plans.gesprekken.services.afspraken import handel_af
from pip_plans.gesprekken.services.uitnodigingen import moment, uitgenodigd_voor
from pip_plans.plan.services.ruimte import ruimte

from .basis import WAT, plek, probeer, toon_formulier

MEESTE = 50


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What comes, what was, and the agreements that are open."""
    beeld = dossierbeeld(request, nummer, WAT)
    rijen = voortgangsgesprekken().filter(dossier=beeld.dossier).select_related("met", "gespreksverslag")
    afspraken = Gespreksafspraak.objects.filter(gesprek__dossier=beeld.dossier).select_related("eigenaar", "gesprek")
    komend, momenten = kort(rijen.open().met_tolk(), MEESTE), uitgenodigd_voor(beeld.dossier)
    context = {
        "reeks": Gesprekkenreeks.objects.filter(dossier=beeld.dossier).first(),
        "wi2013": beeld.feiten.regime is Regime.WI2013,
        "komend": komend.van((rij, moment(rij) in momenten, rij.dag <= beeld.op) for rij in komend),
        "geweest": kort(rijen.exclude(uitkomst="").order_by("-begin", "-pk"), MEESTE),
        "afspraken": [(rij, rij.is_te_laat(beeld.op)) for rij in afspraken.open()],
        "afgehandeld": kort(afspraken.exclude(uitkomst="").order_by("-afgehandeld_op", "-pk"), MEESTE),
        "mag_plannen": beeld.loopt,
        "ruimte": ruimte(beeld.dossier, beeld.feiten, beeld.op),
    }
    return toon_tab(request, beeld, "gesprekken/overzicht.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def afhandelen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Was it done?"""
    beeld = dossierbeeld(request, nummer, WAT)
    rijen = Gespreksafspraak.objects.filter(gesprek__dossier=beeld.dossier).select_related("eigenaar", "gesprek")
    rij = get_object_or_404(rijen, pk=pk)
    form = AfhandelForm(request.POST or None, initial={"uitkomst": rij.uitkomst, "toelichting": rij.toelichting})

    def doe() -> None:
        velden = form.cleaned_data | {"uitkomst": Nakoming(form.cleaned_data["uitkomst"])}
        handel_af(afspraak=rij, door=request.user, op=beeld.op, **velden)

    terug = plek(request, "gesprekken:overzicht", nummer)
    if form.is_valid() and probeer(form, doe):
        messages.success(request, "De afspraak is afgehandeld.")
        return redirect(terug)
    return toon_formulier(request, beeld, form, "Afspraak afhandelen", terug, afspraak=rij)
