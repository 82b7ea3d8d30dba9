"""Interpreters per month for the teamleider: every order of the gemeente, the totals, and a CSV without names."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localtime

from cases.klok import nu, vandaag
from cases.models import Dossier, Tolkopdracht
from cases.querysets.tolken import TolkopdrachtQuerySet
from cases.services import inzage
from cases.toegang import Actie

from .antwoord import csv_antwoord
from .basis import GemeenteRequest, pagina
from .filters import met

KOLOMMEN = (
    "Dossiernummer", "Datum", "Taal", "Dialect", "Hoe", "Bureau", "Kenmerk", "Besteld op", "Bevestigd op",
    "Geannuleerd op", "Minuten", "Kosten in euro", "Factuur",
)  # fmt: skip
MEESTE = 500
AFGESCHERMD = "afgeschermd"


@pagina(Actie.TOLKKOSTEN)
def overzicht(request: GemeenteRequest) -> HttpResponse:
    """`?maand=2026-11`; a protected dossier counts in the totals and is not named."""
    maand = _maand(request.GET.get("maand", ""))
    rijen = _rijen(request, maand)
    totalen = rijen.totalen()
    vorige = date(maand.year - (maand.month == 1), (maand.month - 2) % 12 + 1, 1)
    volgende = date(maand.year + maand.month // 12, maand.month % 12 + 1, 1)
    nummers = _zichtbaar(request, rijen)
    context = {
        "maand": maand,
        "regels": [(rij, nummers.get(rij.afspraak.dossier_id, "")) for rij in rijen[:MEESTE]],
        "uitvoer": f"{reverse('cases:tolkkosten_csv', args=[request.gemeente.slug])}?maand={maand:%Y-%m}",
        "totalen": totalen,
        "vorige": met(request, maand=f"{vorige:%Y-%m}"),
        "volgende": met(request, maand=f"{volgende:%Y-%m}"),
        "vol": totalen["aantal"] > MEESTE,
    }
    return render(request, "cases/tolkkosten.html", context)


@pagina(Actie.TOLKKOSTEN)
def uitvoer(request: GemeenteRequest) -> HttpResponseBase:
    """The same as CSV; the reading log keeps which dossiers were in it."""
    maand = _maand(request.GET.get("maand", ""))
    rijen = _rijen(request, maand)
    nummers = _zichtbaar(request, rijen)
    inzage.noteer_uitvoer(
        medewerker=request.user, gemeente=request.gemeente, wat="CSV van de tolken", dossier_ids=nummers, moment=nu()
    )
    return csv_antwoord(f"tolken-{maand:%Y-%m}", KOLOMMEN, _regels(rijen, nummers))


def _rijen(request: GemeenteRequest, maand: date) -> TolkopdrachtQuerySet:
    return Tolkopdracht.objects.filter(afspraak__dossier__gemeente=request.gemeente).in_maand(maand)


def _zichtbaar(request: GemeenteRequest, rijen: TolkopdrachtQuerySet) -> dict[int, str]:
    """Number per dossier, of those that this person may see."""
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    return dict(zichtbaar.filter(afspraken__tolkopdrachten__in=rijen).values_list("pk", "nummer"))


def _regels(rijen: TolkopdrachtQuerySet, nummers: dict[int, str]) -> Iterator[Sequence[Any]]:
    for rij in rijen.iterator(500):
        yield (
            nummers.get(rij.afspraak.dossier_id, AFGESCHERMD),
            f"{localtime(rij.afspraak.begin):%d-%m-%Y}",
            rij.taal,
            rij.dialect,
            rij.get_vorm_display(),
            rij.bureau,
            rij.kenmerk,
            *(f"{dag:%d-%m-%Y}" if dag else "" for dag in (rij.besteld_op, rij.bevestigd_op, rij.geannuleerd_op)),
            "" if rij.minuten is None else rij.minuten,
            "" if rij.kosten_cent is None else f"{rij.kosten_cent // 100},{rij.kosten_cent % 100:02d}",
            rij.factuur,
        )


def _maand(tekst: str) -> date:
    """The first day of the month of the address; of this month when it says nothing, or a year nobody means."""
    try:
        dag = date.fromisoformat(f"{tekst}-01")
    except ValueError:
        return vandaag().replace(day=1)
    return dag if 2000 <= dag.year <= 2100 else vandaag().replace(day=1)
