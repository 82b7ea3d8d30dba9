"""The frame of every dossier page, of every app: what is fetched once, and the header and tabs around a tab."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cases.enums import Termijnstatus
from cases.klok import vandaag
from cases.kopmeldingen import kopmeldingen
from cases.panelen import Dossierbeeld, tabs
from cases.services.termijnen import dossierfeiten_van
from cases.toegang import Actie, mag
from inburgering.recht.feiten import DOELGROEP_LABELS

from .basis import GemeenteRequest, haal_dossier


def dossierbeeld(
    request: GemeenteRequest, nummer: str, wat: str | None, deel: Actie = Actie.DOSSIER_LEZEN
) -> Dossierbeeld:
    """The dossier with its facts and terms, in a number of queries that does not grow; the look is logged as `wat`.

    Http404 for who may not see the dossier. `wat` ends up in the reading log: 'dossier', 'brede intake', 'PIP';
    None, and `deel`, as in `haal_dossier`.
    """
    dossier = haal_dossier(request, nummer, wat, deel)
    return Dossierbeeld(
        dossier=dossier,
        feiten=dossierfeiten_van(dossier),
        termijnen=list(dossier.termijnen.exclude(status=Termijnstatus.VERVANGEN)),
        medewerker=request.user,
        op=vandaag(),
    )


def toon_tab(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a template that extends `cases/dossier_basis.html`, with the frame around it."""
    return render(request, template, {**kader(request, beeld), **(context or {})}, status=status)


def kader(request: GemeenteRequest, beeld: Dossierbeeld) -> dict[str, Any]:
    """What `cases/dossier_basis.html` shows: the person line, the tabs of this role, and who may edit."""
    groep = beeld.feiten.doelgroep
    return {
        "beeld": beeld,
        "dossier": beeld.dossier,
        "persoon": beeld.dossier.inburgeraar,
        "doelgroep": DOELGROEP_LABELS[groep] if groep else "",
        "op": beeld.op,
        "mag_lezen": mag(request.rollen, Actie.DOSSIER_LEZEN),
        "mag_bewerken": mag(request.rollen, Actie.DOSSIER_BEWERKEN),
        "tabbladen_dossier": _tabbladen(request, beeld),
        "kopmeldingen": partial(kopmeldingen, beeld, request.rollen),  # asked by the pages that show it
    }


def _tabbladen(request: GemeenteRequest, beeld: Dossierbeeld) -> list[dict[str, Any]]:
    """A tab is current on its own page and on every page below it; the overview is above all of them."""
    mogen = (ingang for ingang in tabs() if mag(request.rollen, ingang.actie))
    zichtbaar = [ingang for ingang in mogen if ingang.toon is None or ingang.toon(beeld)]
    nummer = beeld.dossier.nummer
    adressen = [reverse(i.url_naam, kwargs={"gemeente": request.gemeente.slug, "nummer": nummer}) for i in zichtbaar]
    hier = max((adres for adres in adressen if request.path.startswith(adres)), key=len, default="")
    return [
        {"label": ingang.label, "url": adres, "actief": adres == hier}
        for ingang, adres in zip(zichtbaar, adressen, strict=True)
    ]
