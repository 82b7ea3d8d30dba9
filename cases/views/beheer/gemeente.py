"""What a gemeente decides for itself: its details and policy choices."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.forms.beheer import GemeenteForm, InstellingForm, instellingform
from cases.instellingen import SOORTEN, Soort, instelling
from cases.klok import vandaag
from cases.models import Gemeente
from cases.services import beheer
from cases.services.doorrekening import bij_instelling
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from inburgering.recht.regels import naam_van
from inburgering.recht.uitleg import datum_zonder_weekdag


@pagina(Actie.BEHEREN)
def overzicht(request: GemeenteRequest) -> HttpResponse:
    return render(request, "cases/beheer/overzicht.html")


@pagina(Actie.BEHEREN)
def gegevens(request: GemeenteRequest) -> HttpResponse:
    """Address and mandate: what stands on the next letters."""
    form = GemeenteForm(request.POST or None, instance=request.gemeente)
    if request.method == "POST" and form.is_valid():
        beheer.wijzig_gemeente(gemeente=request.gemeente, gegevens=form.cleaned_data)
        messages.success(request, "De gegevens zijn opgeslagen. Ze staan op de volgende brieven.")
        return redirect(request.path)
    return render(request, "cases/beheer/formulier.html", {"form": form, "titel": "Gegevens van de gemeente"})


@pagina(Actie.BEHEREN)
def instellingen(request: GemeenteRequest) -> HttpResponse:
    """Every policy choice with its value and source of today."""
    rijen = [_rij(request.gemeente, soort, vandaag()) for soort in SOORTEN.values()]
    return render(
        request, "cases/beheer/instellingen.html", {"rijen": rijen, "titel": "Beleidskeuzes en waarschuwingen"}
    )


def _rij(gemeente: Gemeente, soort: Soort, op: date) -> dict[str, Any]:
    waarde, bron = instelling(gemeente, soort.sleutel, op)
    return {"soort": soort, "waarde": toon(soort, waarde), "bron": bron}


def toon(soort: Soort, waarde: Any) -> list[str]:
    """The value of a setting as lines for the screen."""
    if soort.keuzes:
        return [dict(soort.keuzes).get(waarde, str(waarde))]
    return [_drempel(rij) if isinstance(rij, dict) else str(rij) for rij in waarde]


def _drempel(rij: dict[str, Any]) -> str:
    """'PIP vaststellen: 14 dagen ervoor, consulent'; a negative number counts on from the last day."""
    aantal, kant = abs(rij["dagen"]), "ervoor" if rij["dagen"] >= 0 else "erna"
    return f"{naam_van(rij['soort'])}: {aantal} {'dag' if aantal == 1 else 'dagen'} {kant}, {rij['aan']}"


@pagina(Actie.BEHEREN)
def instelling_wijzigen(request: GemeenteRequest, sleutel: str) -> HttpResponse:
    """One policy choice: the form, what it means, and what was chosen before."""
    soort = SOORTEN.get(sleutel)
    if soort is None:
        raise Http404
    waarde, bron = instelling(request.gemeente, sleutel, vandaag())
    begin = {"waarde": waarde, "bron": bron, "geldig_vanaf": vandaag()}
    form = instellingform(sleutel)(request.POST or None, soort=soort, initial=begin)
    if request.method == "POST" and form.is_valid():
        if sleutel in beheer.BEPAALT_TERMIJNEN and "bevestig" not in request.POST and form.is_nog_mogelijk(vandaag()):
            return _toon_gevolg(request, soort, form)
        try:
            beheer.wijzig_instelling(gemeente=request.gemeente, sleutel=sleutel, op=vandaag(), **form.cleaned_data)
        except beheer.BeheerFout as fout:
            form.add_error("geldig_vanaf", str(fout))
        else:
            messages.success(request, f"‘{soort.label}’ is opgeslagen.")
            return redirect("cases:instellingen", request.gemeente.slug)
    wijzigingen = beheer.wijzigingen(gemeente=request.gemeente, sleutel=sleutel)
    eerder = wijzigingen.van(
        {"vanaf": rij.geldig_vanaf, "bron": rij.bron, "waarde": toon(soort, rij.waarde), "op": rij.pgh_created_at,
         "door": door}
        for rij, door in wijzigingen
    )  # fmt: skip
    context = {"form": form, "soort": soort, "eerder": eerder, "verschuift": sleutel in beheer.BEPAALT_TERMIJNEN}
    return render(request, "cases/beheer/instelling.html", context)


def _toon_gevolg(request: GemeenteRequest, soort: Soort, form: InstellingForm) -> HttpResponse:
    """First which terms move; only the button on that page stores the choice."""
    vanaf, keuze = form.cleaned_data["geldig_vanaf"], {naam: form.cleaned_data[naam] for naam in ("waarde", "bron")}
    gevolg = bij_instelling(gemeente=request.gemeente, sleutel=soort.sleutel, na=deel(request), op=vanaf, **keuze)
    context = {
        "gevolg": gevolg,
        "form": form,
        "kop": f"{soort.label}: {', '.join(toon(soort, keuze['waarde']))}, vanaf {datum_zonder_weekdag(vanaf)}",
        "uitleg": "Wat al te laat, gehaald of vervallen is, telt mee.",
        "terug_naam": "Beleidskeuzes en waarschuwingen",
        "terug_url": reverse("cases:instellingen", args=[request.gemeente.slug]),
    }
    return render(request, "cases/beheer/verschuift.html", context)


def deel(request: GemeenteRequest) -> int:
    """After which dossier the piece begins that was asked for; 0 for the first."""
    na = request.POST.get("na", "")
    return int(na) if na.isascii() and na.isdigit() and len(na) < 18 else 0
