"""Results of exams and finished parts: recording, putting right, withdrawing."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from cases.feitwoorden import gegevens_in_woorden
from cases.models import Gebeurtenis
from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld
from inburgering.recht.afronding import Deel
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag
from inburgering.recht.uren import Urensoort
from pip_plans.afronding.forms.examens import CorrectieForm, DeelForm, IntrekForm, UitslagForm
from pip_plans.afronding.panelen import EIGEN
from pip_plans.afronding.services.delen import delen_van, leg_deel_vast
from pip_plans.afronding.services.examens import corrigeer_uitslag, leg_uitslag_vast, telt_niet_mee, trek_in
from pip_plans.afronding.services.plan import plan_van
from pip_plans.voortgang.services.norm import onderdelen

from .basis import WAT, naar_tab, toon_formulier, verwerkt

VELDEN = ("onderdeel", "niveau", "uitslag", "volgens")


@pagina(Actie.DOSSIER_BEWERKEN)
def uitslag(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The result of one attempt, from a message of DUO or from a proof."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = UitslagForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: leg_uitslag_vast(dossier=beeld.dossier, **wie, **form.cleaned_data)):
        if zin := telt_niet_mee(beeld.feiten, form.cleaned_data["datum"]):
            messages.warning(request, zin)
        return naar_tab(request, nummer, "De uitslag is vastgelegd.")
    return toon_formulier(request, beeld, form, "Examenuitslag vastleggen")


@pagina(Actie.DOSSIER_BEWERKEN)
def deel(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A part that is done, or the eindgesprek of the Z-route with its hours."""
    beeld = dossierbeeld(request, nummer, WAT)
    delen = delen_van(beeld.feiten, plan_van(beeld.dossier, beeld.feiten))
    form = DeelForm(request.POST or None, delen=delen, initial=_gevolgd(beeld) if Deel.Z_EINDGESPREK in delen else {})

    def doe() -> None:
        velden = dict(form.cleaned_data)
        leg_deel_vast(dossier=beeld.dossier, deel=Deel(velden.pop("deel")), door=request.user, op=beeld.op, **velden)

    if verwerkt(request, form, doe):
        return naar_tab(request, nummer, "Het onderdeel is vastgelegd.")
    uitleg = "" if delen else "Er is nog geen leerroute. Leg eerst het PIP vast."
    return toon_formulier(request, beeld, form, "Onderdeel vastleggen", uitleg)


def _gevolgd(beeld: Dossierbeeld) -> dict[str, int]:
    """The whole hours that the progress knows; a person puts them right before they count."""
    velden = {Urensoort.TAAL: "taaluren", Urensoort.PARTICIPATIE: "participatie_uren"}
    rijen = onderdelen(beeld.dossier, beeld.feiten)
    return {velden[rij.soort]: int(rij.gevolgd) for rij in rijen if rij.soort in velden and rij.gevolgd}


@pagina(Actie.DOSSIER_BEWERKEN)
def corrigeren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld, rij = _haal(request, nummer, pk, (FeitSoort.EXAMENUITSLAG,))
    begin = {naam: rij.gegevens.get(naam, "") for naam in VELDEN} | {"datum": rij.datum}
    form = CorrectieForm(request.POST or None, initial=begin)

    def doe() -> None:
        velden = form.cleaned_data
        gegevens = {naam: velden[naam] for naam in VELDEN}
        wie: dict[str, Any] = {"door": request.user, "op": beeld.op}
        corrigeer_uitslag(uitslag=rij, datum=velden["datum"], gegevens=gegevens, reden=velden["reden"], **wie)

    if verwerkt(request, form, doe):
        return naar_tab(request, nummer, "De uitslag is gecorrigeerd.")
    return toon_formulier(request, beeld, form, "Examenuitslag corrigeren", _staat(rij))


@pagina(Actie.DOSSIER_BEWERKEN)
def intrekken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld, rij = _haal(request, nummer, pk, EIGEN)
    form = IntrekForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: trek_in(feit=rij, reden=form.cleaned_data["reden"], **wie)):
        return naar_tab(request, nummer, "Ingetrokken. De reden staat bij Geschiedenis.")
    return toon_formulier(request, beeld, form, "Intrekken", _staat(rij))


def _haal(
    request: GemeenteRequest, nummer: str, pk: int, soorten: tuple[FeitSoort, ...]
) -> tuple[Dossierbeeld, Gebeurtenis]:
    """The fact as it holds now; one that was corrected in the meantime, or that the modules wrote, is 404."""
    beeld = dossierbeeld(request, nummer, WAT)
    rij: Gebeurtenis = get_object_or_404(
        beeld.dossier.gebeurtenissen.feiten().geldend().filter(soort__in=soorten, gegevens__has_key="volgens"), pk=pk
    )
    rij.dossier = beeld.dossier
    return beeld, rij


def _staat(rij: Gebeurtenis) -> str:
    return f"Vastgelegd: {', '.join(gegevens_in_woorden(rij.gegevens))}, {datum_zonder_weekdag(rij.datum)}."
