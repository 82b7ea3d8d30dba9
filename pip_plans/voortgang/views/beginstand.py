"""Hours that were followed before this system."""

from typing import Any

from django.http import HttpResponse

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld
from pip_plans.uitvoering.views.basis import verwerkt
from pip_plans.voortgang.enums import UREN
from pip_plans.voortgang.forms.beginstand import BeginstandForm
from pip_plans.voortgang.services.beginstand import leg_beginstand_vast

from .basis import WAT, terug, toon_formulier

UITLEG = (
    "Wat iemand volgde voordat de uren hier week voor week werden bijgehouden: elders, of op papier. "
    "Eén getal per onderdeel. Het telt mee en blijft apart zichtbaar."
)


@pagina(Actie.DOSSIER_BEWERKEN)
def beginstand(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Record or correct one part; `?onderdeel=` fills in what is there."""
    beeld = dossierbeeld(request, nummer, WAT)
    gekozen = request.GET.get("onderdeel", "")
    rij = beeld.dossier.beginstanden.filter(onderdeel=gekozen).first() if gekozen in UREN else None
    begin = {veld: getattr(rij, veld) for veld in ("onderdeel", "uren", "tot_en_met", "bron")} if rij else {}
    form = BeginstandForm(request.POST or None, initial=begin)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: leg_beginstand_vast(**wie, **form.cleaned_data)):
        return terug(request, nummer, "De uren van vóór dit systeem zijn vastgelegd.")
    return toon_formulier(request, beeld, form, "Uren van vóór dit systeem", UITLEG)
