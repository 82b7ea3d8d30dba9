"""The taper plan of a dossier, payment by payment, and the aftercare."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.services.gezinnen import naasten_beschermd
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.forms.afbouw import NazorgForm, NazorgPlanForm, NazorgVerbeterForm, OvergenomenForm, OvernameForm
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Nazorgcontact, Overname
from ontzorgen.services.afbouw import afbouwplan, bevestig_overname, spreek_overname_af, zet_overname_terug
from ontzorgen.services.eenheden import bij_te_werken
from ontzorgen.services.eindbericht import achterhaald
from ontzorgen.services.lasteinde import einden_van
from ontzorgen.services.nazorg import UITKOMSTVELDEN, leg_nazorg_vast, plan_nazorg, versie

from .basis import adres, met_eenheid, ontzorgbeeld, toon_formulier, toon_tab, verwerkt
from .zicht import mag_bijwerken, met_naam, te_openen

PLAN = "ontzorgen:afbouw"
AFSPRAAK = "Spreek af wie deze betaling overneemt als het ontzorgen eindigt. Doe dat samen met de inburgeraar."
GEZIEN = "Vink een betaling pas af als u zag dat zij echt door een ander wordt betaald."
NAZORG = "Plan een gesprek na het einde, om te horen of het betalen lukt."
VERSLAG = "Houd het kort: wat lukt, wat niet, en wat is afgesproken."


@pagina(Actie.ONTZORGEN_LEZEN)
def plan(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Every payment with who takes it over; what is left open stands on top."""
    beeld = ontzorgbeeld(request, nummer)
    eenheid = bij_te_werken(dossier=beeld.dossier, op=beeld.op)
    afbouw = afbouwplan(dossier=beeld.dossier, eenheid=eenheid, op=beeld.op)
    rijen = afbouw.rijen if afbouw else []
    wie = met_naam(request, beeld, [rij.last for rij in rijen])
    einden = einden_van(eenheid=eenheid, op=beeld.op) if eenheid else {}
    berichten = achterhaald(eenheid=eenheid, op=beeld.op) if eenheid else {}
    context = {
        "plan": afbouw,
        "achterhaald": [berichten[last.pk] for last, _, open_ in wie if open_ and last.pk in berichten],
        "beschermd": naasten_beschermd(beeld.dossier),
        "rijen": [
            (rij, naam, open_, einden.get(rij.last.pk)) for rij, (_, naam, open_) in zip(rijen, wie, strict=True)
        ],
        "mag_schrijven": mag_bijwerken(request),
        "contacten": beeld.dossier.nazorgcontacten.select_related("door"),
        "mag_bijwerken": mag_bijwerken(request, beeld),
    }
    return toon_tab(request, beeld, "ontzorgen/afbouw.html", context)


@pagina(Actie.ONTZORGEN_FEITEN)
def overname(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Agree who takes over this payment."""
    beeld, eenheid = met_eenheid(request, nummer)
    lasten = te_openen(request, beeld, eenheid.lasten.select_related("soort", "overname"))
    last = get_object_or_404(lasten, pk=pk)
    nu = getattr(last, "overname", None)
    afbouw = afbouwplan(dossier=beeld.dossier, eenheid=eenheid, op=beeld.op)
    begin = {"vanaf_maand": volgende_maand(eerste_dag(afbouw.einde if afbouw else beeld.op)), "wie": "inburgeraar"}
    if nu:
        begin = {veld: getattr(nu, veld) for veld in ("wie", "naam", "wijze", "vanaf_maand")}
        begin["naam"] = "" if naasten_beschermd(beeld.dossier) else nu.naam
    form = OvernameForm(request.POST or None, initial=begin)

    def doe() -> None:
        wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
        spreek_overname_af(last=last, gegevens=form.cleaned_data, **wie)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, f"Vastgelegd wie overneemt: {last.soort.naam.lower()}.")
    return toon_formulier(request, beeld, form, f"{last.soort}: wie neemt dit over?", AFSPRAAK, PLAN)


@pagina(Actie.ONTZORGEN_FEITEN)
def overgenomen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """It was seen that somebody else pays."""
    beeld, rij = _haal_overname(request, nummer, pk)
    form = OvergenomenForm(request.POST or None, initial={"datum": beeld.op})

    def doe() -> None:
        wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
        bevestig_overname(overname=rij, **form.cleaned_data, **wie)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, f"Overgenomen: {rij.last.soort.naam.lower()}.")
    return toon_formulier(request, beeld, form, f"{rij.last.soort} is overgenomen", GEZIEN, PLAN)


@pagina(Actie.ONTZORGEN_FEITEN)
@knop(PLAN)
def toch_niet(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """It was not taken over after all."""
    beeld, rij = _haal_overname(request, nummer, pk)
    zet_overname_terug(overname=rij, dossier=beeld.dossier, door=request.user, op=beeld.op)
    return _klaar(request, beeld, f"Weer open: {rij.last.soort.naam.lower()}.")


@pagina(Actie.ONTZORGEN_FEITEN)
def nazorg_nieuw(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Plan a contact."""
    beeld = ontzorgbeeld(request, nummer)
    form = NazorgPlanForm(request.POST or None, initial={"wijze": "telefoon"})
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: plan_nazorg(**form.cleaned_data, **wie)):
        return _klaar(request, beeld, "Het contact is gepland.")
    return toon_formulier(request, beeld, form, "Contact voor de nazorg plannen", NAZORG, PLAN)


@pagina(Actie.ONTZORGEN_FEITEN)
def nazorg(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What came of a contact; once recorded it is improved with a reason."""
    beeld = ontzorgbeeld(request, nummer)
    contact: Nazorgcontact = get_object_or_404(beeld.dossier.nazorgcontacten.select_related("door"), pk=pk)
    # Who began before a colleague recorded it has no reason to give: the service says what happened.
    verbetert = bool(contact.uitkomst) and (request.method == "GET" or "reden" in request.POST)
    begin = {veld: getattr(contact, veld) for veld in UITKOMSTVELDEN} | {"gezien": versie(contact)}
    soort = NazorgVerbeterForm if verbetert else NazorgForm
    form = soort(request.POST or None, initial=begin | {"gehouden_op": contact.gehouden_op or beeld.op})

    def doe() -> None:
        extra = {naam: form.cleaned_data[naam] for naam in ("reden", "gezien") if naam in form.cleaned_data}
        leg_nazorg_vast(contact=contact, gegevens=form.cleaned_data, door=request.user, op=beeld.op, **extra)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, "Het contact is vastgelegd.")
    uitleg = f"{contact.door} legde dit vast. Wat u verbetert, komt in de plaats ervan." if verbetert else VERSLAG
    return toon_formulier(request, beeld, form, f"Nazorg: {contact}", uitleg, PLAN)


def _haal_overname(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Overname]:
    """The dossier and what was agreed on a fixed cost of its unit; Http404 for any other."""
    beeld, eenheid = met_eenheid(request, nummer)
    lasten = te_openen(request, beeld, eenheid.lasten.all())
    rijen = Overname.objects.filter(last__in=lasten).select_related("last__soort")
    return beeld, get_object_or_404(rijen, pk=pk)


def _klaar(request: GemeenteRequest, beeld: Dossierbeeld, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect(adres(request, beeld, PLAN))
