"""Handing somebody over, and what other gemeenten offer. Before it is accepted an offer shows no person."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.klok import vandaag
from cases.models import Dossier
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.dossier_beeld import dossierbeeld
from pip_plans.afronding.forms.overdracht import AanvaardForm, OverdraagForm, RedenForm
from pip_plans.afronding.models import Gemeenteoverdracht
from pip_plans.afronding.services import overdracht as dienst
from pip_plans.afronding.services.overname import aanvaard, weiger

from .basis import WAT, naar_tab, toon_formulier, verwerkt

NIEUWSTE = Sortering(("aangeboden_op", "pk"), aflopend=True)


@pagina(Actie.DOSSIER_BEWERKEN)
def overdragen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, WAT)
    form = OverdraagForm(request.POST or None, eigen=request.gemeente)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: dienst.bied_aan(**wie, **form.cleaned_data)):
        binnen = form.cleaned_data["naar"]
        zin = (
            "De overdracht is aangeboden." if binnen else "Het overdrachtsblad staat bij Documenten. Verstuur het daar."
        )
        return naar_tab(request, nummer, zin)
    uitleg = (
        "Mee gaan het PIP en de voortgang, niet het dossier. Boetes gaan alleen mee als de nieuwe gemeente erom vraagt."
    )
    return toon_formulier(request, beeld, form, "Overdragen aan een andere gemeente", uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
def intrekken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, WAT)
    rij = get_object_or_404(beeld.dossier.gemeenteoverdrachten, pk=pk)
    form = RedenForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: dienst.trek_in(overdracht=rij, reden=form.cleaned_data["reden"], **wie)):
        return naar_tab(request, nummer, "De overdracht is ingetrokken.")
    return toon_formulier(request, beeld, form, "Overdracht intrekken", "De andere gemeente leest waarom.")


@pagina(Actie.DOSSIER_BEWERKEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """What was offered to this gemeente, the newest first."""
    blad = blader(request, [Gemeenteoverdracht.objects.aan(request.gemeente)], NIEUWSTE)
    return render(request, "afronding/overdrachten.html", {"blad": blad})


@pagina(Actie.DOSSIER_BEWERKEN)
def aanbod(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One offer, and taking it over with a number that this gemeente knows itself."""
    rij, op = _haal(request, pk), vandaag()
    form = AanvaardForm(request.POST or None)
    form.annuleer_url = reverse("afronding:overdrachten", args=(request.gemeente.slug,))
    wie: dict[str, Any] = {"overdracht": rij, "gemeente": request.gemeente, "door": request.user, "op": op}
    nieuw: list[Dossier] = []
    if verwerkt(request, form, lambda: nieuw.append(aanvaard(**wie, **form.cleaned_data))):
        messages.success(request, "Overgenomen. Het overdrachtsblad staat bij Documenten.")
        return redirect("cases:dossier", gemeente=request.gemeente.slug, nummer=nieuw[0].nummer)
    hier = None
    if rij.ontvangen_id:
        hier = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, op).filter(pk=rij.ontvangen_id).first()
    context = {"rij": _haal(request, pk), "form": form, "hier": hier}
    return render(request, "afronding/overdracht.html", context, status=422 if form.errors else 200)


@pagina(Actie.DOSSIER_BEWERKEN)
def weigeren(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij, op = _haal(request, pk), vandaag()
    form = RedenForm(request.POST or None)
    form.annuleer_url = reverse("afronding:overdracht", args=(request.gemeente.slug, pk))
    wie: dict[str, Any] = {"overdracht": rij, "gemeente": request.gemeente, "door": request.user, "op": op}
    if verwerkt(request, form, lambda: weiger(reden=form.cleaned_data["reden"], **wie)):
        messages.success(request, "Geweigerd. De andere gemeente leest waarom.")
        return redirect("afronding:overdrachten", request.gemeente.slug)
    return render(
        request, "afronding/overdracht_weigeren.html", {"rij": rij, "form": form}, status=422 if form.errors else 200
    )


def _haal(request: GemeenteRequest, pk: int) -> Gemeenteoverdracht:
    rij: Gemeenteoverdracht = get_object_or_404(Gemeenteoverdracht.objects.aan(request.gemeente), pk=pk)
    return rij
