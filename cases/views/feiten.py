"""Recording a fact, and correcting or withdrawing one after seeing what that moves."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cases import panelen
from cases.feitwoorden import gegevens_in_woorden
from cases.forms.feiten import CorrectieForm, FeitForm, IntrekkingForm
from cases.models import Dossier, Gebeurtenis
from cases.services import feiten as dienst
from cases.services.gebeurtenissen import GebeurtenisFout, NieuwFeit, corrigeer_feit, registreer_feit
from cases.services.termijnen import feiten_van
from cases.services.vernietiging import EINDEN, bewaren_met
from cases.toegang import Actie
from inburgering.recht.feiten import LABELS, FeitSoort

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.DOSSIER_BEWERKEN)
def kiezen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Which kind of fact."""
    beeld = dossierbeeld(request, nummer, "dossier")
    soorten = [(soort.value, *LABELS[soort], beeld.feiten.laatste(soort)) for soort in dienst.HANDMATIG]
    return toon_tab(request, beeld, "cases/dossier/feit_kiezen.html", {"soorten": soorten})


@pagina(Actie.DOSSIER_BEWERKEN)
def nieuw(request: GemeenteRequest, nummer: str, soort: str) -> HttpResponse:
    """Record one fact; the terms follow at once."""
    beeld, feitsoort = dossierbeeld(request, nummer, "dossier"), _handmatig(soort)
    form = FeitForm(
        request.POST or None,
        soort=feitsoort,
        op=beeld.op,
        eigen_gemeente=request.gemeente.naam,
        bekend=beeld.feiten,
    )
    form.annuleer_url = _overzicht(beeld)
    if request.method == "POST" and form.is_valid():
        waarden = form.cleaned_data
        if feitsoort in EINDEN and "bevestig" not in request.POST:
            return _eerst_zien(request, beeld, form, feitsoort)
        registreer_feit(
            dossier=beeld.dossier,
            soort=feitsoort,
            datum=waarden["datum"],
            door=request.user,
            op=beeld.op,
            kenmerk=waarden["kenmerk"],
            gegevens=form.gegevens(),
            toelichting=waarden["toelichting"],
        )
        messages.success(request, f"Vastgelegd: {LABELS[feitsoort][0]}.")
        _waarschuw(request, beeld.dossier)
        return redirect(_overzicht(beeld))
    context = {"form": form, "kop": LABELS[feitsoort][0], "hulp": LABELS[feitsoort][1]}
    return toon_tab(request, beeld, "cases/dossier/feit.html", context)


def _eerst_zien(
    request: GemeenteRequest, beeld: panelen.Dossierbeeld, form: FeitForm, soort: FeitSoort
) -> HttpResponse:
    """What an end moves, and until when the dossier is kept by it; only the button on that page stores it."""
    feit = NieuwFeit(soort, form.cleaned_data["datum"], form.gegevens())
    context = {
        "kop": LABELS[soort][0],
        "form": form,
        "gevolgen": dienst.gevolgen_van_nieuw(dossier=beeld.dossier, nieuw=[feit], op=beeld.op),
        "woorden": ", ".join(gegevens_in_woorden(feit.gegevens)),
        "bewaren": bewaren_met(beeld.dossier, [feit]),
    }
    return toon_tab(request, beeld, "cases/dossier/feit_nieuw_verschuift.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def corrigeren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another date or other particulars."""
    beeld, rij = _haal(request, nummer, pk)
    form = CorrectieForm(
        request.POST or None,
        soort=FeitSoort(rij.soort),
        op=beeld.op,
        eigen_gemeente=request.gemeente.naam,
        bekend=beeld.feiten,
        initial={**rij.gegevens, "datum": rij.datum},
    )
    if request.method == "POST" and form.is_valid():
        wijziging = {"datum": form.cleaned_data["datum"], "gegevens": form.gegevens(), "vervalt": False}
        return _toon_of_voer_door(request, beeld, rij, form, wijziging)
    return _formulier(request, beeld, rij, form, "Corrigeren")


@pagina(Actie.DOSSIER_BEWERKEN)
def intrekken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The fact never was."""
    beeld, rij = _haal(request, nummer, pk)
    form = IntrekkingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wijziging = {"datum": rij.datum, "gegevens": rij.gegevens, "vervalt": True}
        return _toon_of_voer_door(request, beeld, rij, form, wijziging)
    return _formulier(request, beeld, rij, form, "Intrekken")


def _toon_of_voer_door(
    request: GemeenteRequest,
    beeld: panelen.Dossierbeeld,
    rij: Gebeurtenis,
    form: Any,
    wijziging: dict[str, Any],
) -> HttpResponse:
    """First what moves; only the button on that page stores the correction."""
    if "bevestig" not in request.POST:
        gevolgen = dienst.gevolgen_van(gebeurtenis=rij, op=beeld.op, **wijziging)
        context = {"rij": rij, "form": form, "gevolgen": gevolgen, "wijziging": wijziging, **_namen(rij)}
        return toon_tab(request, beeld, "cases/dossier/feit_verschuift.html", context)
    try:
        corrigeer_feit(
            gebeurtenis=rij, toelichting=form.cleaned_data["toelichting"], door=request.user, op=beeld.op, **wijziging
        )
        messages.success(request, f"{_namen(rij)['kop']}: {'ingetrokken' if wijziging['vervalt'] else 'gecorrigeerd'}.")
    except GebeurtenisFout as fout:
        messages.error(request, str(fout))
    return redirect(_overzicht(beeld))


def _formulier(
    request: GemeenteRequest, beeld: panelen.Dossierbeeld, rij: Gebeurtenis, form: Any, wat: str
) -> HttpResponse:
    form.annuleer_url = _overzicht(beeld)
    namen = _namen(rij)
    context = {"form": form, "rij": rij, "kop": f"{wat}: {namen['kop']}", "hulp": namen["hulp"]}
    return toon_tab(request, beeld, "cases/dossier/feit.html", context)


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> tuple[panelen.Dossierbeeld, Gebeurtenis]:
    """The fact as it holds now; one that was corrected in the meantime, or that no hand wrote, is 404."""
    beeld = dossierbeeld(request, nummer, "dossier")
    feiten = beeld.dossier.gebeurtenissen.feiten().geldend().filter(soort__in=[s.value for s in dienst.HANDMATIG])
    rij = get_object_or_404(feiten, pk=pk)
    rij.dossier = beeld.dossier
    return beeld, rij


def _handmatig(soort: str) -> FeitSoort:
    if soort not in dienst.HANDMATIG:
        raise Http404
    return FeitSoort(soort)


def _namen(rij: Gebeurtenis) -> dict[str, str]:
    kop, hulp = LABELS[FeitSoort(rij.soort)]
    return {"kop": kop, "hulp": hulp}


def _overzicht(beeld: panelen.Dossierbeeld) -> str:
    return reverse("cases:dossier", kwargs={"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer})


def _waarschuw(request: GemeenteRequest, dossier: Dossier) -> None:
    for zin in dienst.ongewoon(dossier, feiten_van(dossier)):
        messages.warning(request, f"Let op, dit is ongewoon. {zin}")
