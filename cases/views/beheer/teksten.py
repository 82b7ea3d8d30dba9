"""The texts in letters that the gemeente words itself, with their versions and how easy they read."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from cases.forms.beheer import TekstblokForm
from cases.klok import vandaag
from cases.services import teksten as dienst
from cases.services.leesbaarheid import STREEF, UITLEG, is_moeilijk
from cases.teksten import STANDAARD, tekst
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina

TIPS = "Korte zinnen en korte woorden helpen."


@pagina(Actie.BEHEREN)
def teksten(request: GemeenteRequest) -> HttpResponse:
    """Every text as it is in force, and which one comes."""
    rijen = dienst.overzicht(gemeente=request.gemeente, op=vandaag())
    context = {"rijen": rijen, "titel": "Teksten in brieven", "uitleg": UITLEG, "streef": STREEF}
    return render(request, "cases/beheer/teksten.html", context)


@pagina(Actie.BEHEREN)
def wijzigen(request: GemeenteRequest, code: str) -> HttpResponse:
    """A new version of one text beside all others; 'bekijk' shows what was typed and saves nothing."""
    blok = STANDAARD.get(code)
    if blok is None:
        raise Http404
    begin = {"tekst": tekst(request.gemeente, code, vandaag()), "geldig_vanaf": vandaag()}
    form = TekstblokForm(request.POST or None, initial=begin)
    bekeken = None
    if form.is_bound and form.is_valid():
        if "bekijk" in request.POST:
            bekeken = dienst.zoals_getypt(code=code, **form.cleaned_data)
        elif _bewaar(request, code, form):
            return redirect("cases:tekst", request.gemeente.slug, code)
    context = {
        "form": form,
        "blok": blok,
        "bekeken": bekeken,
        "versies": dienst.versies(gemeente=request.gemeente, code=code, op=vandaag()),
        "uitleg": UITLEG,
        "streef": STREEF,
    }
    return render(request, "cases/beheer/tekst.html", context)


def _bewaar(request: GemeenteRequest, code: str, form: TekstblokForm) -> bool:
    try:
        rij = dienst.wijzig_tekst(gemeente=request.gemeente, code=code, op=vandaag(), **form.cleaned_data)
    except dienst.TekstFout as fout:
        form.add_error("geldig_vanaf" if form.cleaned_data["geldig_vanaf"] < vandaag() else "tekst", str(fout))
        return False
    getal = rij.leesgetal or 0
    messages.success(request, f"‘{rij.titel}’ is opgeslagen. Het leesgetal is {getal}.")
    if is_moeilijk(getal):
        messages.warning(request, f"Deze tekst is moeilijk: {getal}, en {STREEF} is het doel. {TIPS}")
    return True
