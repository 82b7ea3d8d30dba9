"""Afspraken of a dossier: the tab, planning, changing, interpreter, outcome."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from cases import panelen
from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.forms.afspraken import AfspraakForm, AnnuleerForm, voorstel
from cases.forms.notities import NotitieForm
from cases.klok import vandaag
from cases.kort import kort
from cases.models import Afspraak
from cases.services import afspraken as dienst
from cases.services import tolken
from cases.services.gezinnen import naasten_beschermd
from cases.services.team import gespreksvoerders
from cases.toegang import Actie

from .basis import GemeenteRequest, haal_dossier, pagina
from .dossier_beeld import dossierbeeld, toon_tab

MEESTE = 100
OPNIEUW = (Afspraakuitkomst.NIET_VERSCHENEN, Afspraakuitkomst.AFGEMELD)
UITKOMSTEN = (Afspraakuitkomst.VERSCHENEN, *OPNIEUW)


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The tab: appointments, notes, and a form for a new note."""
    beeld = dossierbeeld(request, nummer, "afspraken en notities")
    rijen = beeld.dossier.afspraken.select_related("dossier", "met").met_tolk()
    notities = beeld.dossier.notities.select_related("dossier", "door")
    context = {
        "komend": kort(rijen.open(), MEESTE),
        "geweest": kort(rijen.exclude(uitkomst="").order_by("-begin", "-pk"), MEESTE),
        "notities": kort(notities, MEESTE),
        "notitieform": NotitieForm(),
    }
    return toon_tab(request, beeld, "cases/afspraken/tab.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def nieuw(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Plan an afspraak; `?soort=` and `?datum=` fill in what the step before already knows."""
    dossier = haal_dossier(request, nummer, "afspraak plannen")
    begin = voorstel(dossier, soort=_soort(request), datum=_dag(request.GET.get("datum", "")), medewerker=request.user)
    form = _form(request, request.POST or None, initial=begin, annuleer=_adres(request, "afspraken", nummer))
    if not form.is_valid():
        return render(request, "cases/afspraken/formulier.html", {"form": form, "dossier": dossier})
    afspraak = dienst.plan_afspraak(dossier=dossier, gegevens=form.gegevens, door=request.user, op=vandaag())
    tolk = " Vergeet niet de tolk te bestellen." if afspraak.tolk_taal else ""
    messages.success(request, f"{dienst.omschrijving(afspraak)} is gepland.{tolk}")
    return redirect(_adres(request, "afspraken", nummer))


@pagina(Actie.DOSSIER_LEZEN)
def afspraak(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """One afspraak with everything that can be done with it."""
    beeld = dossierbeeld(request, nummer, "afspraak")
    rijen = beeld.dossier.afspraken.select_related("dossier", "met").met_tolk().prefetch_related("deelnemers")
    rij = get_object_or_404(rijen, pk=pk)
    tolk = [(opdracht, opdracht.mag_afrekenen(beeld.op)) for opdracht in rij.tolkopdrachten.all()]
    context = {
        "afspraak": rij,
        "annuleerform": AnnuleerForm(),
        "opdrachten": tolk,
        "naasten_beschermd": naasten_beschermd(beeld.dossier),
    }
    return toon_tab(request, beeld, "cases/afspraken/afspraak.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another moment, place or person; a change of moment clears the order of the interpreter."""
    rij = _haal(request, nummer, pk)
    adres = _adres(request, "afspraak", nummer, pk)
    form = _form(request, request.POST or None, instance=_los(rij), annuleer=adres)
    if not form.is_valid():
        context = {"form": form, "dossier": rij.dossier, "afspraak": rij}
        return render(request, "cases/afspraken/formulier.html", context)
    besteld = rij.tolkopdracht is not None
    try:
        anders = dienst.wijzig_afspraak(afspraak=rij, gegevens=form.gegevens, door=request.user, op=vandaag())
    except dienst.AfspraakFout as fout:
        messages.error(request, str(fout))
        return redirect(adres)
    opnieuw = besteld and dienst.VOOR_DE_TOLK & set(anders)
    extra = " De tolk was besteld voor het oude moment: bel af en bestel opnieuw." if opnieuw else ""
    messages.success(request, f"De afspraak is opgeslagen.{extra}")
    return redirect(adres)


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def uitkomst(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """One click; then the next step: a new appointment of the same kind, or what another app proposes."""
    gekozen = request.POST.get("uitkomst", "")
    if gekozen not in UITKOMSTEN:
        return HttpResponseBadRequest("Onbekende uitkomst.")
    rij = _haal(request, nummer, pk)
    try:
        rij = dienst.leg_uitkomst_vast(
            afspraak=rij, uitkomst=Afspraakuitkomst(gekozen), door=request.user, op=vandaag()
        )
    except dienst.AfspraakFout as fout:
        messages.error(request, str(fout))
        return redirect(_adres(request, "afspraak", nummer, pk))
    messages.success(request, f"Vastgelegd bij {dienst.omschrijving(rij)}: {rij.get_uitkomst_display()}.")
    return redirect(panelen.vervolg(rij) or _vervolg(request, rij, nummer))


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def tolk(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The interpreter is ordered or has confirmed."""
    stand = request.POST.get("stand", "")
    if stand not in ("besteld", "bevestigd"):
        return HttpResponseBadRequest("Onbekende stand.")
    try:
        tolken.meld_tolk(
            afspraak=_haal(request, nummer, pk),
            stand="besteld" if stand == "besteld" else "bevestigd",
            door=request.user,
            op=vandaag(),
        )
        messages.success(request, f"De tolk is {stand}.")
    except dienst.AfspraakFout as fout:
        messages.error(request, str(fout))
    return redirect(_adres(request, "afspraak", nummer, pk))


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def annuleren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The gemeente cancels, with a reason."""
    rij, form = _haal(request, nummer, pk), AnnuleerForm(request.POST)
    try:
        reden = form.cleaned_data["reden"] if form.is_valid() else ""
        besteld = rij.tolkopdracht is not None
        dienst.annuleer_afspraak(afspraak=rij, reden=reden, door=request.user, op=vandaag())
        tolk_af = " Bestel ook de tolk af." if besteld else ""
        messages.success(request, f"De afspraak is geannuleerd.{tolk_af}")
    except dienst.AfspraakFout as fout:
        messages.error(request, str(fout))
    return redirect(_adres(request, "afspraak", nummer, pk))


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> Afspraak:
    dossier = haal_dossier(request, nummer, "afspraak")
    return get_object_or_404(dossier.afspraken.select_related("dossier", "met"), pk=pk)


def _los(rij: Afspraak) -> Afspraak:
    """A copy for the form, which writes what was typed into its instance before the service can compare."""
    return Afspraak.objects.get(pk=rij.pk)


def _form(request: GemeenteRequest, data: Any, *, annuleer: str, **kwargs: Any) -> AfspraakForm:
    nu = kwargs["instance"].met_id if "instance" in kwargs else None
    team = gespreksvoerders(gemeente=request.gemeente, op=vandaag(), ook=nu)
    form = AfspraakForm(data, medewerkers=team, op=vandaag(), **kwargs)
    form.annuleer_url = annuleer
    return form


def _soort(request: GemeenteRequest) -> str:
    soort = request.GET.get("soort", "")
    return soort if soort in set(Afspraaksoort) else ""


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _vervolg(request: GemeenteRequest, rij: Afspraak, nummer: str) -> str:
    if rij.uitkomst in OPNIEUW:
        return f"{_adres(request, 'afspraak_nieuw', nummer)}?soort={rij.soort}"
    return _adres(request, "dossier", nummer)


def _adres(request: GemeenteRequest, naam: str, nummer: str, pk: int | None = None) -> str:
    plek: dict[str, Any] = {"gemeente": request.gemeente.slug, "nummer": nummer}
    return reverse(f"cases:{naam}", kwargs=plek | ({"pk": pk} if pk else {}))
