"""Recording a talk of the brede intake."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localtime

from cases.models import Afspraak, Dossier
from cases.naasten import namen_voor_formulier
from cases.panelen import Dossierbeeld
from cases.services.gezinnen import naasten_beschermd
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import toon_tab
from pip_plans.intake.forms.gesprekken import AanwezigenFormSet, GesprekForm
from pip_plans.intake.models import Intakegesprek
from pip_plans.intake.services.gesprekken import leg_gesprek_vast
from pip_plans.intake.services.gezin import gesprekken_tegelijk

from .basis import haal_intake, naar_overzicht, probeer


@pagina(Actie.DOSSIER_BEWERKEN)
def gesprek(request: GemeenteRequest, nummer: str, pk: int | None = None) -> HttpResponse:
    """A new talk, prefilled from the afspraak in `?afspraak=`, or with `pk` one to correct."""
    beeld, intake = haal_intake(request, nummer)
    bestaand = get_object_or_404(intake.gesprekken, pk=pk) if pk else None
    begin = _bestaand(bestaand) if bestaand else _nieuw(beeld, request.GET.get("afspraak", ""))
    form = GesprekForm(request.POST or None, dossier=beeld.dossier, bestaand=bestaand, initial=begin)
    erbij = _aanwezigen(bestaand, naasten_beschermd(beeld.dossier))
    aanwezigen = AanwezigenFormSet(request.POST or None, prefix="bij", initial=erbij)
    if form.is_valid() and aanwezigen.is_valid():
        vast: dict[str, Any] = {"intake": intake, "bestaand": bestaand, "door": request.user, "op": beeld.op}
        wie = aanwezigen.aanwezigen()
        if probeer(form, lambda: leg_gesprek_vast(gesprek=form.cleaned_data, aanwezigen=wie, **vast)):
            return naar_overzicht(request, nummer, "Het gesprek is vastgelegd.", "gesprekken")
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
    context = {
        "form": form,
        "aanwezigen": aanwezigen,
        "intake": intake,
        "tegelijk": gesprekken_tegelijk(dossier=beeld.dossier, zichtbaar=zichtbaar),
    }
    return toon_tab(request, beeld, "intake/gesprek.html", context, status=422 if request.POST else 200)


def _nieuw(beeld: Dossierbeeld, afspraak_pk: str) -> dict[str, Any]:
    """Today and the interpreter of the person, or what the afspraak says."""
    persoon = beeld.dossier.inburgeraar
    tolk = persoon.voorkeurstaal if persoon.tolk_nodig else ""
    afspraak = beeld.dossier.afspraken.filter(pk=afspraak_pk).first() if afspraak_pk.isdecimal() else None
    if afspraak is None:
        return {"datum": beeld.op, "tolk_taal": tolk}
    return _uit_afspraak(afspraak)


def _uit_afspraak(afspraak: Afspraak) -> dict[str, Any]:
    return {
        "datum": localtime(afspraak.begin).date(),
        "plaatssoort": afspraak.plaatssoort,
        "plaats": afspraak.plaats,
        "tolk_taal": afspraak.tolk_taal,
        "individueel": afspraak.soort == "individueel",
        "afspraak": afspraak.pk,
    }


def _bestaand(gesprek: Intakegesprek) -> dict[str, Any]:
    return {veld: getattr(gesprek, veld) for veld in GesprekForm.base_fields}


def _aanwezigen(gesprek: Intakegesprek | None, beschermd: bool) -> list[dict[str, str]]:
    rijen = list(gesprek.aanwezigen.all()) if gesprek else []
    namen = namen_voor_formulier(rijen, beschermd)
    return [{"naam": naam, "hoedanigheid": rij.hoedanigheid} for rij, naam in zip(rijen, namen, strict=True)]
