"""The months of everybody: person × kind of fixed cost, and what ends when."""

from django.http import HttpResponse
from django.shortcuts import render

from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import met
from ontzorgen.forms.velden import lees_maand
from ontzorgen.maanden import eerste_dag, maanden_vanaf, vorige_maand
from ontzorgen.services.maandmatrix import einden, in_maanden, maandmatrix

from .basis import beleidsbeeld, noteer_gezien, zichtbare_dossiers

OP_NAAM = Sortering(("inburgeraar__sorteernaam", "pk"))
AANTAL, PER_BLAD = 3, 25


@pagina(Actie.ONTZORGEN_LEZEN)
def maanden(request: GemeenteRequest) -> HttpResponse:
    """Three months from the one in the address; a month that cannot be read is this one."""
    op = vandaag()
    vanaf = lees_maand(request.GET.get("vanaf", "")) or eerste_dag(op)
    reeks = maanden_vanaf(vanaf, AANTAL)
    zichtbaar = zichtbare_dossiers(request, op)
    blad = blader(request, [in_maanden(zichtbaar, reeks).select_related("inburgeraar", "gemeente")], OP_NAAM, PER_BLAD)
    soorten, rijen = maandmatrix(blad.rijen, reeks, op=op)
    ten_einde = einden(zichtbaar, reeks)
    mensen = {*blad.rijen, *(einde.dossier for einde in ten_einde)}
    noteer_gezien(request, mensen, "ontzorgen per maand")
    context = {
        "maanden": reeks,
        "soorten": soorten,
        "rijen": rijen,
        "blad": blad,
        "einden": ten_einde,
        "eerder": met(request, vanaf=f"{vorige_maand(vanaf):%Y-%m}"),
        "later": met(request, vanaf=f"{reeks[1]:%Y-%m}"),
        **beleidsbeeld(request, mensen, op),
    }
    return render(request, "ontzorgen/maanden.html", context)
