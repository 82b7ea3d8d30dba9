"""One dossier in a casusoverleg: its minutes and actions, its tab, and telling a partner about it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cases.deelgegevens import GRONDEN, woorden
from cases.enums_overleg import Partnersoort
from cases.forms.overleg import ActieForm, AgendeerForm, PartnerKeuzeForm, VerslagForm, VerstrekForm, VraagForm
from cases.models import Casusoverleg, Overlegactie, Overlegpunt
from cases.panelen import Dossierbeeld
from cases.services import overleg as dienst
from cases.services.partnerblad import druk, partnerblad
from cases.services.verstrekken import deelbladen, verstrek
from cases.toegang import Actie

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, knop, pagina
from .dossier_beeld import dossierbeeld, toon_tab
from .overleg import verwerkt


@pagina(Actie.CASUSOVERLEG)
def tab(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What was asked, said and agreed on this dossier; put it on an agenda; what partners were told."""
    beeld = _beeld(request, nummer)
    overleggen = Casusoverleg.objects.voor(request.gemeente, request.rollen).komend().select_related("partner")
    # Of a meeting that it is on already the service says with which question.
    keuze = overleggen if request.method == "POST" else overleggen.exclude(punten__dossier=beeld.dossier)
    form = AgendeerForm(request.POST or None, overleggen=keuze)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: dienst.agendeer(**form.cleaned_data, **wie)):
        messages.success(request, "Het dossier staat op de agenda.")
        return redirect("cases:dossier_overleg", gemeente=request.gemeente.slug, nummer=nummer)
    verstrekkingen = beeld.dossier.verstrekkingen.select_related("partner")
    context = {
        "punten": _punten(request, beeld),
        "form": form,
        "verstrekkingen": [(rij, woorden(rij.gegevens)) for rij in verstrekkingen],
    }
    return toon_tab(request, beeld, "cases/overleg/tab.html", context, status=422 if form.errors else 200)


@pagina(Actie.CASUSOVERLEG)
def punt(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Question, minutes and actions of one dossier in one meeting."""
    beeld, rij = _haal(request, nummer, pk)
    vraag = VraagForm(
        request.POST if "wijzig_vraag" in request.POST else None, initial={"vraag": rij.vraag, "eerder": rij.vraag}
    )
    stand = {"verslag": rij.verslag, "gezien": dienst.versie(rij)}
    verslag = VerslagForm(request.POST if "opslaan" in request.POST else None, initial=stand)
    actie = ActieForm(
        request.POST if "actie" in request.POST else None, gemeente=request.gemeente, op=beeld.op,
        initial={"eigenaar": request.user.pk},
    )  # fmt: skip
    wie: dict[str, Any] = {"punt": rij, "door": request.user, "op": beeld.op}
    if verwerkt(request, vraag, lambda: dienst.wijzig_vraag(**vraag.cleaned_data, **wie)):
        messages.success(request, "De vraag is gewijzigd.")
        return redirect(request.path)
    if verwerkt(request, verslag, lambda: dienst.leg_verslag_vast(**verslag.cleaned_data, **wie)):
        messages.success(request, "Het verslag is opgeslagen.")
        return redirect(request.path)
    if verwerkt(request, actie, lambda: dienst.voeg_actie_toe(**actie.cleaned_data, **wie)):
        messages.success(request, "De actie is toegevoegd.")
        return redirect(request.path)
    if verslag.errors:  # what was typed is now based on what the screen shows
        verslag.data = request.POST.copy()
        verslag.data["gezien"] = str(stand["gezien"])
    context = {"punt": rij, "vraag": vraag, "verslag": verslag, "actie": actie}
    fout = vraag.errors or verslag.errors or actie.errors
    return toon_tab(request, beeld, "cases/overleg/punt.html", context, status=422 if fout else 200)


@pagina(Actie.CASUSOVERLEG)
@knop("cases:dossier_overleg")
def van_agenda(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Take the dossier off the agenda."""
    beeld, rij = _haal(request, nummer, pk)
    try:
        dienst.haal_van_agenda(punt=rij, door=request.user, op=beeld.op)
        messages.success(request, "Het dossier staat niet meer op de agenda.")
    except dienst.OverlegFout as fout:
        messages.error(request, str(fout))
    return redirect("cases:dossier_overleg", gemeente=request.gemeente.slug, nummer=nummer)


@pagina(Actie.CASUSOVERLEG)
@knop("cases:dossier_overleg")
def gedaan(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """An action is done."""
    beeld = _beeld(request, nummer)
    punten = _punten(request, beeld)
    rij = get_object_or_404(Overlegactie.objects.filter(punt__in=punten), pk=pk)
    dienst.meld_gedaan(actie=rij, door=request.user, op=beeld.op)
    messages.success(request, "Gedaan.")
    return redirect("cases:dossier_overleg", gemeente=request.gemeente.slug, nummer=nummer)


@pagina(Actie.CASUSOVERLEG)
def verstrekken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Choose a partner, see exactly what it gets, and log that it was given."""
    beeld = _beeld(request, nummer)
    keuze = PartnerKeuzeForm(request.GET or None, gemeente=request.gemeente)
    if not keuze.is_valid():
        return toon_tab(request, beeld, "cases/overleg/verstrekken.html", {"keuze": keuze})
    partner = keuze.cleaned_data["partner"]
    blad = deelbladen(partner=partner, dossiers=[beeld.dossier], op=beeld.op)[0]
    form = VerstrekForm(request.POST or None, initial={"grond": GRONDEN[Partnersoort(partner.soort)]})
    form.annuleer_url = reverse("cases:dossier_overleg", args=(request.gemeente.slug, nummer))
    gedrukt: list[bytes] = []

    def doe() -> None:
        wie: dict[str, Any] = {"partner": partner, "door": request.user, "op": beeld.op, **form.cleaned_data}
        gedrukt.append(druk(partnerblad(bladen=[blad], vragen={}, **wie)))
        verstrek(blad=blad, **wie)

    if verwerkt(request, form, doe):
        return pdf_antwoord(gedrukt[0], "gegevens-voor-partner")
    context = {"keuze": keuze, "partner": partner, "blad": blad, "form": form}
    return toon_tab(request, beeld, "cases/overleg/verstrekken.html", context, status=422 if form.errors else 200)


def _beeld(request: GemeenteRequest, nummer: str) -> Dossierbeeld:
    return dossierbeeld(request, nummer, "casusoverleg", Actie.CASUSOVERLEG)


def _punten(request: GemeenteRequest, beeld: Dossierbeeld) -> Any:
    rijen = Overlegpunt.objects.voor(request.user, request.gemeente, beeld.op).filter(dossier=beeld.dossier)
    return rijen.select_related("overleg__partner").prefetch_related("acties__eigenaar").order_by("-overleg__datum")


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Overlegpunt]:
    beeld = _beeld(request, nummer)
    return beeld, get_object_or_404(_punten(request, beeld), pk=pk)
