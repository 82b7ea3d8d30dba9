"""Contacts after the ontzorgen: planned, moved, dropped and recorded."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.afbouw import NazorgForm, NazorgPlanForm, NazorgSchrapForm, NazorgVerbeterForm, NazorgVerzetForm
from ontzorgen.models import Nazorgcontact
from ontzorgen.services.nazorg import (
    UITKOMSTVELDEN,
    leg_nazorg_vast,
    plan_nazorg,
    schrap_nazorg,
    versie,
    verzet_nazorg,
)

from .basis import adres, ontzorgbeeld, toon_formulier, verwerkt

PLAN = "ontzorgen:afbouw"
PLANNEN = "Plan een gesprek na het einde, om te horen of het betalen lukt."
VERZETTEN = "Kies een andere dag of manier. Wat er stond, blijft in de geschiedenis."
SCHRAPPEN = "Dit contact gaat niet door. De dag en de reden blijven in de geschiedenis."
VERSLAG = "Houd het kort: wat lukt, wat niet, en wat is afgesproken."


@pagina(Actie.ONTZORGEN_FEITEN)
def nieuw(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Plan a contact."""
    beeld = ontzorgbeeld(request, nummer)
    form = NazorgPlanForm(request.POST or None, initial={"wijze": "telefoon"})
    if verwerkt(request, form, lambda: plan_nazorg(dossier=beeld.dossier, **form.cleaned_data, **_wie(beeld))):
        return _klaar(request, beeld, "Het contact is gepland.")
    return toon_formulier(request, beeld, form, "Contact voor de nazorg plannen", PLANNEN, PLAN)


@pagina(Actie.ONTZORGEN_FEITEN)
def verzetten(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another day or way, with the reason."""
    beeld, contact = _haal(request, nummer, pk)
    begin = {"gepland_op": contact.gepland_op, "wijze": contact.wijze, "gezien": versie(contact)}
    form = NazorgVerzetForm(request.POST or None, initial=begin)
    if verwerkt(request, form, lambda: verzet_nazorg(contact=contact, **form.cleaned_data, **_wie(beeld))):
        return _klaar(request, beeld, "Het contact is verzet.")
    return toon_formulier(request, beeld, form, f"Nazorg verzetten: {contact}", VERZETTEN, PLAN)


@pagina(Actie.ONTZORGEN_FEITEN)
def schrappen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """It does not go on, with the reason."""
    beeld, contact = _haal(request, nummer, pk)
    form = NazorgSchrapForm(request.POST or None)
    if verwerkt(request, form, lambda: schrap_nazorg(contact=contact, **form.cleaned_data, **_wie(beeld))):
        return _klaar(request, beeld, "Het contact is geschrapt.")
    return toon_formulier(request, beeld, form, f"Nazorg schrappen: {contact}", SCHRAPPEN, PLAN)


@pagina(Actie.ONTZORGEN_FEITEN)
def vastleggen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What came of a contact; once recorded it is improved with a reason."""
    beeld, contact = _haal(request, nummer, pk)
    # Who began before a colleague recorded it has no reason to give: the service says what happened.
    verbetert = bool(contact.uitkomst) and (request.method == "GET" or "reden" in request.POST)
    begin = {veld: getattr(contact, veld) for veld in UITKOMSTVELDEN} | {"gezien": versie(contact)}
    soort = NazorgVerbeterForm if verbetert else NazorgForm
    form = soort(request.POST or None, initial=begin | {"gehouden_op": contact.gehouden_op or beeld.op})

    def doe() -> None:
        extra = {naam: form.cleaned_data[naam] for naam in ("reden", "gezien") if naam in form.cleaned_data}
        leg_nazorg_vast(contact=contact, gegevens=form.cleaned_data, **extra, **_wie(beeld))

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, "Het contact is vastgelegd.")
    uitleg = f"{contact.door} legde dit vast. Wat u verbetert, komt in de plaats ervan." if verbetert else VERSLAG
    return toon_formulier(request, beeld, form, f"Nazorg: {contact}", uitleg, PLAN)


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Nazorgcontact]:
    beeld = ontzorgbeeld(request, nummer)
    contact: Nazorgcontact = get_object_or_404(beeld.dossier.nazorgcontacten.select_related("door"), pk=pk)
    return beeld, contact


def _wie(beeld: Dossierbeeld) -> dict[str, Any]:
    return {"door": beeld.medewerker, "op": beeld.op}


def _klaar(request: GemeenteRequest, beeld: Dossierbeeld, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect(adres(request, beeld, PLAN))
