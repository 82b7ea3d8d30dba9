"""The training in a dossier: joining a group, leaving it, the certificate, and guidance bought in."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.forms.training import AanmeldForm, BegeleidingForm, DagForm, ResultaatForm, VerbeterDagForm
from ontzorgen.models import Begeleiding, Deelname, Trainingsgroep
from ontzorgen.querysets_training import met_bezetting
from ontzorgen.services.begeleiding import VELDEN, koop_begeleiding_in, leg_resultaat_vast
from ontzorgen.services.trainingen import meld_aan, opkomst, reik_certificaat_uit, stop

from .basis import adres, ontzorgbeeld, toon_formulier, toon_tab, verwerkt
from .zicht import mag_bijwerken

TAB = "ontzorgen:training"


@pagina(Actie.ONTZORGEN_LEZEN)
def training(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The groups of this person with the attendance, and the guidance."""
    beeld = ontzorgbeeld(request, nummer)
    deelnames = beeld.dossier.trainingen.select_related("groep__training").prefetch_related("aanwezigheid__bijeenkomst")
    context = {
        "deelnames": deelnames,
        "begeleidingen": beeld.dossier.begeleidingen.all(),
        "mag_bijwerken": mag_bijwerken(request, beeld),
    }
    return toon_tab(request, beeld, "ontzorgen/training.html", context)


@pagina(Actie.ONTZORGEN_FEITEN)
def aanmelden(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A place in a group, or the end of its waiting list."""
    beeld = ontzorgbeeld(request, nummer)
    groepen = met_bezetting(Trainingsgroep.objects.filter(gemeente=request.gemeente, training__actief=True))
    form = AanmeldForm(request.POST or None, groepen=groepen.exclude(deelnames__in=_lopend(beeld)))
    if verwerkt(
        request, form, lambda: meld_aan(groep=form.cleaned_data["groep"], dossier=beeld.dossier, **_wie(beeld))
    ):
        return _klaar(request, beeld, "De aanmelding is vastgelegd.")
    uitleg = "Is de groep vol, dan komt deze persoon op de wachtlijst. Komt er een plaats vrij, dan schuift die door."
    return toon_formulier(request, beeld, form, "Aanmelden voor een training", uitleg, TAB)


@pagina(Actie.ONTZORGEN_FEITEN)
def stoppen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Somebody leaves the group; the day is improved with a reason."""
    beeld, rij = _haal(request, nummer, pk)
    form = _dagform(request, beeld, rij.gestopt_op)
    if verwerkt(request, form, lambda: stop(deelname=rij, **form.cleaned_data, **_wie(beeld))):
        return _klaar(request, beeld, "Vastgelegd: gestopt. Wacht er iemand op een plaats, dan krijgt die de plaats.")
    staat = f" Er staat al: gestopt op {datum_zonder_weekdag(rij.gestopt_op)}." if rij.gestopt_op else ""
    return toon_formulier(request, beeld, form, f"Stoppen met {rij.groep.training}", f"{rij.groep}.{staat}", TAB)


@pagina(Actie.ONTZORGEN_FEITEN)
def certificaat(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The day of the certificate; once recorded it is improved with a reason."""
    beeld, rij = _haal(request, nummer, pk)
    form = _dagform(request, beeld, rij.certificaat_op)
    if verwerkt(request, form, lambda: reik_certificaat_uit(deelname=rij, **form.cleaned_data, **_wie(beeld))):
        return _klaar(request, beeld, "Het certificaat is vastgelegd.")
    staat = (
        f" Het certificaat van {datum_zonder_weekdag(rij.certificaat_op)} staat er al." if rij.certificaat_op else ""
    )
    return toon_formulier(request, beeld, form, "Certificaat", f"{rij.groep}. {opkomst(rij)}{staat}", TAB)


@pagina(Actie.ONTZORGEN_FEITEN)
def begeleiding_nieuw(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Guidance bought in for this person."""
    beeld = ontzorgbeeld(request, nummer)
    form = BegeleidingForm(request.POST or None)
    if verwerkt(
        request,
        form,
        lambda: koop_begeleiding_in(
            dossier=beeld.dossier, gegevens={veld: form.cleaned_data[veld] for veld in VELDEN}, **_wie(beeld)
        ),
    ):
        return _klaar(request, beeld, "De begeleiding is vastgelegd.")
    uitleg = "Begeleiding van één persoon, naast of na de training."
    return toon_formulier(request, beeld, form, "Individuele begeleiding inkopen", uitleg, TAB)


@pagina(Actie.ONTZORGEN_FEITEN)
def resultaat(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What came of the guidance."""
    beeld = ontzorgbeeld(request, nummer)
    rij: Begeleiding = get_object_or_404(beeld.dossier.begeleidingen, pk=pk)
    form = ResultaatForm(request.POST or None, initial={"resultaat": rij.resultaat})
    if verwerkt(
        request,
        form,
        lambda: leg_resultaat_vast(begeleiding=rij, resultaat=form.cleaned_data["resultaat"], **_wie(beeld)),
    ):
        return _klaar(request, beeld, "Het resultaat is vastgelegd.")
    return toon_formulier(request, beeld, form, "Resultaat van de begeleiding", str(rij), TAB)


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Deelname]:
    beeld = ontzorgbeeld(request, nummer)
    return beeld, get_object_or_404(beeld.dossier.trainingen.select_related("groep__training"), pk=pk)


def _dagform(request: GemeenteRequest, beeld: Dossierbeeld, staat: date | None) -> DagForm:
    """A day, with the reason when another one stands. Who began before a colleague recorded it has no reason to give:
    the service says what stands.
    """
    verbetert = bool(staat) and (request.method == "GET" or "reden" in request.POST)
    soort = VerbeterDagForm if verbetert else DagForm
    return soort(request.POST or None, initial={"datum": staat or beeld.op})


def _lopend(beeld: Dossierbeeld) -> Any:
    return beeld.dossier.trainingen.exclude(stand="gestopt")


def _wie(beeld: Dossierbeeld) -> dict[str, Any]:
    return {"door": beeld.medewerker, "op": beeld.op}


def _klaar(request: GemeenteRequest, beeld: Dossierbeeld, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect(adres(request, beeld, TAB))
