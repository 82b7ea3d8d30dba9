"""The PVT of one person: the group, the hours, the signing, and rounding off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.modules import Module
from pip_plans.modules.enums import Verklaringstand, Vervolg
from pip_plans.modules.forms.pvt import AanmeldForm, OndertekeningForm, UitkomstForm, VervolgForm
from pip_plans.modules.models import Pvtgroep
from pip_plans.modules.querysets import met_bezetting, met_uren
from pip_plans.modules.services import groepen, verklaringen
from pip_plans.modules.services.brief import schrijf_uitnodiging
from pip_plans.modules.services.stand import Pvtstand, plicht_van, pvt_van
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.views.basis import verwerkt

from .basis import adres, klaar, toon_formulier, wie

WAT, TAB = "PVT", "pvt"


def stand_van(beeld: Dossierbeeld) -> Pvtstand | None:
    """How far somebody is; None while the group is not known."""
    plicht = plicht_van(beeld.dossier, beeld.feiten, Module.PVT)
    return pvt_van(beeld.dossier, beeld.feiten, plicht) if plicht else None


@pagina(Actie.DOSSIER_LEZEN)
def pvt(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, WAT)
    deelnames = beeld.dossier.pvtdeelnames.select_related("groep__aanbieder")
    context = {
        "stand": stand_van(beeld),
        "deelnames": met_uren(deelnames),
        "elders": beeld.dossier.module_uren.filter(module="PVT"),
        "verklaringen": beeld.dossier.verklaringen.all(),
        "mag_regelen": beeld.loopt,
    }
    return toon_tab(request, beeld, "modules/pvt.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def aanmelden(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A place in a group."""
    beeld = dossierbeeld(request, nummer, WAT)
    al = beeld.dossier.pvtdeelnames.filter(gestopt_op=None).values("groep")
    keuze = met_bezetting(Pvtgroep.objects.filter(gemeente=request.gemeente).exclude(pk__in=al))
    form = AanmeldForm(request.POST or None, groepen=keuze)
    if verwerkt(request, form, lambda: groepen.meld_aan(dossier=beeld.dossier, **form.cleaned_data, **wie(beeld))):
        return klaar(request, beeld, TAB, "Aangemeld. Maak nu de uitnodiging, zodra de dagen bekend zijn.")
    return toon_formulier(request, beeld, form, "Aanmelden voor een groep", TAB)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("modules:pvt")
def uitnodigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The letter with the days that are still to come."""
    beeld = dossierbeeld(request, nummer, WAT)
    deelname = get_object_or_404(beeld.dossier.pvtdeelnames.filter(gestopt_op=None).select_related("groep"), pk=pk)
    deelname.dossier, stand = beeld.dossier, stand_van(beeld)
    norm = stand.norm if stand else 0
    return _druk(
        request,
        nummer,
        lambda: schrijf_uitnodiging(deelname, norm=norm, **wie(beeld)),
        "De uitnodiging staat bij Documenten; verstuur haar daar.",
    )


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("modules:pvt")
def stoppen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Out of the group; what he followed stays."""
    beeld = dossierbeeld(request, nummer, WAT)
    deelname = get_object_or_404(beeld.dossier.pvtdeelnames, pk=pk)
    gedaan = "Uit de groep gehaald. De gevolgde uren blijven staan."
    return _druk(request, nummer, lambda: groepen.stop(deelname=deelname, **wie(beeld)), gedaan)


@pagina(Actie.DOSSIER_BEWERKEN)
def ondertekening(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Plan the signing, or move it."""
    beeld = dossierbeeld(request, nummer, WAT)
    gepland = beeld.dossier.verklaringen.filter(stand=Verklaringstand.GEPLAND).first()
    velden = ("datum", "begin", "plaats", "namens")
    begin = {veld: getattr(gepland, veld) for veld in velden} if gepland else None
    form = OndertekeningForm(request.POST or None, initial=begin)
    plan = verklaringen.plan_ondertekening
    if verwerkt(request, form, lambda: plan(dossier=beeld.dossier, **form.cleaned_data, **wie(beeld))):
        return klaar(request, beeld, TAB, "Gepland. De brief met de verklaring staat bij Documenten.")
    uitleg = "De inburgeraar krijgt een brief met de dag en de verklaring zelf, om van tevoren te lezen."
    return toon_formulier(request, beeld, form, "Ondertekening plannen", TAB, uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
def uitkomst(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Signed, refused, or not come."""
    beeld = dossierbeeld(request, nummer, WAT)
    rij = get_object_or_404(beeld.dossier.verklaringen, pk=pk)
    form = UitkomstForm(request.POST or None)

    def doe() -> None:
        stand = Verklaringstand(form.cleaned_data["stand"])
        reden = form.cleaned_data["reden"]
        verklaringen.leg_ondertekening_vast(verklaring=rij, stand=stand, reden=reden, **wie(beeld))

    if verwerkt(request, form, doe):
        return klaar(request, beeld, TAB, "Vastgelegd.")
    uitleg = f"Gepland op {rij.datum:%d-%m-%Y}, {rij.plaats}. Bij een weigering volgt er niets vanzelf."
    return toon_formulier(request, beeld, form, "Ondertekening vastleggen", TAB, uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
def vervolg(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What follows a refusal; handhaving is begun by a person, on its own page."""
    beeld = dossierbeeld(request, nummer, WAT)
    rij = get_object_or_404(beeld.dossier.verklaringen.filter(stand=Verklaringstand.GEWEIGERD), pk=pk)
    form = VervolgForm(request.POST or None, initial={"vervolg": rij.vervolg})
    kies = verklaringen.kies_vervolg
    if verwerkt(
        request, form, lambda: kies(verklaring=rij, vervolg=Vervolg(form.cleaned_data["vervolg"]), **wie(beeld))
    ):
        return klaar(request, beeld, TAB, "Vastgelegd.")
    uitleg = (
        "Praat eerst met de inburgeraar. Handhaving is een eigen keuze met een eigen afweging; de boete voor een PVT "
        "dat aan het eind van de termijn niet af is, is van DUO (art. 24 Wet inburgering 2021)."
    )
    return toon_formulier(request, beeld, form, "Na de weigering", TAB, uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("modules:pvt")
def afronden(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The fact that the PVT is done."""
    beeld = dossierbeeld(request, nummer, WAT)
    gedaan = "Het PVT is afgerond. Meld dit aan DUO."
    return _druk(request, nummer, lambda: verklaringen.rond_pvt_af(dossier=beeld.dossier, **wie(beeld)), gedaan)


def _druk(request: GemeenteRequest, nummer: str, doe: Any, gelukt: str) -> HttpResponse:
    try:
        doe()
        messages.success(request, gelukt)
    except UitvoeringFout as fout:
        messages.error(request, str(fout))
    return redirect(adres(request, TAB, nummer=nummer))
