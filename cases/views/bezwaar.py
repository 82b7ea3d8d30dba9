"""Bezwaar in a dossier: the tab, registering one, the page of one bezwaar, and its decision as a concept."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.bezwaarbrieven import BESLISSING, DWANGSOM
from cases.forms.bezwaar import BezwaarForm
from cases.klok import vandaag
from cases.models import Beschikking, Bezwaar, Medewerker
from cases.panelen import Dossierbeeld
from cases.pdf import PdfFout
from cases.services import documenten, geschiedenis
from cases.services.bezwaar import brieven, dwangsom, registreren, stand
from cases.services.bezwaar.basis import BezwaarFout
from cases.services.bezwaar.beslissen import reden_niet_beslissen
from cases.services.niet_verzenden import kan_niet_verzenden
from cases.toegang import Actie, mag
from inburgering.recht.verplichtingen import TermijnSoort

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from .dossier_beeld import dossierbeeld, toon_tab

TERMIJNEN = ("BESLIS_BEZWAAR", "DWANGSOM", "BEROEP")


@pagina(Actie.BEZWAAR_REGISTREREN)
def lijst(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The tab: every bezwaar, and every decision with what can be objected to."""
    beeld = dossierbeeld(request, nummer, "bezwaar")
    besluiten = beeld.dossier.beschikkingen.select_related("vervangt", "gemeente").order_by("-dagtekening", "-pk")
    weken = (termijn for termijn in beeld.termijnen if termijn.soort == TermijnSoort.BEZWAAR.value)
    laatste = {termijn.aanleiding: termijn.laatste_dag for termijn in weken}
    context = {
        "bezwaren": beeld.dossier.bezwaren.met_uiterlijk().select_related("beschikking", "beslissing"),
        "besluiten": [
            (besluit, registreren.reden_geen_bezwaar(besluit), laatste.get(besluit.nummer)) for besluit in besluiten
        ],
    }
    return toon_tab(request, beeld, "cases/bezwaar/tab.html", context)


