"""An ontheffing of the test: the proposal of the consulent, the decision of somebody else, and making it known."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.enums import Kanaal
from cases.klok import vandaag
from cases.models import Dossier
from cases.panelen import Dossierbeeld
from cases.pdf import PdfFout
from cases.services.beschikkingen import BeschikkingFout, maak_bekend
from cases.services.niet_verzenden import kan_niet_verzenden
from cases.toegang import Actie, mag, weigering
from cases.views.antwoord import pdf_antwoord
from cases.views.basis import GemeenteRequest, knop, pagina, ziet_bijzondere_gegevens
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.forms.ontheffing import BekendmakingForm, OordeelForm, VoorstelForm
from pip_plans.intake.models import BredeIntake, Toetsontheffing
from pip_plans.intake.services import ontheffing as diensten
from pip_plans.intake.services.basis import IntakeFout

from .basis import haal_intake, naar_overzicht, probeer, toon_formulier

GEEN_INZAGE = "De grond en de brief ziet alleen wie aan dit dossier werkt."


def _haal(request: GemeenteRequest, nummer: str) -> tuple[Dossierbeeld, BredeIntake]:
    """The intake, for who may see its ground; 403 with a sentence otherwise."""
    beeld, intake = haal_intake(request, nummer)
    _eis_inzage(request, beeld.dossier)
    return beeld, intake


def _eis_inzage(request: GemeenteRequest, dossier: Dossier) -> None:
    if not ziet_bijzondere_gegevens(request, dossier):
        raise PermissionDenied(weigering(Actie.BIJZONDERE_GEGEVENS))


@pagina(Actie.DOSSIER_BEWERKEN)
def voorstel(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Propose to grant or to refuse; one that was returned comes back with its text."""
    beeld, intake = _haal(request, nummer)
    terug = intake.ontheffingen.filter(status="teruggegeven").first()
    begin = {veld: getattr(terug, veld) for veld in VoorstelForm.base_fields} if terug else {"gevraagd_op": beeld.op}
    form = VoorstelForm(request.POST or None, initial=begin)
    vast: dict[str, Any] = {"intake": intake, "door": request.user, "op": beeld.op}
    if form.is_valid() and probeer(form, lambda: diensten.stel_ontheffing_voor(**vast, **form.cleaned_data)):
        return naar_overzicht(request, nummer, "Het voorstel ligt bij de tweede lezer.", "toets")
    context = {"intro": "intake/intro_ontheffing.html", "opmerkingen": terug.opmerkingen if terug else ""}
    return toon_formulier(request, beeld, form, "Ontheffing van de leerbaarheidstoets", terug="intake:toets", **context)


@pagina(Actie.DOSSIER_LEZEN)
def ontheffing(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """One proposal or decision: to read, to decide on, or to make known, as the role and the state allow.

    Its ground and reasons only for who may see health.
    """
    beeld, intake = haal_intake(request, nummer)
    rij = get_object_or_404(_rijen(intake), pk=pk)
    return _toon(request, beeld, rij)


@pagina(Actie.ONTHEFFING_BESLISSEN)
@knop("intake:ontheffing")
def beslissen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Decide as proposed, or give it back with remarks."""
    beeld, intake = _haal(request, nummer)
    rij = get_object_or_404(_rijen(intake), pk=pk)
    form = OordeelForm(request.POST)
    if form.is_valid() and probeer(form, lambda: _oordeel(request, rij, form)):
        return redirect("intake:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
    return _toon(request, beeld, rij, oordeel=form)


def _oordeel(request: GemeenteRequest, rij: Toetsontheffing, form: OordeelForm) -> None:
    wie: dict[str, Any] = {"ontheffing": rij, "door": request.user, "op": vandaag()}
    if "terug" in request.POST:
        diensten.geef_ontheffing_terug(opmerkingen=form.cleaned_data["opmerkingen"], **wie)
        messages.success(request, "Het voorstel is teruggegeven met uw opmerkingen.")
    else:
        besluit = diensten.beslis_ontheffing(revisie=form.cleaned_data["revisie"], **wie)
        messages.success(request, f"Het besluit is genomen als {besluit.nummer}. De brief wordt gemaakt.")


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("intake:ontheffing")
def bekendmaken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The letter was sent or handed over; the bezwaartermijn starts the day after."""
    beeld, intake = haal_intake(request, nummer)
    rij = get_object_or_404(_rijen(intake), pk=pk)
    form = BekendmakingForm(request.POST)
    besluit = rij.beschikking
    if besluit is None:
        return _toon(request, beeld, rij, fout="Er is nog geen besluit om bekend te maken.")
    wie: dict[str, Any] = {"door": request.user, "op": beeld.op}
    if form.is_valid():
        datum, kanaal = form.cleaned_data["datum"], Kanaal(form.cleaned_data["kanaal"])
        if probeer(form, lambda: maak_bekend(beschikking=besluit, datum=datum, kanaal=kanaal, **wie)):
            return naar_overzicht(request, nummer, f"Besluit {besluit.nummer} is bekendgemaakt.", "toets")
    return _toon(request, beeld, rij, bekend=form)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("intake:ontheffing")
def intrekken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The person no longer asks for it."""
    beeld, intake = haal_intake(request, nummer)
    try:
        diensten.trek_voorstel_in(ontheffing=get_object_or_404(_rijen(intake), pk=pk), door=request.user, op=beeld.op)
        messages.success(request, "Het voorstel is ingetrokken.")
    except IntakeFout as fout:
        messages.error(request, str(fout))
    return redirect("intake:toets", gemeente=request.gemeente.slug, nummer=nummer)


@pagina(Actie.DOSSIER_LEZEN)
def voorbeeld(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The letter as it would be today, with CONCEPT across it; not stored."""
    beeld, intake = haal_intake(request, nummer)
    rij = get_object_or_404(_rijen(intake), pk=pk)
    if not ziet_bijzondere_gegevens(request, beeld.dossier):
        return _toon(request, beeld, rij, fout=GEEN_INZAGE)
    try:
        return pdf_antwoord(diensten.voorbeeld_brief(ontheffing=rij, op=beeld.op), "ontheffing-concept")
    except (PdfFout, BeschikkingFout) as fout:
        return _toon(request, beeld, rij, fout=str(fout))


def _rijen(intake: BredeIntake) -> Any:
    return intake.ontheffingen.select_related("beschikking__document", "opgesteld_door", "intake__dossier__inburgeraar")


def _toon(request: GemeenteRequest, beeld: Dossierbeeld, rij: Toetsontheffing, **anders: Any) -> HttpResponse:
    beslist = mag(request.rollen, Actie.ONTHEFFING_BESLISSEN)
    reden = diensten.reden_niet_beslissen(rij, request.user) if beslist else ""
    besluit = rij.beschikking
    nam_besluit = besluit is not None and besluit.vastgesteld_door_id == request.user.pk
    context = {
        "rij": rij,
        "toon_grond": nam_besluit or ziet_bijzondere_gegevens(request, beeld.dossier),
        "mag_beslissen": beslist and not reden,
        "kan_niet_verzenden": besluit is not None and kan_niet_verzenden(besluit, request.user, beeld.op),
        "reden_niet": reden if rij.loopt else "",
        "oordeel": OordeelForm(initial={"revisie": rij.revisie}),
        "bekend": BekendmakingForm(initial={"datum": beeld.op}),
    }
    return toon_tab(request, beeld, "intake/ontheffing.html", context | anders, status=422 if anders else 200)
