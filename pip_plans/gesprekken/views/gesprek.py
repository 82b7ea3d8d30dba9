"""One voortgangsgesprek: its report, its agreements, and the judgement on who stayed away."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.enums import Afspraakuitkomst
from cases.models import Afspraak
from cases.panelen import Dossierbeeld
from cases.services.team import gespreksvoerders
from cases.toegang import Actie, mag, weigering
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import toon_tab
from pip_plans.gesprekken.enums import Verzuim
from pip_plans.gesprekken.forms.gesprek import AfsprakenForm, VerslagForm, VerzuimForm
from pip_plans.gesprekken.models import Gespreksverslag
from pip_plans.gesprekken.services.afspraken import spreek_af
from pip_plans.gesprekken.services.fout import GesprekFout, GewijzigdDoorAnder
from pip_plans.gesprekken.services.verslag import beoordeel_verzuim, schrijf_verslag

from .basis import haal_gesprek, plek, probeer, toon_formulier


@pagina(Actie.DOSSIER_LEZEN)
def gesprek(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The report to read, or to write for who may."""
    beeld, rij = haal_gesprek(request, nummer, pk)
    if request.method == "POST" and not mag(request.rollen, Actie.DOSSIER_BEWERKEN):
        raise PermissionDenied(weigering(Actie.DOSSIER_BEWERKEN))
    verslag = getattr(rij, "gespreksverslag", None)
    begin = {"verslag": verslag.verslag, "revisie": verslag.revisie} if verslag else {"revisie": 0}
    form, ander = VerslagForm(request.POST or None, initial=begin), None
    if form.is_valid():
        try:
            schrijf_verslag(gesprek=rij, door=request.user, op=beeld.op, **form.cleaned_data)
        except GewijzigdDoorAnder as fout:
            form, ander = _naast_elkaar(request, fout.huidig), fout.huidig
        except GesprekFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, "Het verslag is opgeslagen. Leg hieronder vast wat u hebt afgesproken.")
            return redirect(plek(request, "gesprekken:gesprek", nummer, pk=pk))
    context = _beeld(beeld, rij, verslag) | {"form": form, "ander": ander}
    status = 409 if ander else 422 if form.errors else 200
    return toon_tab(request, beeld, "gesprekken/gesprek.html", context, status=status)


def _naast_elkaar(request: GemeenteRequest, huidig: Gespreksverslag) -> VerslagForm:
    """What was typed comes back, and now starts from the words of the other: saving again is a choice."""
    form = VerslagForm(request.POST | {"revisie": huidig.revisie})
    form.full_clean()
    return form


def _beeld(beeld: Dossierbeeld, rij: Afspraak, verslag: Gespreksverslag | None) -> dict[str, Any]:
    rijen = rij.gespreksafspraken.select_related("eigenaar")
    return {
        "gesprek": rij,
        "verslag": verslag,
        "kwam": rij.uitkomst == Afspraakuitkomst.VERSCHENEN,
        "afspraken": [(afspraak, afspraak.is_te_laat(beeld.op)) for afspraak in rijen],
    }


@pagina(Actie.DOSSIER_BEWERKEN)
def afspreken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """One agreement, with who sees to it."""
    beeld, rij = haal_gesprek(request, nummer, pk)
    mensen = gespreksvoerders(gemeente=request.gemeente, op=beeld.op)
    form = AfsprakenForm(request.POST or None, mensen=mensen, initial={"eigenaar": request.user.pk})

    def doe() -> None:
        spreek_af(gesprek=rij, door=request.user, op=beeld.op, **form.cleaned_data)

    terug = plek(request, "gesprekken:gesprek", nummer, pk=pk)
    if form.is_valid() and probeer(form, doe):
        messages.success(request, "De afspraak staat erbij.")
        return redirect(terug)
    return toon_formulier(request, beeld, form, "Afspraak uit het gesprek", terug)


@pagina(Actie.DOSSIER_BEWERKEN)
def verzuim(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """He did not come: was there a good reason? Then a new talk."""
    beeld, rij = haal_gesprek(request, nummer, pk)
    verslag = getattr(rij, "gespreksverslag", None)
    begin = {"verzuim": verslag.verzuim, "reden": verslag.reden} if verslag else {}
    form = VerzuimForm(request.POST or None, initial=begin)

    def doe() -> None:
        velden = {"verzuim": Verzuim(form.cleaned_data["verzuim"]), "reden": form.cleaned_data["reden"]}
        beoordeel_verzuim(gesprek=rij, door=request.user, op=beeld.op, **velden)

    if form.is_valid() and probeer(form, doe):
        messages.success(request, "Uw oordeel is vastgelegd. Plan een nieuw gesprek.")
        return redirect(f"{plek(request, 'cases:afspraak_nieuw', nummer)}?soort={rij.soort}")
    terug = plek(request, "gesprekken:overzicht", nummer)
    return toon_formulier(request, beeld, form, "Niet gekomen zonder bericht", terug, gesprek=rij)
