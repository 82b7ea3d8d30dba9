"""The tab Verlenging: what was asked of DUO, what DUO decided, and what a ground would do to the terms."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cases import panelen
from cases.feitwoorden import gegevens_in_woorden
from cases.forms.feiten import IntrekkingForm
from cases.forms.verlenging import BesluitForm, WatAlsForm
from cases.models import Gebeurtenis
from cases.services import feiten as feitdienst
from cases.services import verlenging as dienst
from cases.services.gebeurtenissen import GebeurtenisFout, NieuwFeit
from cases.services.verklaring import kan_niet as geen_verklaring
from cases.services.vernietiging import bewaren_met
from cases.toegang import Actie
from inburgering.recht.feiten import LABELS, FeitSoort
from inburgering.recht.verlenging import vroegste_aanvraag

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab

BIJ_DUO = (FeitSoort.AANVRAAG_DUO, FeitSoort.BESLUIT_DUO)


@pagina(Actie.DOSSIER_LEZEN)
def tab(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The term as it stands, the requests and the decisions."""
    beeld = dossierbeeld(request, nummer, "verlenging")
    termijnen = [rij for rij in beeld.termijnen if rij.soort in ("INBURGERINGSTERMIJN", "DUO_BESLIS")]
    einde = dienst.einde_termijn(beeld.dossier)
    context = {
        "termijnen": [(rij, rij.stand(beeld.op)) for rij in termijnen],
        "einde": einde,
        "vroegste": vroegste_aanvraag(einde) if einde else None,
        "rijen": _rijen(beeld),
        "geen_verklaring": geen_verklaring(dossier=beeld.dossier, op=beeld.op),
    }
    return toon_tab(request, beeld, "cases/verlenging/tab.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def besluit(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """First what moves; only the button on that page stores the decision."""
    beeld = dossierbeeld(request, nummer, "verlenging")
    einde = dienst.einde_termijn(beeld.dossier)
    form = BesluitForm(request.POST or None, op=beeld.op, einde=einde, bekend=beeld.feiten)
    form.annuleer_url = _tab(beeld)
    if not (form.is_bound and form.is_valid()):
        kop, hulp = LABELS[FeitSoort.BESLUIT_DUO]
        context = {"form": form, "kop": kop, "hulp": hulp}
        return toon_tab(request, beeld, "cases/dossier/feit.html", context, status=422 if form.errors else 200)
    feiten = _feiten(beeld, form)
    if "bevestig" not in request.POST:
        gevolgen = feitdienst.gevolgen_van_nieuw(dossier=beeld.dossier, nieuw=feiten, op=beeld.op)
        woorden = ", ".join(gegevens_in_woorden(feiten[0].gegevens))
        context = {
            "kop": LABELS[FeitSoort.BESLUIT_DUO][0],
            "form": form,
            "gevolgen": gevolgen,
            "woorden": woorden,
            "lang": form.langer_dan_grond,
            "bewaren": bewaren_met(beeld.dossier, feiten),
        }
        return toon_tab(request, beeld, "cases/dossier/feit_nieuw_verschuift.html", context)
    dienst.leg_besluit_vast(dossier=beeld.dossier, feiten=feiten, door=request.user, op=beeld.op)
    messages.success(request, "Vastgelegd: besluit van DUO.")
    return redirect(_tab(beeld))


@pagina(Actie.DOSSIER_BEWERKEN)
def intrekken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The decision never was: it and the date it brought are withdrawn together, after seeing what moves."""
    beeld = dossierbeeld(request, nummer, "verlenging")
    rijen = beeld.dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.BESLUIT_DUO.value)
    rij = get_object_or_404(rijen, pk=pk)
    rij.dossier = beeld.dossier
    form = IntrekkingForm(request.POST or None)
    form.annuleer_url = _tab(beeld)
    kop = "Besluit van DUO"
    if not (form.is_bound and form.is_valid()):
        hulp = "De einddatum of het einde van de plicht dat bij dit besluit hoort, gaat mee."
        context = {"form": form, "rij": rij, "kop": f"Intrekken: {kop}", "hulp": hulp}
        return toon_tab(request, beeld, "cases/dossier/feit.html", context, status=422 if form.errors else 200)
    if "bevestig" not in request.POST:
        context = {"rij": rij, "form": form, "gevolgen": _zonder(rij, beeld), "wijziging": {"vervalt": True}}
        return toon_tab(
            request, beeld, "cases/dossier/feit_verschuift.html", {**context, "kop": kop, "terug_url": _tab(beeld)}
        )
    try:
        reden = form.cleaned_data["toelichting"]
        dienst.trek_besluit_in(besluit=rij, toelichting=reden, door=request.user, op=beeld.op)
        messages.success(request, "Ingetrokken: besluit van DUO.")
    except GebeurtenisFout as fout:
        messages.error(request, str(fout))
    return redirect(_tab(beeld))


@pagina(Actie.DOSSIER_LEZEN)
def wat_als(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Wat als de grond wordt toegekend? A POST, so that no address names a ground; nothing is stored."""
    beeld = dossierbeeld(request, nummer, "verlenging")
    einde = dienst.einde_termijn(beeld.dossier)
    form, uitkomst = WatAlsForm(request.POST or None, op=beeld.op), None
    form.annuleer_url = _tab(beeld)
    if form.is_bound and form.is_valid():
        if form.einde_plicht:
            uitkomst = dienst.wat_als_einde(dossier=beeld.dossier, op=beeld.op)
        elif einde:
            uitkomst = dienst.wat_als_grond(
                dossier=beeld.dossier, bekend=beeld.feiten, grond=form.als_grond(), einde=einde, op=beeld.op
            )
    context = {"form": form, "uitkomst": uitkomst, "einde": einde}
    return toon_tab(request, beeld, "cases/verlenging/wat_als.html", context, status=422 if form.errors else 200)


def _feiten(beeld: panelen.Dossierbeeld, form: BesluitForm) -> list[NieuwFeit]:
    waarden = form.cleaned_data
    return dienst.feiten_van_besluit(
        datum=waarden["datum"],
        gegevens=form.gegevens(),
        bekend=beeld.feiten,
        kenmerk=waarden["kenmerk"],
        toelichting=waarden["toelichting"],
    )


def _zonder(rij: Gebeurtenis, beeld: panelen.Dossierbeeld) -> feitdienst.Gevolgen:
    weg = [feitdienst.Feitwijziging(feit, feit.datum, feit.gegevens, vervalt=True) for feit in dienst.van_besluit(rij)]
    return feitdienst.gevolgen_van_samen(wijzigingen=weg, op=beeld.op)


def _rijen(beeld: panelen.Dossierbeeld) -> list[dict[str, Any]]:
    """Requests and decisions, newest first."""
    feiten = sorted((f for f in beeld.feiten.feiten if f.soort in BIJ_DUO), key=lambda f: f.volgorde, reverse=True)
    return [
        {
            "feit": feit,
            "woorden": ", ".join(gegevens_in_woorden(feit.gegevens)),
            "pk": int(feit.id),
            "besluit": feit.soort is FeitSoort.BESLUIT_DUO,
        }
        for feit in feiten
    ]


def _tab(beeld: panelen.Dossierbeeld) -> str:
    return reverse("cases:verlenging", kwargs={"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer})
