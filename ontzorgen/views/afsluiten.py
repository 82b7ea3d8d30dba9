"""Closing a released run that the bank did not execute: the proposal, and the decision of another person."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render, resolve_url

from cases.klok import nu, vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.enums_betaling import Afsluitstand
from ontzorgen.forms.afsluiten import AfsluitForm
from ontzorgen.models import Runafsluiting
from ontzorgen.services import afsluiting as dienst
from ontzorgen.services.fout import OntzorgFout

from .basis import verwerkt
from .betaalbeeld import haal_run
from .betaalruns import RUN


@pagina(Actie.BETAALRUN_VRIJGEVEN)
def voorstellen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Propose that what is open was never executed, with the evidence."""
    batch = haal_run(request, pk)
    gedownload = dienst.is_gedownload(batch)
    form = AfsluitForm(request.POST or None, gedownload=gedownload)

    def doe() -> None:
        dienst.stel_afsluiten_voor(batch=batch, door=request.user, **form.gegevens)

    if verwerkt(request, form, doe):
        messages.success(request, "Het voorstel ligt bij een collega. Het bestand kan nu niet meer naar de bank.")
        return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)
    form.annuleer_url = resolve_url(RUN, gemeente=request.gemeente.slug, pk=pk)
    context = {
        "batch": batch,
        "form": form,
        "gedownload": gedownload,
        "open": batch.pogingen.totaal(),
        "waarom_niet": "" if form.is_bound else dienst.waarom_niet_voorstellen(batch),
    }
    return render(request, "ontzorgen/afsluiten.html", context, status=422 if form.errors else 200)


@pagina(Actie.BETAALRUN_VRIJGEVEN)
@knop(RUN)
def vaststellen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Close the run as proposed."""

    def doe(rij: Runafsluiting) -> None:
        dienst.sluit_af(afsluiting=rij, door=request.user, op=vandaag(), moment=nu())

    return _beslis(request, pk, doe, "De run is afgesloten. Een nieuwe run van de maand neemt deze betalingen mee.")


@pagina(Actie.BETAALRUN_VRIJGEVEN)
@knop(RUN)
def terzijde(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Leave the run as it is."""

    def doe(rij: Runafsluiting) -> None:
        dienst.leg_afsluiten_terzijde(afsluiting=rij, door=request.user, moment=nu())

    return _beslis(request, pk, doe, "Het voorstel is terzijde gelegd. De run blijft zoals hij was.")


def _beslis(request: GemeenteRequest, pk: int, doe: Callable[[Runafsluiting], None], gelukt: str) -> HttpResponse:
    batch = haal_run(request, pk)
    rij = get_object_or_404(batch.afsluitingen.exclude(stand=Afsluitstand.AFGEWEZEN))
    try:
        doe(rij)
        messages.success(request, gelukt)
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)
