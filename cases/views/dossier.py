"""The overview of a dossier, and its BSN when somebody asks for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from cases import panelen
from cases.klok import nu
from cases.services import inzage
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, kader, toon_tab


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What happened, what the law asks by when, and what to do now."""
    beeld = dossierbeeld(request, nummer, "dossier")
    return toon_tab(request, beeld, "cases/dossier/overzicht.html", {"stappen": panelen.wat_nu(beeld)})


@require_POST
@pagina(Actie.DOSSIER_LEZEN)
def bsn_tonen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The whole BSN, shown on purpose and logged as such; a POST, so that no address shows it by itself."""
    beeld = dossierbeeld(request, nummer, "dossier")
    inzage.noteer(medewerker=request.user, dossier=beeld.dossier, wat="BSN getoond", moment=nu())
    context = {**kader(request, beeld), "bsn_getoond": True}
    return render(request, "cases/dossier/bsn.html" if request.htmx else "cases/dossier/bsn_pagina.html", context)
