"""The page Termijnen: compute one term by hand, with its explanation."""

from django.http import HttpResponse
from django.shortcuts import render

from cases.forms.termijnen import RekenhulpForm
from cases.kalender import kalender
from cases.toegang import Actie
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import uitleg

from .basis import GemeenteRequest, pagina


@pagina(Actie.TERMIJNEN_BEREKENEN)
def rekenhulp(request: GemeenteRequest) -> HttpResponse:
    """Nothing is stored, so the form is a GET and its answer has an address of its own."""
    form = RekenhulpForm(request.GET or None)
    uitkomst = None
    if form.is_valid():
        uitkomst = bereken(form.cleaned_data["code"], form.cleaned_data["start"], kalender())
    context = {"form": form, "uitkomst": uitkomst, "zinnen": uitleg(uitkomst) if uitkomst else []}
    return render(request, "cases/termijnen.html", context)
