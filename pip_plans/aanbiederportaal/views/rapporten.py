"""The reports that an aanbieder makes itself: upload, preview, send in, and what became of the earlier ones."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.klok import nu, vandaag
from cases.kort import kort
from cases.services.koppelingen import Bestandsfout
from cases.uitvoer import csv_regels
from cases.views.bladeren import Sortering, blader
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.voortgang.forms.rapport import BestandForm
from pip_plans.voortgang.models import Rapport, Rapportregel
from pip_plans.voortgang.services import rapport as dienst
from pip_plans.voortgang.services.deelnemers import plaatsen_bij
from pip_plans.voortgang.services.rapport.kolommen import KOLOMMEN, LABELS
from pip_plans.voortgang.weken import maanden_terug, vorige_maand

from .basis import PortaalRequest, noteer, portaal

LAATSTE = 24
OP_NUMMER = Sortering(("nummer", "pk"))


@portaal
def lijst(request: PortaalRequest) -> HttpResponse:
    """Upload a file, and the reports of before."""
    form = BestandForm(request.POST or None, request.FILES or None, maanden=maanden_terug(vandaag()))
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        if gemaakt := maak(request, form, velden["maand"], velden["verbetering"], velden["bestand"]):
            return gemaakt
    eerder = kort(_eigen(request), LAATSTE)
    maand = vorige_maand(vandaag().replace(day=1))
    context = {"form": form, "eerder": eerder, "kolommen": LABELS.items(), "maand": maand}
    return render(request, "aanbiederportaal/rapporten.html", context, status=422 if form.errors else 200)


def maak(
    request: PortaalRequest, form: Any, maand: date, verbetering: str, inhoud: bytes
) -> HttpResponseRedirect | None:
    """The preview of these rows; what is refused stands at the form, and None."""
    try:
        rapport, is_nieuw = dienst.maak_voorbeeld(
            gemeente=request.aanbieder.gemeente, aanbieder=request.aanbieder, maand=maand, verbetering=verbetering,
            inhoud=inhoud, door=request.user, op=vandaag(),
        )  # fmt: skip
    except (Bestandsfout, UitvoeringFout) as fout:
        veld = getattr(fout, "veld", "bestand")
        form.add_error(veld if veld in form.fields else None, str(fout))
        return None
    if not is_nieuw:
        messages.info(request, "Dit rapport was er al. U ziet wat ermee is gebeurd.")
    return redirect("aanbiederportaal:rapport", request.account.pk, rapport.pk)


@portaal
def model(request: PortaalRequest) -> StreamingHttpResponse:
    """An empty report with the names of the columns."""
    antwoord = StreamingHttpResponse(csv_regels(KOLOMMEN, []), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="rapport.csv"'
    return antwoord


@portaal
def rapport(request: PortaalRequest, pk: int) -> HttpResponse:
    """What will happen, or happened, to every row. Who is no participant any more is a number of a row only."""
    rij = _haal(request, pk)
    blad = blader(request, [rij.regels.select_related("dossier__inburgeraar")], OP_NUMMER)
    _vul_aan(request, rij, blad.rijen)
    noteer(request, "rapport", {r.dossier_id: r.dossier for r in blad.rijen if r.dossier and r.mag_zien}.values())
    telling = {"goed": rij.regels.exclude(uitkomst="fout").count(), "fout": rij.regels.fout().count()}
    return render(request, "aanbiederportaal/rapport.html", {"rapport": rij, "blad": blad, "telling": telling})


@portaal
def insturen(request: PortaalRequest, pk: int) -> HttpResponse:
    """From now on it waits for the gemeente. A reload after an error leads back to the report."""
    rij = _haal(request, pk)
    bericht = "Ingestuurd. De gemeente bekijkt het rapport en neemt de goede regels over."
    return _druk(request, pk, lambda: dienst.stuur_in(rapport=rij, moment=nu()), bericht, "aanbiederportaal:rapport")


@portaal
def weggooien(request: PortaalRequest, pk: int) -> HttpResponse:
    """Throw a report away that was not sent in."""
    rij = _haal(request, pk)
    bericht = "Het rapport is weggegooid. De gemeente heeft het niet gezien."
    return _druk(request, pk, lambda: dienst.gooi_weg(rapport=rij), bericht, "aanbiederportaal:rapporten")


def _druk(request: PortaalRequest, pk: int, doe: Callable[[], Any], gelukt: str, naar: str) -> HttpResponse:
    """What a button does, by POST only; what is refused stands on the page of the report."""
    if request.method != "POST":
        return redirect("aanbiederportaal:rapport", request.account.pk, pk)
    try:
        doe()
    except UitvoeringFout as fout:
        messages.error(request, str(fout))
        return redirect("aanbiederportaal:rapporten", request.account.pk)
    messages.success(request, gelukt)
    return redirect(naar, *([request.account.pk, pk] if naar.endswith(":rapport") else [request.account.pk]))


def _eigen(request: PortaalRequest) -> Any:
    return Rapport.objects.zelf_gemaakt_bij(request.aanbieder).select_related("door", "aanbieder")


def _haal(request: PortaalRequest, pk: int) -> Rapport:
    gevonden: Rapport = get_object_or_404(_eigen(request), pk=pk)
    return gevonden


def _vul_aan(request: PortaalRequest, rapport: Rapport, regels: Sequence[Rapportregel]) -> None:
    """For the template: whether the row may be seen today, whether the gemeente still has it, and names of columns."""
    ids = [regel.dossier_id for regel in regels if regel.dossier_id]
    eigen = set(
        plaatsen_bij(aanbieder=request.aanbieder, op=vandaag())
        .filter(dossier__in=ids)
        .values_list("dossier", flat=True)
    )
    for regel in regels:
        dossier = regel.dossier
        regel.mag_zien = dossier is None or dossier.pk in eigen  # type: ignore[attr-defined]
        # Who takes the report in may not know a protected person: his row waits for his own consulent.
        regel.ligt_nog = bool(rapport.ingestuurd_op and dossier and dossier.extra_beschermd and not regel.verwerkt_op)  # type: ignore[attr-defined]
        for melding in regel.meldingen:
            melding["label"] = LABELS.get(melding["veld"], "")
