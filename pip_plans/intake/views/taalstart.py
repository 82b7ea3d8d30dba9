"""The page of the Taalstart."""

from typing import Any

from django.http import HttpResponse

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from pip_plans.intake.forms.taalstart import TaalstartForm
from pip_plans.intake.services.taalstart import registreer_taalstart

from .basis import haal_intake, naar_overzicht, probeer, toon_formulier


@pagina(Actie.DOSSIER_BEWERKEN)
def taalstart(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, intake = haal_intake(request, nummer)
    rij = intake.taalstart_of_niets
    begin = {veld: getattr(rij, veld) for veld in TaalstartForm.base_fields} if rij else {}
    form = TaalstartForm(request.POST or None, initial=begin)
    vast: dict[str, Any] = {"intake": intake, "door": request.user, "op": beeld.op}
    if form.is_valid() and probeer(form, lambda: registreer_taalstart(gegevens=form.cleaned_data, **vast)):
        return naar_overzicht(request, nummer, "De Taalstart is bewaard.", "taalstart")
    return toon_formulier(request, beeld, form, "Taalstart")
