"""The agenda of a day or a week: one's own afspraken, those of whom one replaces, or of the whole team."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime

from cases.klok import vandaag
from cases.models import Afspraak, Dossier
from cases.services.vervanging import vervangen_consulenten
from cases.toegang import Actie, mag

from .basis import GemeenteRequest, pagina
from .filters import met

MEESTE = 300
EEN_DAG, EEN_WEEK = timedelta(days=1), timedelta(days=7)


@pagina(Actie.DOSSIER_LEZEN)
def agenda(request: GemeenteRequest) -> HttpResponse:
    """`?van=` is any day of the period, `?periode=` dag or week, `?wie=` mijn or team."""
    per_dag, team = request.GET.get("periode") == "dag", request.GET.get("wie") == "team"
    van = _dag(request.GET.get("van", ""))
    van = van if per_dag else van - timedelta(days=van.weekday())
    stap = EEN_DAG if per_dag else EEN_WEEK
    rijen = _afspraken(request, van, van + stap - EEN_DAG, team)
    context = {
        "van": van,
        "tot": van + stap - EEN_DAG,
        "dagen": [(dag, list(groep)) for dag, groep in groupby(rijen, key=lambda rij: localtime(rij.begin).date())],
        "vorige": met(request, van=str(van - stap)),
        "volgende": met(request, van=str(van + stap)),
        "nu": met(request, van=str(vandaag())),
        "periodes": _keuze(request, "periode", [("week", "week", not per_dag), ("dag", "dag", per_dag)]),
        "wie": _keuze(request, "wie", [("mijn", "mijn", not team), ("team", "team", team)]),
        "mag_bewerken": mag(request.rollen, Actie.DOSSIER_BEWERKEN),
        "vol": len(rijen) == MEESTE,
    }
    return render(request, "cases/agenda.html", context)


def _afspraken(request: GemeenteRequest, van: date, tot: date, team: bool) -> list[Afspraak]:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    rijen = Afspraak.objects.tussen(van, tot).niet_geannuleerd().filter(dossier__in=zichtbaar)
    if not team:
        mijn = vervangen_consulenten(medewerker=request.user, gemeente_id=request.gemeente.pk, op=vandaag())
        rijen = rijen.filter(met__in=mijn)
    return list(rijen.select_related("dossier__inburgeraar", "met").met_tolk()[:MEESTE])


def _keuze(request: GemeenteRequest, naam: str, keuzes: list[tuple[str, str, bool]]) -> list[dict[str, Any]]:
    return [{"label": label, "url": met(request, **{naam: waarde}), "actief": nu} for waarde, label, nu in keuzes]


def _dag(tekst: str) -> date:
    """The day of the address; today when it says nothing, or a year no agenda reaches."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return vandaag()
    return dag if 2000 <= dag.year <= 2100 else vandaag()
