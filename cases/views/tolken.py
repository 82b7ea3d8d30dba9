"""Interpreters of one afspraak: order, confirm, cancel, and what was used and charged."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.formulier import Formulier
from cases.forms.tolken import BestelForm, BevestigForm, InzetForm, TolkAnnulerenForm
from cases.klok import vandaag
from cases.models import Dossier, Tolkopdracht
from cases.services import tolken as dienst
from cases.services.afspraken import AfspraakFout
from cases.toegang import Actie

from .basis import GemeenteRequest, haal_dossier, pagina


@pagina(Actie.DOSSIER_BEWERKEN)
def bestellen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Record an order, or change the one that runs."""
    dossier = haal_dossier(request, nummer, "tolk")
    afspraak = get_object_or_404(dossier.afspraken.select_related("dossier"), pk=pk)
    loopt = afspraak.tolkopdracht
    begin = {veld: getattr(loopt, veld) for veld in dienst.BESTELVELDEN} if loopt else dienst.voorstel(afspraak)
    form = BestelForm(request.POST or None, initial=begin)
    wie: dict[str, Any] = {"door": request.user, "op": vandaag()}
    return _stap(
        request, dossier, afspraak.pk, form, "Tolk bestellen", "De bestelling is vastgelegd.",
        lambda schoon: dienst.bestel_tolk(afspraak=afspraak, gegevens=schoon, **wie),
    )  # fmt: skip


@pagina(Actie.DOSSIER_BEWERKEN)
def bevestigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    dossier, rij = _haal(request, nummer, pk)
    form = BevestigForm(request.POST or None, initial={"kenmerk": rij.kenmerk})
    wie: dict[str, Any] = {"door": request.user, "op": vandaag()}
    return _stap(
        request, dossier, rij.afspraak_id, form, "Tolk bevestigd", "De bevestiging is vastgelegd.",
        lambda schoon: dienst.bevestig_tolk(opdracht=rij, **schoon, **wie),
    )  # fmt: skip


@pagina(Actie.DOSSIER_BEWERKEN)
def annuleren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    dossier, rij = _haal(request, nummer, pk)
    form = TolkAnnulerenForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.user, "op": vandaag()}
    return _stap(
        request, dossier, rij.afspraak_id, form, "Tolk annuleren", "De tolk is geannuleerd. Bel ook het bureau.",
        lambda schoon: dienst.annuleer_tolk(opdracht=rij, **schoon, **wie),
    )  # fmt: skip


@pagina(Actie.DOSSIER_BEWERKEN)
def inzet(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Minutes after the talk, and the cost when the invoice is there."""
    dossier, rij = _haal(request, nummer, pk)
    begin = {"minuten": rij.minuten, "kosten": rij.kosten_cent, "factuur": rij.factuur}
    form = InzetForm(request.POST or None, initial=begin)
    wie: dict[str, Any] = {"door": request.user, "op": vandaag()}

    def leg_vast(schoon: dict[str, Any]) -> Any:
        return dienst.leg_inzet_vast(
            opdracht=rij, minuten=schoon["minuten"], kosten_cent=schoon["kosten"], factuur=schoon["factuur"], **wie
        )

    return _stap(request, dossier, rij.afspraak_id, form, "Minuten en kosten", "De inzet is vastgelegd.", leg_vast)


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossier, Tolkopdracht]:
    dossier = haal_dossier(request, nummer, "tolk")
    rijen = Tolkopdracht.objects.filter(afspraak__dossier=dossier).select_related("afspraak__dossier")
    return dossier, get_object_or_404(rijen, pk=pk)


def _stap(
    request: GemeenteRequest,
    dossier: Dossier,
    afspraak: int,
    form: Formulier,
    titel: str,
    gelukt: str,
    doe: Callable[[dict[str, Any]], Any],
) -> HttpResponse:
    """One form about the interpreter; what the service refuses stands at its field or on top."""
    plek = {"gemeente": request.gemeente.slug, "nummer": dossier.nummer, "pk": afspraak}
    form.annuleer_url = reverse("cases:afspraak", kwargs=plek)
    if form.is_valid():
        try:
            doe(form.cleaned_data)
        except AfspraakFout as fout:
            form.add_error(fout.veld if fout.veld in form.fields else None, str(fout))
        else:
            messages.success(request, gelukt)
            return redirect(form.annuleer_url)
    context = {"form": form, "dossier": dossier, "titel": titel, "terug": form.annuleer_url}
    return render(request, "cases/afspraken/stap.html", context, status=422 if form.errors else 200)
