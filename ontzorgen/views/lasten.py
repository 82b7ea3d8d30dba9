"""The fixed costs of a unit: recorded, changed from a month on, ended or taken out."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.eenheid import EindeForm, LastForm, LastWijzigForm
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import VasteLast
from ontzorgen.services.lasten import beeindig_last, leg_last_vast, neem_last_terug, wijzig_last
from ontzorgen.services.voor_bijstand import eis_bijstand_in, eis_ontzorgd_in

from .basis import bij_eenheid, met_eenheid, toon_formulier, verwerkt, zichtbare_dossiers
from .zicht import te_openen

LAST = "Een vaste last wordt elke maand uit de bijstand betaald aan de crediteur."
WIJZIGEN = (
    "De oude regel loopt door tot en met de maand ervoor. Wat al betaald is, verandert niet. Is er met deze regel nog "
    "geen maand vastgesteld, kies dan zijn eerste maand: dan wordt hij zelf verbeterd."
)
EINDE = "Vanaf de maand erna betaalt de gemeente deze last niet meer."


@pagina(Actie.ONTZORGEN_FEITEN)
def last(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A new fixed cost."""
    beeld, eenheid = met_eenheid(request, nummer)
    mensen = zichtbare_dossiers(request, beeld.op).filter(uitkeringseenheden__eenheid=eenheid).distinct()
    form = LastForm(
        request.POST or None, eenheid=eenheid, mensen=mensen, initial={"eerste_maand": eerste_dag(beeld.op)}
    )

    def doe() -> None:
        if not form.cleaned_data["toch"]:
            eis_bijstand_in(eenheid=eenheid, maand=form.cleaned_data["eerste_maand"])
            eis_ontzorgd_in(eenheid=eenheid, maand=form.cleaned_data["eerste_maand"])
        leg_last_vast(eenheid=eenheid, gegevens=form.cleaned_data, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De vaste last is vastgelegd.")
    return toon_formulier(request, beeld, form, "Vaste last vastleggen", LAST)


@pagina(Actie.ONTZORGEN_FEITEN)
def last_wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another amount, creditor or reference from a month on."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = get_object_or_404(te_openen(request, beeld, eenheid.lasten.all()), pk=pk)
    begin = _begin_wijziging(rij, eerste_dag(beeld.op))
    form = LastWijzigForm(request.POST or None, eenheid=eenheid, initial=begin)

    def doe() -> None:
        gegevens = dict(form.cleaned_data)
        vanaf = gegevens.pop("vanaf_maand")
        wijzig_last(last=rij, vanaf_maand=vanaf, gegevens=gegevens, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De vaste last is gewijzigd.")
    return toon_formulier(request, beeld, form, f"{rij.soort} wijzigen", WIJZIGEN)


@pagina(Actie.ONTZORGEN_FEITEN)
def last_einde(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The last month in which it is paid, or that it should not be there."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = get_object_or_404(te_openen(request, beeld, eenheid.lasten.all()), pk=pk)
    form = EindeForm(request.POST or None, initial={"laatste_maand": rij.laatste_maand})

    def doe() -> None:
        if form.cleaned_data["vervalt"]:
            neem_last_terug(last=rij, door=request.user, op=beeld.op)
        else:
            beeindig_last(last=rij, laatste_maand=form.cleaned_data["laatste_maand"], door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "Het einde van de vaste last is vastgelegd.")
    return toon_formulier(request, beeld, form, f"{rij.soort} beëindigen", EINDE)


def _begin_wijziging(rij: VasteLast, maand: date) -> dict[str, Any]:
    """As it is, from the next month on; from its own first month while no month was fixed with it."""
    velden = ("crediteur", "bedrag", "kenmerksoort", "kenmerk", "machtiging_op")
    vanaf = volgende_maand(maand) if rij.verplichtingen.exists() else max(rij.eerste_maand, maand)
    return {veld: getattr(rij, veld) for veld in velden} | {"vanaf_maand": vanaf}
