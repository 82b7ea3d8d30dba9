"""Who comes to an afspraak, and afterwards who was there."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.deelnemers import AanwezigheidForm, DeelnemersFormSet
from cases.klok import vandaag
from cases.models import Afspraak
from cases.naasten import namen_voor_formulier
from cases.services import deelnemers as dienst
from cases.services.afspraken import AfspraakFout
from cases.services.gezinnen import naasten_beschermd
from cases.toegang import Actie

from .basis import GemeenteRequest, haal_dossier, pagina


@pagina(Actie.DOSSIER_BEWERKEN)
def deelnemers(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """A list of parties; before anything was filled in it starts with the inburgeraar."""
    rij, adres = _haal(request, nummer, pk)
    begin = _begin(rij) or [{"hoedanigheid": "inburgeraar", "naam": rij.dossier.inburgeraar.naam}]
    forms = DeelnemersFormSet(request.POST or None, prefix="wie", initial=begin)
    fout = ""
    if forms.is_valid():
        wie: dict[str, Any] = {"deelnemers": forms.partijen(), "door": request.user, "op": vandaag()}
        try:
            dienst.bewaar_deelnemers(afspraak=rij, **wie)
        except AfspraakFout as reden:
            fout = str(reden)
        else:
            messages.success(request, "Wie er komen, is bewaard.")
            return redirect(adres)
    context = {"forms": forms, "fout": fout, "afspraak": rij, "dossier": rij.dossier, "terug": adres}
    return render(request, "cases/afspraken/deelnemers.html", context, status=422 if request.POST else 200)


def _begin(rij: Afspraak) -> list[dict[str, str]]:
    wie = list(rij.deelnemers.all())
    namen = namen_voor_formulier(wie, naasten_beschermd(rij.dossier))
    return [
        {"hoedanigheid": d.hoedanigheid, "naam": naam, "organisatie": d.organisatie}
        for d, naam in zip(wie, namen, strict=True)
    ]


@pagina(Actie.DOSSIER_BEWERKEN)
def aanwezigheid(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """After the talk: who was there."""
    rij, adres = _haal(request, nummer, pk)
    beschermd = naasten_beschermd(rij.dossier)
    form = AanwezigheidForm(request.POST or None, deelnemers=rij.deelnemers.all(), beschermd=beschermd)
    form.annuleer_url = adres
    if form.is_valid():
        try:
            dienst.leg_aanwezigheid_vast(afspraak=rij, aanwezig=form.aanwezig, door=request.user, op=vandaag())
        except AfspraakFout as reden:
            form.add_error(None, str(reden))
        else:
            messages.success(request, "De aanwezigheid is vastgelegd.")
            return redirect(adres)
    context = {"form": form, "dossier": rij.dossier, "titel": "Wie waren erbij", "terug": adres}
    return render(request, "cases/afspraken/stap.html", context, status=422 if form.errors else 200)


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Afspraak, str]:
    dossier = haal_dossier(request, nummer, "afspraak")
    rij = get_object_or_404(dossier.afspraken.select_related("dossier__inburgeraar"), pk=pk)
    plek = {"gemeente": request.gemeente.slug, "nummer": nummer, "pk": pk}
    return rij, reverse("cases:afspraak", kwargs=plek)