@pagina(Actie.BEZWAAR_REGISTREREN)
def nieuw(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Register a bezwaar against one decision."""
    beeld = dossierbeeld(request, nummer, "bezwaar")
    besluit = get_object_or_404(beeld.dossier.beschikkingen, pk=pk)
    form = BezwaarForm(request.POST if request.method == "POST" else None, initial={"ontvangen_op": beeld.op})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            rij = registreren.registreer(
                beschikking=besluit, gegevens=form.cleaned_data, door=request.user, op=beeld.op
            )
            messages.success(request, f"Bezwaar {rij.nummer} is geregistreerd.")
            return redirect("cases:bezwaar", gemeente=request.gemeente.slug, nummer=nummer, pk=rij.pk)
        except BezwaarFout as fout:
            form.add_error(None, str(fout))
            status = 422
    context = {"form": form, "besluit": besluit, "reden": registreren.reden_geen_bezwaar(besluit)}
    return toon_tab(request, beeld, "cases/bezwaar/nieuw.html", context, status=status)


@pagina(Actie.BEZWAAR_REGISTREREN)
def bezwaar(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """One bezwaar: what comes next, by when, what happened, and its letters."""
    beeld, rij = haal_bezwaar(request, nummer, pk)
    behandelt = mag(request.rollen, Actie.BEZWAAR_BEHANDELEN)
    volgende = stand.volgende(rij, beeld.op)
    context = {
        "bezwaar": rij,
        "tijdig": stand.tijdigheid(rij),
        "volgende": volgende,
        "mogelijk": stand.mogelijk(rij, beeld.op) if behandelt else [],
        "behandelt": behandelt,
        "ziet_inhoud": ziet_bijzondere_gegevens(request, beeld.dossier),
        "termijnen": _termijnen(beeld, rij),
        "dwangsom": stand.dwangsom(rij, beeld.op),
        "zaken": rij.zaken.all(),
        "regels": _regels(rij),
        "brieven": stand.brieven_van(rij),
        "reden_niet": _reden_niet(rij, volgende, request.user),
        "niet_te_verzenden": _niet_te_verzenden(rij, request.user, beeld.op),
    }
    return toon_tab(request, beeld, "cases/bezwaar/bezwaar.html", context)


@pagina(Actie.BEZWAAR_BEHANDELEN)
def voorbeeld(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What is to be decided, as it would be today, with CONCEPT across it; nothing is stored.

    That is the decision on the bezwaar, and after it the one on the dwangsom. 404 while nothing is written.
    """
    _, rij = haal_bezwaar(request, nummer, pk)
    kosten = getattr(rij, "dwangsombesluit", None)
    try:
        if rij.uitkomst and not rij.beslissing:
            brief = brieven.beslissing(rij, nummer="BOB-concept", tekent="[naam]", op=vandaag())
            inhoud = documenten.voorbeeld(sjabloon=BESLISSING.sjabloon, inhoud=brief)
        elif kosten and not kosten.beschikking:
            inhoud = documenten.voorbeeld(sjabloon=DWANGSOM.sjabloon, inhoud=dwangsom.concept(kosten, op=vandaag()))
        else:
            raise Http404
    except (PdfFout, ValueError, BezwaarFout) as fout:
        messages.error(request, f"Een voorbeeld kan nog niet: {fout}")
        return redirect("cases:bezwaar", gemeente=request.gemeente.slug, nummer=nummer, pk=pk)
    return pdf_antwoord(inhoud, f"concept-{rij.nummer}")


def haal_bezwaar(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Bezwaar]:
    """The bezwaar in this dossier, with what its page shows; Http404 when this person may not see the dossier."""
    beeld = dossierbeeld(request, nummer, "bezwaar")
    rijen = beeld.dossier.bezwaren.select_related(
        "beschikking", "beslissing__document", "hoorzitting", "opgesteld_door", "dwangsombesluit__beschikking"
    )
    rij: Bezwaar = get_object_or_404(rijen.prefetch_related("zaken"), pk=pk)
    rij.dossier = beeld.dossier
    return beeld, rij


def _niet_te_verzenden(rij: Bezwaar, wie: Medewerker, op: date) -> Beschikking | None:
    """The decision on it, or on the dwangsom, that was taken, not sent, and that this person can keep back."""
    kosten = getattr(rij, "dwangsombesluit", None)
    besluiten = (rij.beslissing, kosten.beschikking if kosten else None)
    return next((een for een in besluiten if een and kan_niet_verzenden(een, wie, op)), None)


def _reden_niet(rij: Bezwaar, volgende: stand.Vervolg | None, wie: Medewerker) -> str:
    """Why somebody else must take what comes next, '' when it is no decision or she can take it."""
    if volgende is None:
        return ""
    if volgende.code == "vaststellen":
        return reden_niet_beslissen(rij, wie)
    return dwangsom.reden_niet_vaststellen(rij, wie) if volgende.code == "dwangsom_vaststellen" else ""


def _termijnen(beeld: Dossierbeeld, rij: Bezwaar) -> list[tuple[Any, str]]:
    """The terms of this bezwaar and of the decision on it, each with its stand."""
    over = {rij.nummer, rij.beslissing.nummer if rij.beslissing else rij.nummer}
    eigen = [t for t in beeld.termijnen if t.soort in TERMIJNEN and t.aanleiding in over]
    return [(termijn, termijn.stand(beeld.op)) for termijn in eigen]


def _regels(rij: Bezwaar) -> list[geschiedenis.Regel]:
    """The steps of this bezwaar, oldest first."""
    rijen = geschiedenis.gebeurtenissen(rij.dossier)
    eigen = rijen.filter(gegevens__bezwaar=rij.nummer)
    if rij.beslissing:
        eigen |= rijen.filter(gegevens__beschikking=rij.beslissing.nummer)
    return geschiedenis.regels(eigen.order_by("datum", "pk"))
