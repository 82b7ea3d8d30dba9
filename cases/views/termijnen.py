"""Terms that explain themselves: one by hand, and those of a dossier."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.termijnen import RekenhulpForm
from cases.kalender import kalender
from cases.klok import vandaag
from cases.pdf import PdfFout
from cases.services import waarom as dienst
from cases.services.termijnuitleg import druk, termijnuitleg
from cases.toegang import Actie
from inburgering.recht.regels import REGELS
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import uitleg

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, haal_dossier, noteer_blik, pagina
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.TERMIJNEN_BEREKENEN)
def rekenhulp(request: GemeenteRequest) -> HttpResponse:
    """Nothing is stored, so the form is a GET and its answer has an address of its own."""
    form = RekenhulpForm(request.GET or None)
    uitkomst = None
    if form.is_valid():
        uitkomst = bereken(form.cleaned_data["code"], form.cleaned_data["start"], kalender())
    context = {"form": form, "uitkomst": uitkomst, "zinnen": uitleg(uitkomst) if uitkomst else []}
    return render(request, "cases/termijnen.html", context)


@pagina(Actie.DOSSIER_LEZEN)
def waarom(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Waarom deze datum? The explanation as it was recorded, the facts, and the earlier values of this term."""
    beeld = dossierbeeld(request, nummer, "termijn")
    termijn = get_object_or_404(beeld.dossier.termijnen.select_related("dossier__gemeente", "vervangen_door"), pk=pk)
    context = {
        "termijn": termijn,
        "regel": REGELS[termijn.code],
        "versie": date.fromisoformat(termijn.versie),
        "stand": termijn.stand(vandaag()),
        "feiten": dienst.feiten_achter(termijn=termijn, op=vandaag()),
        "eerder": dienst.eerdere_waarden(termijn=termijn),
        "later": getattr(termijn, "vervangen_door", None),
    }
    return toon_tab(request, beeld, "cases/termijn.html", context)


@pagina(Actie.DOSSIER_LEZEN)
def bijlage(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The same on paper, for the file of a bezwaar; nothing is stored."""
    dossier = haal_dossier(request, nummer, None)
    termijn = get_object_or_404(dossier.termijnen, pk=pk)
    termijn.dossier = dossier
    try:
        pdf = druk(termijnuitleg(termijn=termijn, door=request.user, op=vandaag()))
    except PdfFout as fout:
        messages.error(request, f"De bijlage kan niet worden gemaakt. {fout}")
        return redirect("cases:termijn", request.gemeente.slug, nummer, pk)
    noteer_blik(request, dossier, f"uitleg van termijn {termijn.pk}")
    return pdf_antwoord(pdf, f"termijn-{termijn.pk}")


@pagina(Actie.DOSSIER_LEZEN)
def geen_termijn(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Which terms this dossier does not have (yet), each with the reason."""
    beeld = dossierbeeld(request, nummer, "termijn")
    return toon_tab(
        request, beeld, "cases/geen_termijn.html", {"redenen": dienst.geen_termijn(dossier=beeld.dossier, op=vandaag())}
    )
