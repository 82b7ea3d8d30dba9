"""The letter beside the form."""

from base64 import b64encode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from cases.pdf import PdfFout
from cases.pdf.plaatjes import bladen
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.brief import voorbeeld

from .basis import haal_pip

BREEDTE = 760


@never_cache
@pagina(Actie.DOSSIER_LEZEN)
def plaatjes(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Every page of the preview as a picture in the page itself; nothing is stored, here or in the browser."""
    beeld, pip = haal_pip(request, nummer, "PIP-voorbeeld")
    try:
        beelden = bladen(voorbeeld(pip=pip, op=beeld.op), breedte=BREEDTE)
    except (PlanFout, PdfFout) as fout:
        return render(request, "plan/deel_bladen.html", {"reden": str(fout)})
    return render(request, "plan/deel_bladen.html", {"bladen": [b64encode(blad).decode() for blad in beelden]})
