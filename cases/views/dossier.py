"""The overview of a dossier, and its BSN when somebody asks for it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases import dossiertijdlijn, panelen
from cases.feitwoorden import gegevens_in_woorden
from cases.klok import nu
from cases.models import Termijn
from cases.models.termijn import BINNENKORT
from cases.services import duo_portaal, inzage
from cases.services.feiten import HANDMATIG
from cases.services.waarom import geen_termijn
from cases.toegang import Actie, mag

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, kader, toon_tab

MEESTE = 5


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What happened, what the law asks by when, and what to do now."""
    beeld = dossierbeeld(request, nummer, "dossier")
    context = {
        "stappen": [(stap, _stand(stap.uiterlijk, beeld.op)) for stap in panelen.wat_nu(beeld)],
        "punten": dossiertijdlijn.punten(beeld),
        "perioden": dossiertijdlijn.perioden(beeld),
        "termijnen": _termijnen(beeld),
        "redenen": _redenen(geen_termijn(dossier=beeld.dossier, op=beeld.op)),
        "feiten": _feiten(beeld),
        "notities": beeld.dossier.notities.select_related("door")[:MEESTE],
        "afspraken": beeld.dossier.afspraken.open().select_related("met").met_tolk()[:MEESTE],
        "te_melden": duo_portaal.te_melden(beeld.dossier, beeld.feiten),
        "mag_toewijzen": mag(request.rollen, Actie.TOEWIJZEN),
    }
    return toon_tab(request, beeld, "cases/dossier/overzicht.html", context)


@require_POST
@pagina(Actie.DOSSIER_BEWERKEN)
def pip_gemeld(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The values of the PIP were typed into the portal of DUO."""
    beeld = dossierbeeld(request, nummer, "dossier")
    duo_portaal.noteer_gemeld(dossier=beeld.dossier, feiten=beeld.feiten, door=request.user, op=beeld.op)
    messages.success(request, "Vastgelegd: het PIP is gemeld in het DUO-portaal.")
    return redirect("cases:dossier", gemeente=request.gemeente.slug, nummer=nummer)


@require_POST
@pagina(Actie.DOSSIER_LEZEN)
def bsn_tonen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The whole BSN, shown on purpose and logged as such; a POST, so that no address shows it by itself."""
    beeld = dossierbeeld(request, nummer, "dossier")
    inzage.noteer(medewerker=request.user, dossier=beeld.dossier, wat="BSN getoond", moment=nu())
    context = {**kader(request, beeld), "bsn_getoond": True}
    return render(request, "cases/dossier/bsn.html" if request.htmx else "cases/dossier/bsn_pagina.html", context)


def _termijnen(beeld: panelen.Dossierbeeld) -> list[tuple[Termijn, str]]:
    """Open terms first, the most urgent on top; what is over comes last."""
    volgorde = ("te_laat", "binnenkort", "later", "te_laat_gedaan", "gehaald", "verstreken", "vervallen")
    rijen = [(termijn, termijn.stand(beeld.op)) for termijn in beeld.termijnen]
    return sorted(rijen, key=lambda rij: (volgorde.index(rij[1]), rij[0].ruwe_dag))


def _redenen(geen: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Why terms are absent: every sentence once, with the names of the terms it is about."""
    namen: dict[str, list[str]] = {}
    for naam, zin in geen:
        namen.setdefault(zin, []).append(naam)
    return {", ".join(gevonden): zin for zin, gevonden in namen.items()}


def _feiten(beeld: panelen.Dossierbeeld) -> list[dict[str, Any]]:
    """The facts that hold, newest first, each with its number when a hand may correct it."""
    return [
        {
            "feit": feit,
            "gegevens": ", ".join(gegevens_in_woorden(feit.gegevens)),
            "pk": int(feit.id) if feit.soort in HANDMATIG else None,
        }
        for feit in sorted(beeld.feiten.feiten, key=lambda feit: feit.volgorde, reverse=True)
    ]


def _stand(dag: date | None, op: date) -> str:
    """The badge of a step: its day is a day to plan on, so it is late only when that day has passed."""
    if dag is None:
        return ""
    return "te_laat" if dag < op else "binnenkort" if dag <= op + BINNENKORT else "later"
