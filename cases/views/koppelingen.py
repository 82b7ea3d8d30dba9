"""The import of koppelingen: upload, preview, mending rows, confirmation, progress."""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.forms.koppelingen import KoppelbestandForm, KoppelregelForm
from cases.klok import nu, vandaag
from cases.kort import kort
from cases.models import Dossier, Koppelbestand, Koppelregel
from cases.services import koppelingen as dienst
from cases.services.inzage import noteer_uitvoer
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .koppelingen_beeld import KEUZES, maak_blad, mag_zien, stand

LAATSTE = 20


@pagina(Actie.DOSSIER_BEWERKEN)
def koppelingen(request: GemeenteRequest) -> HttpResponse:
    """Upload a list, and the imports of before."""
    form = KoppelbestandForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            bestand = dienst.maak_voorbeeld(
                gemeente=request.gemeente, inhoud=form.cleaned_data["bestand"], door=request.user, op=vandaag()
            )
            return redirect("cases:koppelbestand", request.gemeente.slug, bestand.pk)
        except dienst.Bestandsfout as fout:
            form.add_error("bestand", str(fout))
    eerder = kort(Koppelbestand.objects.filter(gemeente=request.gemeente).select_related("door"), LAATSTE)
    context = {"form": form, "eerder": eerder, "blijft": dienst.VOORBEELD_BLIJFT.days}
    return render(request, "cases/koppelingen/lijst.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def koppelbestand(request: GemeenteRequest, pk: int) -> HttpResponse:
    """What happens, or happened, to every row; a page of rows at a time."""
    bestand = _haal(request, pk)
    blad = maak_blad(request, bestand)
    _noteer(request, "koppelbestand", blad.dossier_ids)
    context = {"bestand": bestand, "stand": stand(bestand), "blad": blad, "keuzes": KEUZES}
    return render(request, "cases/koppelingen/bestand.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def voortgang(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Only how far the writing is; htmx asks for it again, and for the whole page once it is done."""
    bestand = _haal(request, pk)
    if not request.htmx:
        return redirect("cases:koppelbestand", request.gemeente.slug, pk)
    response = render(
        request, "cases/koppelingen/voortgang.html", {"bestand": bestand, "stand": stand(bestand), "poll": True}
    )
    if not bestand.wordt_geschreven:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def bevestigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Write what the preview shows; faulty rows stay where they are."""
    try:
        dienst.bevestig(bestand=_haal(request, pk), door=request.user, moment=nu())
        messages.success(request, "Bevestigd. De goede regels worden geschreven.")
    except dienst.ImportFout as fout:
        messages.error(request, str(fout))
    return redirect("cases:koppelbestand", request.gemeente.slug, pk)


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def weggooien(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Throw a preview away."""
    try:
        dienst.gooi_weg(bestand=_haal(request, pk))
    except dienst.ImportFout as fout:
        messages.error(request, str(fout))
        return redirect("cases:koppelbestand", request.gemeente.slug, pk)
    messages.success(request, "Het voorbeeld is weggegooid. Er is niets geschreven.")
    return redirect("cases:koppelingen", request.gemeente.slug)


@pagina(Actie.DOSSIER_BEWERKEN)
def fouten(request: GemeenteRequest, pk: int) -> StreamingHttpResponse:
    """The faulty rows as CSV, to mend in a spreadsheet and upload again."""
    bestand = _haal(request, pk)
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    regels = bestand.regels.fout().zichtbaar_met(zichtbaar)
    bekend = regels.exclude(dossier=None).values_list("dossier_id", flat=True)
    _noteer(request, "foute regels koppelbestand", bekend)
    inhoud = dienst.foute_regels(regels, bestand.kolommen)
    response = StreamingHttpResponse(inhoud, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="foute-regels-{bestand.pk}.csv"'
    return response


@pagina(Actie.DOSSIER_BEWERKEN)
def regel(request: GemeenteRequest, pk: int, nummer: int) -> HttpResponse:
    """Mend one row that is not written yet, or look at what it says."""
    rij = _haal_regel(request, pk, nummer)
    _noteer(request, "regel van een koppelbestand", [rij.dossier_id] if rij.dossier_id else [])
    form = KoppelregelForm(request.POST, regel=rij) if request.method == "POST" else KoppelregelForm.van(rij)
    if request.method == "POST" and form.is_valid():
        try:
            rij = dienst.herstel_regel(regel=rij, waarden=form.cleaned_data, door=request.user, op=vandaag())
        except dienst.ImportFout as fout:
            messages.error(request, str(fout))
            return redirect("cases:koppelbestand", request.gemeente.slug, pk)
        if rij.uitkomst != "fout":
            messages.success(request, f"Regel {nummer} is nu goed: {rij.get_uitkomst_display()}.")
            return redirect("cases:koppelbestand", request.gemeente.slug, pk)
        form = KoppelregelForm.van(rij)
    context = {"bestand": rij.bestand, "regel": rij, "form": form}
    return render(request, "cases/koppelingen/regel.html", context)


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def weglaten(request: GemeenteRequest, pk: int, nummer: int) -> HttpResponse:
    """Leave a row out of the import on purpose."""
    try:
        dienst.laat_weg(regel=_haal_regel(request, pk, nummer), door=request.user, op=vandaag())
        messages.success(request, f"Regel {nummer} wordt niet ingevoerd. U kunt hem terugzetten bij ‘weggelaten’.")
    except dienst.ImportFout as fout:
        messages.error(request, str(fout))
    return redirect("cases:koppelbestand", request.gemeente.slug, pk)


def _haal(request: GemeenteRequest, pk: int) -> Koppelbestand:
    """The file, only in its own gemeente."""
    bestanden = Koppelbestand.objects.select_related("gemeente", "door", "bevestigd_door")
    bestand: Koppelbestand = get_object_or_404(bestanden, pk=pk, gemeente=request.gemeente)
    return bestand


def _haal_regel(request: GemeenteRequest, pk: int, nummer: int) -> Koppelregel:
    rij: Koppelregel = get_object_or_404(
        Koppelregel.objects.select_related("bestand"), bestand=_haal(request, pk), nummer=nummer
    )
    if not mag_zien(request, rij):
        raise PermissionDenied("Deze regel hoort bij een dossier dat u niet kunt bekijken.")
    return rij


def _noteer(request: GemeenteRequest, wat: str, dossier_ids: Iterable[int]) -> None:
    """Rows show personal data and compare them with dossiers: that is an inzage."""
    noteer_uitvoer(medewerker=request.user, gemeente=request.gemeente, wat=wat, dossier_ids=dossier_ids, moment=nu())
