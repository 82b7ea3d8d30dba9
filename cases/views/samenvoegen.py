"""Merging two records of one person: find the other, compare, see what moves, and only then do it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.beletsels import tweevouden
from cases.forms.samenvoegen import AnderDossierForm, SamenvoegForm
from cases.klok import nu, vandaag
from cases.models import Dossier
from cases.services import inzage
from cases.services import samenvoegen as dienst
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from .dossier_beeld import dossierbeeld, toon_tab

WAT = "samenvoegen"


@pagina(Actie.SAMENVOEGEN)
def kiezen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Who may be the same person, or the number of the other record."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = AnderDossierForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
        ander = zichtbaar.exclude(pk=beeld.dossier.pk).met_nummer(form.cleaned_data["nummer"]).first()
        if ander:
            plek = {"gemeente": request.gemeente.slug, "nummer": nummer, "ander": ander.nummer}
            return redirect("cases:samenvoegen_met", **plek)
        form.add_error("nummer", "Dit dossier is niet gevonden. Controleer het dossiernummer.")
    kandidaten = dienst.kandidaten(dossier=beeld.dossier, medewerker=request.user, op=beeld.op)
    return toon_tab(request, beeld, "cases/samenvoegen/kiezen.html", {"form": form, "kandidaten": kandidaten})


@pagina(Actie.SAMENVOEGEN)
def vergelijken(request: GemeenteRequest, nummer: str, ander: str) -> HttpResponse:
    """Side by side with a choice per difference; then what moves; then the merge."""
    beeld = dossierbeeld(request, nummer, WAT)
    vervallen = _ander(request, beeld.dossier, ander)
    twee: dict[str, Any] = {"blijft": beeld.dossier, "vervallen": vervallen, "op": beeld.op}
    beeld_van_twee = dienst.vergelijk(keuzes=dienst.Keuzes(), **twee)
    form = SamenvoegForm(request.POST or None, vergelijking=beeld_van_twee)
    context: dict[str, Any] = {"form": form, "v": beeld_van_twee, "stap": "kiezen"}
    if request.method == "POST" and form.is_valid() and not beeld_van_twee.beletsels:
        if "bevestig" in request.POST and _voeg_samen(request, form, twee):
            return redirect("cases:dossier", gemeente=request.gemeente.slug, nummer=nummer)
        context |= {"stap": "bevestigen", "v": dienst.vergelijk(keuzes=form.keuzes(), **twee)}
    return toon_tab(request, beeld, "cases/samenvoegen/vergelijken.html", context)


def _voeg_samen(request: GemeenteRequest, form: SamenvoegForm, twee: dict[str, Any]) -> bool:
    try:
        dienst.voeg_samen(keuzes=form.keuzes(), reden=form.cleaned_data["reden"], door=request.user, **twee)
    except dienst.SamenvoegFout as fout:
        messages.error(request, str(fout))
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        oud = twee["vervallen"].nummer
        messages.success(request, f"{oud} is opgegaan in dit dossier. Het oude nummer leidt voortaan hierheen.")
        return True
    return False


@pagina(Actie.DOSSIER_LEZEN)
def opgegaan(request: GemeenteRequest, nummer: str, oud: str) -> HttpResponse:
    """What the record was that went up in this dossier, and what still stands under its number."""
    beeld = dossierbeeld(request, nummer, "samengevoegd dossier")
    rij = next((rij for rij in dienst.samengevoegde(beeld.dossier) if rij.vervallen.nummer == oud), None)
    if rij is None:
        raise Http404
    verhuisd = [(dienst.naam_van(soort), len(ids)) for soort, ids in rij.verplaatst.items()]
    leesbaar = [deel for deel in tweevouden() if deel.soort in rij.gebleven]
    namen = {dienst.naam_van(deel.soort) for deel in leesbaar}
    inhoud = dienst.inhoud_van(rij, ook_bijzonder=ziet_bijzondere_gegevens(request, beeld.dossier))
    gebleven = [(naam, regels) for naam, regels in inhoud if naam not in namen]
    context = {"rij": rij, "verhuisd": verhuisd, "gebleven": gebleven, "leesbaar": leesbaar}
    return toon_tab(request, beeld, "cases/samenvoegen/opgegaan.html", context)


def _ander(request: GemeenteRequest, dossier: Dossier, nummer: str) -> Dossier:
    """The other record, if this person may see it and may merge both; the look is logged there as well."""
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    rijen = zichtbaar.exclude(pk=dossier.pk).select_related("inburgeraar__gezin", "consulent", "gemeente")
    ander: Dossier = get_object_or_404(rijen, nummer=nummer)
    wie: dict[str, Any] = {"medewerker": request.user, "op": vandaag()}
    if not dienst.mag_samenvoegen(rollen=request.rollen, dossiers=[dossier, ander], **wie):
        raise PermissionDenied("Samenvoegen kan de teamleider, of wie de consulent van beide dossiers is.")
    inzage.noteer(medewerker=request.user, dossier=ander, wat=WAT, moment=nu())
    return ander
