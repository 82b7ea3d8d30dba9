"""Withdrawing a decided PIP: propose, decide or set aside, make known."""

from django.http import HttpResponse

from cases.enums import Kanaal
from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from pip_plans.plan.enums import Intrekkingsgrond
from pip_plans.plan.forms.wijziging import AfwijzenForm, IntrekkingBekendForm, IntrekkingForm
from pip_plans.plan.models import Intrekking, Pip
from pip_plans.plan.services.intrekken import (
    gelezen_voorstel,
    maak_intrekking_bekend,
    stel_intrekken_voor,
    stel_intrekking_vast,
    wijs_intrekken_af,
)

from .basis import haal_uitgegeven, naar, probeer
from .overzicht import toon_overzicht


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def voorstellen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A proposal for the tweede lezer; the PIP goes on until that decision."""
    beeld, pip = haal_uitgegeven(request, nummer)
    form = IntrekkingForm(request.POST)
    if not form.is_valid():
        return toon_overzicht(request, beeld, pip, status=422, voorstellen=form)
    waarom = {**form.cleaned_data, "grond": Intrekkingsgrond(form.cleaned_data["grond"])}
    probeer(
        request,
        lambda: stel_intrekken_voor(pip=pip, **waarom, door=request.user, op=vandaag()),
        "Het voorstel ligt bij de tweede lezer.",
    )
    return naar(request, nummer)


@pagina(Actie.PIP_BEOORDELEN)
@knop("plan:overzicht")
def vaststellen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Decides on the proposal that was on the screen, never on one that came after it."""
    _, pip = haal_uitgegeven(request, nummer)
    probeer(
        request,
        lambda: stel_intrekking_vast(intrekking=_gelezen(request, pip), door=request.user, op=vandaag()),
        "De intrekking is vastgesteld. De brief wordt gemaakt. Het PIP geldt tot de dag waarop die is verzonden.",
    )
    return naar(request, nummer)


@pagina(Actie.PIP_BEOORDELEN)
@knop("plan:overzicht")
def afwijzen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The reader sets the proposal aside."""
    return _zet_opzij(request, nummer)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def terugnemen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Who works on the dossier takes the proposal back."""
    return _zet_opzij(request, nummer)


def _zet_opzij(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, pip = haal_uitgegeven(request, nummer)
    form = AfwijzenForm(request.POST)
    if not form.is_valid():
        return toon_overzicht(request, beeld, pip, status=422, afwijzen=form)
    tekst = form.cleaned_data["opmerkingen"]
    probeer(
        request,
        lambda: wijs_intrekken_af(
            intrekking=_gelezen(request, pip), opmerkingen=tekst, door=request.user, op=vandaag()
        ),
        "Het PIP blijft gelden.",
    )
    return naar(request, nummer)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def bekendmaken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, pip = haal_uitgegeven(request, nummer)
    form = IntrekkingBekendForm(request.POST)
    if not form.is_valid():
        return toon_overzicht(request, beeld, pip, status=422, intrekking_bekend=form)
    datum, kanaal = form.cleaned_data["datum"], Kanaal(form.cleaned_data["kanaal"])
    probeer(
        request,
        lambda: maak_intrekking_bekend(
            intrekking=_gelezen(request, pip), datum=datum, kanaal=kanaal, door=request.user, op=vandaag()
        ),
        "De bekendmaking van de intrekking is vastgelegd.",
    )
    return naar(request, nummer)


def _gelezen(request: GemeenteRequest, pip: Pip) -> Intrekking:
    return gelezen_voorstel(pip, request.POST.get("voorstel", ""))
