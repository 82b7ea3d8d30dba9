"""Referring somebody on from the brede intake, and what came of it."""

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from pip_plans.intake.forms.doorverwijzen import DoorverwijzingForm, VerwijzingUitkomstForm
from pip_plans.intake.keuzelijsten import Reactie
from pip_plans.intake.models import BredeIntake, Doorverwijzing, Voorziening
from pip_plans.intake.services.doorverwijzen import (
    bewerkbare_gebieden,
    leg_uitkomst_verwijzing_vast,
    verwijs_door,
)

from .basis import haal_intake, naar_overzicht, probeer, toon_formulier


@pagina(Actie.DOSSIER_BEWERKEN)
def nieuw(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A new doorverwijzing, for the area in `?gebied=`."""
    beeld, intake = haal_intake(request, nummer)
    begin = {"gebied": request.GET.get("gebied", ""), "datum": beeld.op}
    return _bewerk(request, beeld, intake, None, begin)


@pagina(Actie.DOSSIER_BEWERKEN)
def wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld, intake = haal_intake(request, nummer)
    rij = _haal(request, beeld, intake, pk)
    begin = {veld: getattr(rij, veld) for veld in DoorverwijzingForm.base_fields}
    return _bewerk(request, beeld, intake, rij, begin | {"in_overleg": "ja" if rij.in_overleg else "nee"})


def _haal(request: GemeenteRequest, beeld: Dossierbeeld, intake: BredeIntake, pk: int) -> Doorverwijzing:
    """Http404 for one about gezondheid when this person may not see it."""
    zichtbaar = intake.doorverwijzingen.zichtbaar(met_gezondheid=ziet_bijzondere_gegevens(request, beeld.dossier))
    return get_object_or_404(zichtbaar.select_related("voorziening", "intake__dossier"), pk=pk)


def _bewerk(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    intake: BredeIntake,
    rij: Doorverwijzing | None,
    begin: dict[str, Any],
) -> HttpResponse:
    kiesbaar = Q(actief=True) | Q(pk=rij.voorziening_id if rij else None)
    form = DoorverwijzingForm(
        request.POST or None,
        gebieden=bewerkbare_gebieden(met_gezondheid=ziet_bijzondere_gegevens(request, beeld.dossier)),
        voorzieningen=Voorziening.objects.van(request.gemeente).filter(kiesbaar),
        initial=begin,
    )
    vast: dict[str, Any] = {"intake": intake, "bestaand": rij, "door": request.user, "op": beeld.op}
    if form.is_valid() and probeer(form, lambda: verwijs_door(gegevens=form.gegevens, **vast)):
        return naar_overzicht(request, nummer=beeld.dossier.nummer, bericht="De doorverwijzing is bewaard.",
                              anker="doorverwijzingen")  # fmt: skip
    return toon_formulier(request, beeld, form, "Doorverwijzen", intro="intake/intro_doorverwijzen.html")


@pagina(Actie.DOSSIER_BEWERKEN)
def uitkomst(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Whether the organisation accepted, and what came of it; open after the intake was completed as well."""
    beeld, intake = haal_intake(request, nummer)
    rij = _haal(request, beeld, intake, pk)
    begin = {veld: getattr(rij, veld) for veld in VerwijzingUitkomstForm.base_fields}
    form = VerwijzingUitkomstForm(request.POST or None, initial=begin)
    if form.is_valid() and probeer(
        form,
        lambda: leg_uitkomst_verwijzing_vast(
            verwijzing=rij,
            reactie=Reactie(form.cleaned_data["reactie"]),
            uitkomst=form.cleaned_data["uitkomst"],
            uitkomst_op=form.cleaned_data["uitkomst_op"],
            door=request.user,
            op=beeld.op,
        ),
    ):
        return naar_overzicht(request, nummer, "De uitkomst is vastgelegd.", "doorverwijzingen")
    return toon_formulier(
        request, beeld, form, "Uitkomst van de doorverwijzing", intro="intake/intro_verwijzing.html", rij=rij
    )
