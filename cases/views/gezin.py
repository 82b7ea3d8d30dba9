"""The page of a gezin: members, one planning, children, and what is typed once for several members."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cases.enums import Dossierstatus
from cases.forms.afspraken import voorstel
from cases.forms.gezin import GezinsafspraakForm, GezinsfeitForm, GezinsgegevensForm, GezinVerlatenForm, KindForm
from cases.forms.persoon import neem_fouten_over
from cases.klok import nu
from cases.models import Dossier, Gezinskind
from cases.panelen import Dossierbeeld
from cases.services import gezinnen, gezinsgegevens, gezinshistorie, gezinsplanning, inzage
from cases.services.gezinsoverzicht import leden_in_beeld
from cases.services.team import gespreksvoerders
from cases.toegang import Actie
from inburgering.recht.feiten import LABELS, FeitSoort

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab

WAT = "gezin"


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Who belongs to the gezin and what is planned, as far as this person may see it."""
    beeld = dossierbeeld(request, nummer, WAT)
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
    leden = _leden(request, beeld)
    planning = gezinsplanning.planning(leden=leden)
    gezin = beeld.dossier.inburgeraar.gezin
    context = {
        "leden": leden_in_beeld(leden=leden, planning=planning, op=beeld.op),
        "planning": planning,
        "kinderen": [(kind, kind.leeftijd(beeld.op)) for kind in gezinnen.kinderen_van(dossier=beeld.dossier)],
        "historie": gezinshistorie.geschiedenis(gezin=gezin, zichtbaar=zichtbaar) if gezin else [],
    }
    return toon_tab(request, beeld, "cases/gezin/overzicht.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def afspraken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Plan a talk for several members; when somebody is busy then, say so first."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = GezinsafspraakForm(
        request.POST or None,
        leden=_leden(request, beeld, lopend=True),
        medewerkers=gespreksvoerders(gemeente=request.gemeente, op=beeld.op),
        initial=voorstel(beeld.dossier, soort="", datum=None, medewerker=request.user),
    )
    form.annuleer_url = _adres(request, "gezin_pagina", nummer)
    botsend: list[str] = []
    if request.method == "POST" and form.is_valid():
        botsend = _plan(request, beeld, form)
        if form.is_valid() and not botsend:
            return redirect(_adres(request, "gezin_pagina", nummer))
    return toon_tab(request, beeld, "cases/gezin/afspraken.html", {"form": form, "botsingen": botsend})


def _plan(request: GemeenteRequest, beeld: Dossierbeeld, form: GezinsafspraakForm) -> list[str]:
    """Plan, or return the sentences about who is busy when they were not on the screen yet."""
    vakken = gezinsplanning.tijdvakken(
        dossiers=form.gekozen,
        begin=form.begin,
        duur_minuten=form.cleaned_data["duur_minuten"],
        na_elkaar=form.cleaned_data["na_elkaar"],
        pauze_minuten=form.cleaned_data["pauze_minuten"] or 0,
    )
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
    gevonden = gezinsplanning.botsingen(vakken=vakken, met=form.cleaned_data["met"], zichtbaar=zichtbaar)
    if gevonden and request.POST.get("gezien") != " ".join(gevonden):
        form.data = _met(request, gezien=" ".join(gevonden))
        return gevonden
    try:
        rijen = gezinsplanning.plan_voor_gezin(vakken=vakken, gegevens=form.gegevens, door=request.user, op=beeld.op)
        messages.success(
            request, f"{len(rijen)} afspraken zijn gepland." if len(rijen) > 1 else "De afspraak is gepland."
        )
    except gezinsplanning.PlanningFout as fout:
        form.add_error(fout.veld, str(fout))
    except ValidationError as fout:
        neem_fouten_over(form, fout)
    return []


@pagina(Actie.DOSSIER_BEWERKEN)
def gegevens(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Address, telephone and language: first what changes per member, then stored."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = GezinsgegevensForm(request.POST or None, leden=_leden(request, beeld))
    form.annuleer_url = terug = _adres(request, "gezin_pagina", nummer)
    if request.method != "POST" or not form.is_valid():
        return toon_tab(request, beeld, "cases/gezin/formulier.html", {"form": form, "kop": "Gegevens van het gezin"})
    wat: dict[str, Any] = {"dossiers": form.gekozen, "persoon": form.persoon()}
    if "bevestig" not in request.POST:
        context = {"form": form, "wijzigingen": gezinsgegevens.bekijk_persoon(**wat)}
        return toon_tab(request, beeld, "cases/gezin/gegevens_verschil.html", context)
    gewijzigd = gezinsgegevens.pas_persoon_toe(**wat, door=request.user, op=beeld.op)
    messages.success(request, f"Opgeslagen bij {_namen(gewijzigd)}." if gewijzigd else "Er is niets veranderd.")
    return redirect(terug)


@pagina(Actie.DOSSIER_BEWERKEN)
def feit(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """One fact for several members: first which terms move, then stored in each dossier."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = GezinsfeitForm(request.POST or None, leden=_leden(request, beeld, lopend=True), op=beeld.op)
    form.annuleer_url = terug = _adres(request, "gezin_pagina", nummer)
    if request.method != "POST" or not form.is_valid():
        return toon_tab(request, beeld, "cases/gezin/formulier.html", {"form": form, "kop": "Een feit voor het gezin"})
    soort = FeitSoort(form.cleaned_data["soort"])
    wat: dict[str, Any] = {"dossiers": form.gekozen, "soort": soort, "datum": form.cleaned_data["datum"]}
    wat |= {"gegevens": form.gegevens(), "op": beeld.op}
    if "bevestig" not in request.POST:
        context = {"form": form, "feit": LABELS[soort][0], "gevolgen": gezinsgegevens.bekijk_feit(**wat)}
        return toon_tab(request, beeld, "cases/gezin/feit_verschuift.html", context)
    nieuw = gezinsgegevens.leg_feit_vast(**wat, toelichting=form.cleaned_data["toelichting"], door=request.user)
    zin = f"Vastgelegd bij {_namen(nieuw)}: {LABELS[soort][0]}." if nieuw else "Dit feit stond er bij iedereen al."
    messages.success(request, zin)
    return redirect(terug)


@pagina(Actie.DOSSIER_BEWERKEN)
def kind(request: GemeenteRequest, nummer: str, pk: int | None = None) -> HttpResponse:
    """A child of the gezin: new, or changed."""
    beeld = dossierbeeld(request, nummer, WAT)
    getoond = Gezinskind.objects.getoond_bij(beeld.dossier.inburgeraar)
    rij = get_object_or_404(getoond, pk=pk) if pk else None
    form = KindForm(request.POST or None, instance=rij, op=beeld.op)
    form.annuleer_url = terug = _adres(request, "gezin_pagina", nummer)
    if request.method == "POST" and form.is_valid():
        try:
            gezinnen.leg_kind_vast(
                dossier=beeld.dossier, gegevens=form.cleaned_data, kind=rij, door=request.user, op=beeld.op
            )
            messages.success(request, "De gegevens van het kind zijn opgeslagen.")
            return redirect(terug)
        except ValidationError as fout:
            neem_fouten_over(form, fout)
    return toon_tab(request, beeld, "cases/gezin/formulier.html", {"form": form, "kop": "Kind in het gezin"})


@pagina(Actie.DOSSIER_BEWERKEN)
def verlaten(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Out of the gezin, with the date and the reason."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = GezinVerlatenForm(request.POST or None, op=beeld.op)
    form.annuleer_url = terug = _adres(request, "persoon", nummer)
    if request.method == "POST" and form.is_valid():
        gezinnen.maak_los(dossier=beeld.dossier, door=request.user, op=beeld.op, **form.cleaned_data)
        messages.success(request, "Deze persoon hoort niet meer bij het gezin.")
        return redirect(terug)
    return toon_tab(request, beeld, "cases/gezin/formulier.html", {"form": form, "kop": "Uit dit gezin halen"})


def _leden(request: GemeenteRequest, beeld: Dossierbeeld, *, lopend: bool = False) -> list[Dossier]:
    """The visible members; each look is logged in his own dossier."""
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
    leden = gezinnen.huishouden(dossier=beeld.dossier, zichtbaar=zichtbaar)
    if lopend:
        leden = [lid for lid in leden if lid.status == Dossierstatus.LOPEND]
    for lid in leden:
        if lid.pk != beeld.dossier.pk:
            inzage.noteer(medewerker=request.user, dossier=lid, wat=WAT, moment=nu())
    return leden


def _met(request: GemeenteRequest, **velden: str) -> QueryDict:
    data = request.POST.copy()
    data.update(velden)
    return data


def _namen(leden: list[Dossier]) -> str:
    return ", ".join(lid.inburgeraar.naam for lid in leden)


def _adres(request: GemeenteRequest, naam: str, nummer: str) -> str:
    return reverse(f"cases:{naam}", kwargs={"gemeente": request.gemeente.slug, "nummer": nummer})
