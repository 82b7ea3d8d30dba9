"""The tab Koppeling en AZC, and the day sheet for a visit."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cases.forms.koppeling import DagstaatForm, OverdrachtForm, VoorinburgeringForm
from cases.instellingen import instelling
from cases.klok import nu, vandaag
from cases.models import Dossier
from cases.panelen import Dossierbeeld
from cases.pdf import maak_pdf
from cases.services import dagstaat as dienst
from cases.services import inzage, koppeling
from cases.services.contact import contactwijze
from cases.toegang import Actie, mag, weigering
from inburgering.recht.feiten import FeitSoort

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.DOSSIER_LEZEN)
def tab(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """How the first contact goes, what the COA handed over, and what was done in the AZC."""
    beeld = dossierbeeld(request, nummer, "koppeling en AZC")
    gepost = {naam: request.POST if naam in request.POST else None for naam in ("overdracht", "voorinburgering")}
    overdracht = OverdrachtForm(gepost["overdracht"], dossier=beeld.dossier, op=beeld.op, prefix="o")
    voor = VoorinburgeringForm(gepost["voorinburgering"], dossier=beeld.dossier, prefix="v")
    if request.method == "POST":
        if not mag(request.rollen, Actie.DOSSIER_BEWERKEN):
            raise PermissionDenied(weigering(Actie.DOSSIER_BEWERKEN))
        if _bewaar(request, beeld, overdracht, voor):
            return redirect("cases:koppeling", gemeente=request.gemeente.slug, nummer=nummer)
    context = {
        "wijze": contactwijze(gemeente=request.gemeente, feiten=beeld.feiten, op=beeld.op),
        "koppeling": beeld.feiten.laatste(FeitSoort.KOPPELING),
        "contact": beeld.feiten.eerste(FeitSoort.EERSTE_CONTACT),
        "overdracht": overdracht,
        "voorinburgering": voor,
        "punten": beeld.dossier.overdrachtpunten.select_related("door").order_by("gedaan_op"),
        "delen": beeld.dossier.voorinburgering.all(),
    }
    return toon_tab(request, beeld, "cases/dossier/koppeling.html", context)


def _bewaar(
    request: GemeenteRequest, beeld: Dossierbeeld, overdracht: OverdrachtForm, voor: VoorinburgeringForm
) -> bool:
    """Store the form whose button was pressed; False when it has a fault."""
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if overdracht.is_bound and overdracht.is_valid():
        koppeling.werk_overdracht_bij(punten=overdracht.punten(), **wie)
        koppeling.kies_scenario(scenario=overdracht.scenario_gekozen(), **wie)
    elif voor.is_bound and voor.is_valid():
        koppeling.werk_voorinburgering_bij(delen=voor.delen(), **wie)
    else:
        return False
    messages.success(request, "Opgeslagen.")
    return True


@pagina(Actie.DOSSIER_BEWERKEN)
def dagstaat(request: GemeenteRequest) -> HttpResponse:
    """Choose an AZC and a day; the sheet itself is a PDF. It is never stored, and who was on it is logged."""
    azcs, _ = instelling(request.gemeente, "azc_bezoek", vandaag())
    gekozen = bool(request.GET.keys() & {"toon", "pdf"})
    form = DagstaatForm(request.GET if gekozen else None, azcs=azcs, initial={"dag": vandaag()})
    staat = None
    if gekozen and form.is_valid():
        zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
        staat = dienst.maak_dagstaat(
            gemeente=request.gemeente,
            dossiers=zichtbaar,
            medewerker=request.user,
            azc=form.cleaned_data["azc"],
            dag=form.cleaned_data["dag"],
        )
        if "pdf" in request.GET:
            return _als_pdf(request, staat)
    return render(request, "cases/dagstaat.html", {"form": form, "staat": staat, "vraag": request.GET.urlencode()})


def _als_pdf(request: GemeenteRequest, staat: dienst.Dagstaat) -> HttpResponse:
    inzage.noteer_uitvoer(
        medewerker=request.user,
        gemeente=request.gemeente,
        wat="dagstaat",
        dossier_ids=staat.dossier_ids,
        moment=nu(),
    )
    return pdf_antwoord(maak_pdf("dagstaat/v1", staat.inhoud.als_json()), f"dagstaat-{staat.inhoud.datum}")
