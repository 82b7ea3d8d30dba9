"""Papers that came in, on the dossier: the list, adding, opening, and putting right what is said of them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from cases.forms.stukken import StukForm, StukkenForm, StukWegForm
from cases.klok import vandaag
from cases.kort import kort
from cases.models import Dossier, Stuk
from cases.panelen import Dossierbeeld
from cases.services import stukken as dienst
from cases.stukdoelen import stukdoelen
from cases.toegang import Actie, weigering

from .antwoord import stuk_antwoord
from .basis import GemeenteRequest, haal_dossier, noteer_blik, pagina, ziet_bijzondere_gegevens
from .dossier_beeld import dossierbeeld, toon_tab

MEESTE = 200
LOS = "Leg terug in het Postvak"


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What came in, newest first; medical papers only for who may see health of this dossier."""
    beeld = dossierbeeld(request, nummer, "binnengekomen stukken")
    rijen = beeld.dossier.stukken.zonder_bytes().select_related("toegevoegd_door")
    if not ziet_bijzondere_gegevens(request, beeld.dossier):
        rijen = rijen.niet_bijzonder()
    doelen = {doel.code: doel.label for doel in stukdoelen(beeld.dossier)}
    nieuwste = kort(rijen, MEESTE)
    context = {"stukken": nieuwste.van((rij, doelen.get(rij.over, "")) for rij in nieuwste)}
    return toon_tab(request, beeld, "cases/stukken/lijst.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def toevoegen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Send files; the good ones are kept, the others come back with a sentence each."""
    beeld = dossierbeeld(request, nummer, "stuk toevoegen")
    form = stukkenform(request, doelen=stukdoelen(beeld.dossier))
    if request.method == "POST" and form.is_valid() and neem_aan(request, form, beeld.dossier):
        return redirect("cases:stukken", gemeente=request.gemeente.slug, nummer=nummer)
    return toon_tab(request, beeld, "cases/stukken/toevoegen.html", {"form": form})


@pagina(Actie.DOSSIER_LEZEN)
def stuk(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The file itself. 404 while it waits or was refused, 403 when it is medical and not for this role."""
    dossier = haal_dossier(request, nummer, None)
    rij = haal_stuk(request, dossier, pk)
    if not rij.is_te_openen:
        raise Http404
    noteer_blik(request, dossier, f"stuk {rij.pk}")
    return stuk_antwoord(rij)


@pagina(Actie.DOSSIER_BEWERKEN)
def wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another subject or date; and the way back to the Postvak for a paper of somebody else."""
    beeld = dossierbeeld(request, nummer, None)
    rij = haal_stuk(request, beeld.dossier, pk)
    noteer_blik(request, beeld.dossier, f"stuk {rij.pk}")
    begin = {veld: getattr(rij, veld) for veld in ("onderwerp", "ontvangen_op", "over", "omschrijving")}
    data = request.POST if request.method == "POST" else None
    form = StukForm(data, initial=begin, doelen=stukdoelen(beeld.dossier), op=vandaag())
    if form.is_valid():
        try:
            dienst.wijzig(stuk=rij, gegevens=form.gegevens, door=request.user, op=vandaag())
            messages.success(request, "Opgeslagen.")
            return redirect("cases:stukken", gemeente=request.gemeente.slug, nummer=nummer)
        except dienst.StukFout as fout:
            form.add_error(None, str(fout))
    return _toon_wijzigen(request, beeld, rij, form, StukWegForm(knop=LOS))


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def losmaken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Back to the Postvak, with a reason."""
    beeld = dossierbeeld(request, nummer, None)
    rij = haal_stuk(request, beeld.dossier, pk)
    noteer_blik(request, beeld.dossier, f"stuk {rij.pk}")
    form = StukWegForm(request.POST, knop=LOS)
    if form.is_valid():
        try:
            dienst.maak_los(stuk=rij, reden=form.cleaned_data["reden"], door=request.user, op=vandaag())
            messages.success(request, "Het stuk ligt weer in het Postvak.")
            return redirect("cases:stukken", gemeente=request.gemeente.slug, nummer=nummer)
        except dienst.StukFout as fout:
            form.add_error(None, str(fout))
    begin = {veld: getattr(rij, veld) for veld in ("onderwerp", "ontvangen_op", "over", "omschrijving")}
    stukform = StukForm(initial=begin, doelen=stukdoelen(beeld.dossier), op=vandaag())
    return _toon_wijzigen(request, beeld, rij, stukform, form)


def haal_stuk(request: GemeenteRequest, dossier: Dossier, pk: int) -> Stuk:
    """The paper of this dossier; 403 when it is medical and this person may not see health here."""
    rij: Stuk = get_object_or_404(dossier.stukken, pk=pk)
    if rij.is_bijzonder and not ziet_bijzondere_gegevens(request, dossier):
        raise PermissionDenied(weigering(Actie.BIJZONDERE_GEGEVENS))
    return rij


def stukkenform(request: GemeenteRequest, **kwargs: Any) -> StukkenForm:
    """The form with what was sent, and whether that was more than one request may bring."""
    post = request.method == "POST"
    return StukkenForm(
        request.POST if post else None,
        request.FILES if post else None,
        te_groot=getattr(request, "bestanden_te_groot", False),
        initial={"ontvangen_op": vandaag()},
        op=vandaag(),
        **kwargs,
    )


def neem_aan(request: GemeenteRequest, form: StukkenForm, dossier: Dossier | None) -> bool:
    """Keep what can be kept, and say so; False when a file was refused and the form has to come back."""
    try:
        uitkomst = dienst.ontvang(
            gemeente=request.gemeente,
            dossier=dossier,
            bestanden=form.verstuurd,
            gegevens=form.gegevens,
            door=request.user,
            op=vandaag(),
        )
    except dienst.StukFout as fout:
        form.add_error(None, str(fout))
        return False
    if aantal := len(uitkomst.stukken):
        verder = " Kies alleen wat niet goed ging opnieuw." if uitkomst.afgewezen else ""
        messages.success(request, f"Bewaard: {aantal} {'stuk' if aantal == 1 else 'stukken'}.{verder}")
    if uitkomst.afgewezen:
        form.meld(uitkomst.afgewezen)
    return not uitkomst.afgewezen


def _toon_wijzigen(
    request: GemeenteRequest, beeld: Dossierbeeld, rij: Stuk, form: StukForm, losform: StukWegForm
) -> HttpResponse:
    context = {"stuk": rij, "form": form, "losform": losform}
    return toon_tab(request, beeld, "cases/stukken/wijzigen.html", context)
