"""The list of the team: who has no next talk planned, who is due, and where a report is missing."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from cases.klok import vandaag
from cases.models import Dossier
from cases.services.vervanging import vervangen_consulenten
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import met, onthouden_filter
from pip_plans.gesprekken.models import Gesprekkenreeks
from pip_plans.gesprekken.querysets import ReeksQuerySet

LIJSTEN = {
    "niet_gepland": "niets gepland",
    "aan_de_beurt": "aan de beurt",
    "zonder_verslag": "zonder verslag",
    "alle": "alle",
}
WIE = {"mijn": "mijn dossiers", "team": "het hele team"}
# Who had all her talks has no next day to sort by.
OP_DAG, OP_VORIGE = Sortering(("uiterlijk", "pk")), Sortering(("sinds", "pk"))


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """One of the lists, chosen in the address; only dossiers that run and that this person may see."""
    if adres := onthouden_filter(request, "voortgangsgesprekken"):
        return redirect(adres)
    op = vandaag()
    keuze, wie = _gekozen(request, "lijst", LIJSTEN), _gekozen(request, "wie", WIE, "team")
    volgorde = OP_VORIGE if keuze in ("alle", "zonder_verslag") else OP_DAG
    blad = blader(request, [_rijen(request, keuze, wie, op)], volgorde)
    context = {
        "keuze": keuze,
        "keuzes": _keuzes(request, "lijst", LIJSTEN, keuze),
        "wie": _keuzes(request, "wie", WIE, wie),
        "blad": blad,
        "regels": [_regel(rij, op) for rij in blad.rijen],
        "op": op,
    }
    return render(request, "gesprekken/lijst.html", context)


def _regel(rij: Gesprekkenreeks, op: date) -> tuple[Gesprekkenreeks, bool, bool]:
    """The row, whether it is late, and whether the talk that is planned was there already: its outcome is missing."""
    gepland = rij.gepland  # type: ignore[attr-defined]  # annotated by in_dossiers
    return rij, bool(rij.uiterlijk and rij.uiterlijk < op), bool(gepland and localdate(gepland) < op)


def _rijen(request: GemeenteRequest, keuze: str, wie: str, op: date) -> ReeksQuerySet:
    dossiers = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, op).lopend()
    if wie == "mijn":
        mensen = vervangen_consulenten(medewerker=request.user, gemeente_id=request.gemeente.pk, op=op)
        dossiers = dossiers.filter(consulent__in=mensen)
    rijen = Gesprekkenreeks.objects.in_dossiers(dossiers)
    if keuze == "alle":
        return rijen
    if keuze == "zonder_verslag":
        return rijen.zonder_verslag()
    return rijen.aan_de_beurt(op) if keuze == "aan_de_beurt" else rijen.niet_gepland()


def _gekozen(request: GemeenteRequest, naam: str, mogelijk: dict[str, str], anders: str = "niet_gepland") -> str:
    waarde = request.GET.get(naam, "")
    return waarde if waarde in mogelijk else anders


def _keuzes(request: GemeenteRequest, naam: str, mogelijk: dict[str, str], nu: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": met(request, **{naam: code}), "actief": code == nu} for code, label in mogelijk.items()
    ]
