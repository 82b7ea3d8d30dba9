"""The route advice on the screens of the PIP: beside the choice, for who writes and for who reads."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.feiten import LEERROUTE_LABELS
from pip_plans.plan.routewaarden import Plek
from pip_plans.plan.services.routeadvies import advies
from pip_plans.plan.services.situatie import Situatie, situatie_met

PAGINAS = {Plek.PERSOON: "cases:persoon_wijzigen", Plek.TOETS: "intake:toets", Plek.TAALSTART: "intake:taalstart"}


@pagina(Actie.DOSSIER_LEZEN)
def routeadvies(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The advice on a page of its own, also before there is a PIP."""
    beeld = dossierbeeld(request, nummer, "argumenten leerroute")
    context = routebeeld(beeld, situatie_met(beeld.dossier, beeld.feiten))
    return toon_tab(request, beeld, "plan/routeadvies.html", context)


def routebeeld(beeld: Dossierbeeld, gegevens: Situatie) -> dict[str, Any]:
    """What `plan/deel_routeadvies.html` shows: per route what speaks for and against, and what is missing."""
    gevonden = advies(dossier=beeld.dossier, situatie=gegevens, op=beeld.op)
    if gevonden is None:
        return {"routeadvies": None}
    routes = [(LEERROUTE_LABELS[deel.route], deel.voor, deel.tegen) for deel in gevonden.routes]
    ontbreekt = [(gemis, _adres(beeld, gemis.plek)) for gemis in gevonden.ontbreekt]
    return {"routeadvies": {"routes": routes, "ontbreekt": ontbreekt}}


def _adres(beeld: Dossierbeeld, plek: Plek) -> str:
    waar = {"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer}
    if plek in PAGINAS:
        return reverse(PAGINAS[plek], kwargs=waar)
    return f"{reverse('intake:leefgebieden', kwargs=waar)}#{plek.value}"
