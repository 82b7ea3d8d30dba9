"""The taper plan of a dossier, payment by payment, with the contacts afterwards."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.services.gezinnen import naasten_beschermd
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.forms.afbouw import OvergenomenForm, OvernameForm
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Overname
from ontzorgen.services.afbouw import afbouwplan, bevestig_overname, spreek_overname_af, zet_overname_terug
from ontzorgen.services.eenheden import bij_te_werken
from ontzorgen.services.eindbericht import achterhaald
from ontzorgen.services.lasteinde import einden_van

from .basis import adres, met_eenheid, ontzorgbeeld, toon_formulier, toon_tab, verwerkt
from .zicht import mag_bijwerken, met_naam, te_openen

PLAN = "ontzorgen:afbouw"
AFSPRAAK = "Spreek af wie deze betaling overneemt als het ontzorgen eindigt. Doe dat samen met de inburgeraar."
GEZIEN = "Vink een betaling pas af als u zag dat zij echt door een ander wordt betaald."


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


def _haal_overname(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Overname]:
    """The dossier and what was agreed on a fixed cost of its unit; Http404 for any other."""
    beeld, eenheid = met_eenheid(request, nummer)
    lasten = te_openen(request, beeld, eenheid.lasten.all())
    rijen = Overname.objects.filter(last__in=lasten).select_related("last__soort")
    return beeld, get_object_or_404(rijen, pk=pk)


def _klaar(request: GemeenteRequest, beeld: Dossierbeeld, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect(adres(request, beeld, PLAN))
