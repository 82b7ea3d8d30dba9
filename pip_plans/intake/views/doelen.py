"""The coded aandachtspunten and subdoelen of an intake, on one page."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.forms.doorverwijzen import AandachtspuntForm, SubdoelForm
from pip_plans.intake.models import Aandachtspunt, BredeIntake, Subdoel
from pip_plans.intake.referentielijsten import BRON, Aandachtspuntsoort, Subdoelsoort
from pip_plans.intake.services import doelen as diensten
from pip_plans.intake.services.basis import IntakeFout

from .basis import haal_intake, probeer


@pagina(Actie.DOSSIER_BEWERKEN)
def doelen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Both lists with a form each; a button beside a row takes it off."""
    beeld, intake = haal_intake(request, nummer)
    bijzonder = ziet_bijzondere_gegevens(request, beeld.dossier)
    aandachtspunt = AandachtspuntForm(_post(request, "aandachtspunt"), met_gezondheid=bijzonder)
    subdoel = SubdoelForm(_post(request, "subdoel"))
    vast: dict[str, Any] = {"intake": intake, "door": request.user, "op": beeld.op}
    if (aandachtspunt.is_bound and _kies_aandachtspunt(aandachtspunt, vast)) or (
        subdoel.is_bound and _kies_subdoel(subdoel, vast)
    ):
        return redirect(request.path)
    if "weg" in request.POST:
        _laat_vervallen(request, beeld, intake, bijzonder)
        return redirect(request.path)
    context = {
        "intake": intake,
        "aandachtspunten": zichtbare_aandachtspunten(intake, bijzonder),
        "subdoelen": intake.subdoelen.all(),
        "aandachtspuntform": aandachtspunt,
        "subdoelform": subdoel,
        "schrijven": mag(request.rollen, Actie.DOSSIER_BEWERKEN) and not intake.is_afgerond,
        "zonder_gezondheid": not bijzonder,
        "bron": BRON,
    }
    fout = bool(aandachtspunt.errors or subdoel.errors)
    return toon_tab(request, beeld, "intake/doelen.html", context, status=422 if fout else 200)


def zichtbare_aandachtspunten(intake: BredeIntake, bijzonder: bool) -> list[Aandachtspunt]:
    """Those about health only for who may see special data (Wi 37)."""
    return [punt for punt in intake.aandachtspunten.all() if bijzonder or not punt.is_bijzonder]


def _kies_aandachtspunt(form: AandachtspuntForm, vast: dict[str, Any]) -> bool:
    return form.is_valid() and probeer(
        form,
        lambda: diensten.kies_aandachtspunt(
            soort=Aandachtspuntsoort(form.cleaned_data["soort"]), toelichting=form.cleaned_data["toelichting"], **vast
        ),
    )


def _kies_subdoel(form: SubdoelForm, vast: dict[str, Any]) -> bool:
    return form.is_valid() and probeer(
        form,
        lambda: diensten.kies_subdoel(
            soort=Subdoelsoort(form.cleaned_data["soort"]), toelichting=form.cleaned_data["toelichting"], **vast
        ),
    )


def _laat_vervallen(request: GemeenteRequest, beeld: Dossierbeeld, intake: BredeIntake, bijzonder: bool) -> None:
    """The button says 'aandachtspunt-12' or 'subdoel-3'. Http404 for what is not there or may not be seen."""
    soort, _, pk = request.POST["weg"].partition("-")
    if not pk.isdecimal():
        raise BadRequest("Deze knop bestaat niet.")
    rijen: list[Aandachtspunt | Subdoel] = (
        [*zichtbare_aandachtspunten(intake, bijzonder)] if soort == "aandachtspunt" else [*intake.subdoelen.all()]
    )
    rij = next((rij for rij in rijen if rij.pk == int(pk)), None)
    if rij is None:
        raise Http404
    try:
        diensten.laat_vervallen(rij=rij, door=request.user, op=beeld.op)
    except IntakeFout as fout:
        messages.error(request, str(fout))


def _post(request: GemeenteRequest, knop: str) -> Any:
    return request.POST if request.method == "POST" and knop in request.POST else None
