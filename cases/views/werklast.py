"""For the teamleider: the work of every consulent, and the coming ten weeks."""

from django.http import HttpResponse
from django.shortcuts import render

from cases import weekbeeld
from cases.klok import vandaag
from cases.models import Dossier
from cases.services import werklast as dienst
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .bladeren import Sortering, blader

OP_NAAM = Sortering(("naam", "pk"))


@pagina(Actie.TOEWIJZEN)
def werklast(request: GemeenteRequest) -> HttpResponse:
    """A row per consulent, the dossiers of nobody first, and all together as a picture."""
    op = vandaag()
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, op)
    blad = blader(request, [dienst.met_werk(gemeente=request.gemeente, op=op)], OP_NAAM)
    wie = [None, *(medewerker.pk for medewerker in blad.rijen)]
    lasten = dienst.lasten(dossiers=zichtbaar, gemeente=request.gemeente, van=wie, op=op)
    totaal = dienst.totaal(dossiers=zichtbaar, gemeente=request.gemeente, op=op)
    context = {
        "blad": blad,
        "maandagen": dienst.maandagen(op),
        "niemand": lasten[None],
        "rijen": [(medewerker, lasten[medewerker.pk]) for medewerker in blad.rijen],
        "totaal": totaal,
        "staven": weekbeeld.teken(dienst.maandagen(op), totaal.weken),
        "beeld": weekbeeld,
    }
    return render(request, "cases/werklast.html", context)
