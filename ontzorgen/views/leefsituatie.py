"""How a unit lives from a day on: recorded, and put right while it counted in no fixed month."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.eenheid import LeefsituatieCorrectieForm, LeefsituatieForm
from ontzorgen.models import Leefsituatie, Uitkeringseenheid
from ontzorgen.services.leefsituaties import corrigeer_leefsituatie, leg_leefsituatie_vast, neem_leefsituatie_terug

from .basis import bij_eenheid, met_eenheid, toon_formulier, verwerkt

SITUATIE = "De leefsituatie bepaalt de bijstandsnorm. Leg bij elke verandering vast vanaf welke dag die geldt."
CORRIGEREN = (
    "Verbeter wat verkeerd is vastgelegd. Telde dit al mee in een maand die is vastgesteld, leg dan vast hoe het "
    "daarna is."
)


@pagina(Actie.ONTZORGEN_FEITEN)
def leefsituatie(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """How the unit lives from a day on."""
    beeld, eenheid = met_eenheid(request, nummer)
    form = LeefsituatieForm(request.POST or None, instance=Leefsituatie(eenheid=eenheid), initial=_begin(eenheid))

    def doe() -> None:
        leg_leefsituatie_vast(situatie=form.save(commit=False), door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De leefsituatie is vastgelegd.")
    return toon_formulier(request, beeld, form, "Leefsituatie vastleggen", SITUATIE)


@pagina(Actie.ONTZORGEN_FEITEN)
def leefsituatie_corrigeren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What was recorded wrong, or should not be there."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = get_object_or_404(eenheid.leefsituaties.all(), pk=pk)
    form = LeefsituatieCorrectieForm(request.POST or None, instance=rij)

    def doe() -> None:
        if form.cleaned_data["vervalt"]:
            neem_leefsituatie_terug(situatie=rij, door=request.user, op=beeld.op)
        else:
            corrigeer_leefsituatie(situatie=form.save(commit=False), door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De leefsituatie is gecorrigeerd.")
    return toon_formulier(request, beeld, form, "Leefsituatie corrigeren", CORRIGEREN)


def _begin(eenheid: Uitkeringseenheid) -> dict[str, Any]:
    """As the last one; the first one by who is in the unit."""
    if laatste := eenheid.leefsituaties.last():
        velden = ("leefvorm", "leeftijdsgroep", "kostendelers", "partner_zonder_recht")
        return {veld: getattr(laatste, veld) for veld in velden}
    leden = list(eenheid.leden.all())
    return {"vanaf": leden[0].vanaf, "leefvorm": "GEHUWDEN" if len(leden) == 2 else "ALLEENSTAANDE",
            "leeftijdsgroep": "VAN_21_TOT_AOW"}  # fmt: skip
