"""The steps of a run behind their buttons, and its file."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import redirect

from cases.klok import nu, vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.forms.betaling import IntrekForm
from ontzorgen.models import Betaalbatch, Betaalbestand
from ontzorgen.services import betaalruns as dienst
from ontzorgen.services.betaalbestanden import geef_mee, vraag_opnieuw
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.vrijgave import geef_vrij, wacht_op_ander

from .betaalbeeld import haal_run
from .betaalruns import RUN

BEOORDEELD = "U hebt de run beoordeeld. De uitkeringsadministratie controleert hem nu."
GECONTROLEERD = "De run is gecontroleerd. {} vrij."


@pagina(Actie.BETAALRUN_BEOORDELEN)
@knop(RUN)
def beoordelen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Sociale Zaken looked at the rows."""
    return _doe(
        request, pk, lambda batch: dienst.beoordeel(batch=batch, door=request.user, moment=nu()), lambda _: BEOORDEELD
    )


@pagina(Actie.BETAALRUN_MAKEN)
@knop(RUN)
def controleren(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Totals and accounts are right."""

    def gelukt(batch: Betaalbatch) -> str:
        nodig = batch.vrijgevers_nodig or 1
        return GECONTROLEERD.format("Een ander geeft hem" if nodig == 1 else f"{nodig} anderen geven hem")

    def doe(batch: Betaalbatch) -> Betaalbatch:
        return dienst.controleer(batch=batch, door=request.user, op=vandaag(), moment=nu())

    return _doe(request, pk, doe, gelukt)


@pagina(Actie.BETAALRUN_VRIJGEVEN)
@knop(RUN)
def vrijgeven(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Release what was on the screen."""
    try:
        aantal, cents = int(request.POST.get("aantal", "")), int(request.POST.get("cents", ""))
    except ValueError:
        aantal, cents = 0, 0
    gezien = {"aantal": aantal, "cents": cents}

    def doe(batch: Betaalbatch) -> Betaalbatch:
        return geef_vrij(batch=batch, door=request.user, op=vandaag(), moment=nu(), **gezien)

    return _doe(request, pk, doe, lambda rij: wacht_op_ander(rij, request.user) or "U hebt de run vrijgegeven.")


@pagina(Actie.BETAALRUN_MAKEN)
@knop(RUN)
def intrekken(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The run does not go on."""
    form = IntrekForm(request.POST)
    reden = form.cleaned_data["reden"] if form.is_valid() else ""
    return _doe(
        request,
        pk,
        lambda batch: dienst.trek_in(batch=batch, reden=reden, door=request.user, op=vandaag()),
        lambda _: "De run is ingetrokken. Er wordt niets van betaald.",
    )


@pagina(Actie.BETAALBESTAND)
@knop(RUN)
def bestand(request: GemeenteRequest, pk: int) -> HttpResponseBase:
    """The file for the bank; who took it is kept."""
    rij = _bestand(haal_run(request, pk))
    try:
        stukken = geef_mee(bestand=rij, door=request.user, moment=nu())
    except OntzorgFout as fout:
        messages.error(request, str(fout))
        return _terug(request, pk)
    response = StreamingHttpResponse(stukken, content_type="application/xml")
    response["Content-Disposition"] = f'attachment; filename="{rij}"'
    response["Content-Length"] = str(rij.grootte)
    return response


@pagina(Actie.BETAALBESTAND)
@knop(RUN)
def bestand_opnieuw(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Ask the worker once more."""
    vraag_opnieuw(bestand=_bestand(haal_run(request, pk)))
    messages.info(request, "Het betaalbestand is opnieuw aangevraagd.")
    return _terug(request, pk)


def _doe(
    request: GemeenteRequest, pk: int, stap: Callable[[Betaalbatch], Betaalbatch], gelukt: Callable[[Betaalbatch], str]
) -> HttpResponseRedirect:
    batch = haal_run(request, pk)
    try:
        messages.success(request, gelukt(stap(batch)))
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    return _terug(request, pk)


def _terug(request: GemeenteRequest, pk: int) -> HttpResponseRedirect:
    return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)


def _bestand(batch: Betaalbatch) -> Betaalbestand:
    rij: Betaalbestand | None = getattr(batch, "bestand", None)
    if rij is None:
        raise Http404
    return rij
