"""Hours of PVT and MAP, the eindgesprek of the MAP, and the guidance of one person."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.services.team import gespreksvoerders
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.modules import Module
from pip_plans.modules.enums import Mapresultaat, Urenmodule
from pip_plans.modules.forms.traject import BerichtForm, EindgesprekForm, UrenForm
from pip_plans.modules.services.begeleiding import leg_bericht_vast, pak_op
from pip_plans.modules.services.eindgesprek import gepland_gesprek, leg_eindgesprek_vast
from pip_plans.modules.services.plicht import begeleiding_van
from pip_plans.modules.services.stand import map_van, plicht_van
from pip_plans.modules.services.uren import leg_uren_vast, verwijder_uren
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.views.basis import verwerkt

from .basis import adres, klaar, toon_formulier, wie

TABS = {Urenmodule.PVT: "pvt", Urenmodule.MAP: "map_traject"}


@pagina(Actie.DOSSIER_LEZEN)
def map_traject(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Hours, themes and the talk of the MAP."""
    beeld = dossierbeeld(request, nummer, "MAP")
    plicht = plicht_van(beeld.dossier, beeld.feiten, Module.MAP)
    context = {
        "plicht": plicht,
        "stand": map_van(beeld.dossier, beeld.feiten, plicht) if plicht else None,
        "rijen": beeld.dossier.module_uren.filter(module="MAP"),
        "gepland": gepland_gesprek(beeld.dossier),
        "gesprekken": beeld.dossier.map_eindgesprekken.select_related("met"),
        "mag_regelen": beeld.loopt,
    }
    return toon_tab(request, beeld, "modules/map.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def uren(request: GemeenteRequest, nummer: str, module: str) -> HttpResponse:
    """Hours of one day outside a group."""
    beeld, wat = dossierbeeld(request, nummer, "uren"), module.upper()
    if wat not in Urenmodule.values:
        raise Http404
    soort = Urenmodule(wat)
    form = UrenForm(request.POST or None, module=soort)
    if verwerkt(
        request,
        form,
        lambda: leg_uren_vast(dossier=beeld.dossier, module=soort, gegevens=form.gegevens, **wie(beeld)),
    ):
        return klaar(request, beeld, TABS[soort], "De uren staan erbij.")
    return toon_formulier(request, beeld, form, f"Uren van de {soort.label} vastleggen", TABS[soort])


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("modules:overzicht")
def uren_weg(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Hours that were typed by mistake."""
    beeld = dossierbeeld(request, nummer, "uren")
    rij = get_object_or_404(beeld.dossier.module_uren, pk=pk)
    tab = TABS[Urenmodule(rij.module)]
    try:
        verwijder_uren(rij=rij, **wie(beeld))
    except UitvoeringFout as fout:
        messages.error(request, str(fout))
        return redirect(adres(request, tab, nummer=nummer))
    return klaar(request, beeld, tab, "De uren zijn verwijderd.")


@pagina(Actie.DOSSIER_BEWERKEN)
def eindgesprek(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """How the talk went."""
    beeld = dossierbeeld(request, nummer, "eindgesprek MAP")
    mensen = gespreksvoerders(gemeente=request.gemeente, op=beeld.op)
    form = EindgesprekForm(request.POST or None, mensen=mensen, initial={"datum": beeld.op, "met": request.user.pk})

    def doe() -> None:
        velden: dict[str, Any] = form.cleaned_data | {"resultaat": Mapresultaat(form.cleaned_data["resultaat"])}
        leg_eindgesprek_vast(dossier=beeld.dossier, **velden, **wie(beeld))

    if verwerkt(request, form, doe):
        return klaar(request, beeld, "map_traject", "Vastgelegd. Het verslag staat bij Documenten; verstuur het daar.")
    uitleg = "Het gesprek voert u zelf met de inburgeraar, namens de gemeente. Het verslag is een brief."
    return toon_formulier(request, beeld, form, "Eindgesprek van de MAP", "map_traject", uitleg)


@pagina(Actie.DOSSIER_LEZEN)
def begeleiding(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The right, who guides, and what they told us."""
    beeld = dossierbeeld(request, nummer, "maatschappelijke begeleiding")
    rijen = beeld.dossier.plaatsingen.filter(soort="begeleiding").select_related("contract__aanbieder", "aanbieder")
    berichten = list(beeld.dossier.begeleidingsberichten.all())
    context = {
        "recht": begeleiding_van(beeld.dossier, beeld.feiten, beeld.op),
        "plaatsingen": rijen,
        "berichten": berichten,
        "taalcoach": next((rij for rij in berichten if rij.taalcoach), None),
        "mag_regelen": beeld.loopt,
    }
    return toon_tab(request, beeld, "modules/begeleiding.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def bericht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A message of who guides."""
    beeld = dossierbeeld(request, nummer, "maatschappelijke begeleiding")
    form = BerichtForm(request.POST or None, initial={"datum": beeld.op})
    if verwerkt(
        request, form, lambda: leg_bericht_vast(dossier=beeld.dossier, gegevens=form.cleaned_data, **wie(beeld))
    ):
        return klaar(request, beeld, "begeleiding", "Het bericht is vastgelegd.")
    return toon_formulier(request, beeld, form, "Bericht over de begeleiding", "begeleiding")


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("modules:begeleiding")
def opgepakt(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Somebody saw to a flag."""
    beeld = dossierbeeld(request, nummer, "maatschappelijke begeleiding")
    pak_op(bericht=get_object_or_404(beeld.dossier.begeleidingsberichten, pk=pk), **wie(beeld))
    messages.success(request, "Vastgelegd dat het signaal is opgepakt.")
    return redirect(adres(request, "begeleiding", nummer=nummer))
