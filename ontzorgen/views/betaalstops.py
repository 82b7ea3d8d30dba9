"""Stopping the payments of a dossier, and letting them go on."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.klok import nu
from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.forms.betaling import StopForm
from ontzorgen.services.betaalstops import al_op_lijst, gaat_nog_door, hervat_betalingen, loopt, stop_betalingen

from .basis import adres, ontzorgbeeld, toon_formulier, verwerkt

UITLEG = ("De vaste lasten van de hele uitkeringseenheid worden niet meer betaald tot iemand ze hervat. Zit er al een "
          "betaling in een run die niet is vrijgegeven, dan gaat die eruit.")  # fmt: skip


@pagina(Actie.BETALINGEN_STOPPEN)
def stoppen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Stop, with the reason."""
    beeld, form, uit = ontzorgbeeld(request, nummer), StopForm(request.POST or None), list[int | None]()

    def doe() -> None:
        _, aantal = stop_betalingen(dossier=beeld.dossier, door=request.user, op=beeld.op, **form.cleaned_data)
        uit.append(aantal)

    te_laat = gaat_nog_door(dossier=beeld.dossier, op=beeld.op)
    if verwerkt(request, form, doe):
        _vertel(request, beeld, uit[0], te_laat)
        return redirect(adres(request, beeld))
    return toon_formulier(request, beeld, form, "Betalingen stoppen", UITLEG, let_op=te_laat)


def _vertel(request: GemeenteRequest, beeld: Dossierbeeld, aantal: int | None, te_laat: list[str]) -> None:
    """What the stop did, and what goes on in spite of it; of who was stopped before only that."""
    if aantal is None:
        messages.info(request, "De betalingen waren al gestopt.")
        return
    uitgenomen = f" Uit een run genomen: {aantal} {'betaling' if aantal == 1 else 'betalingen'}." if aantal else ""
    messages.success(request, f"De betalingen zijn gestopt.{uitgenomen}")
    for zin in te_laat:
        messages.warning(request, zin)
    for lijst in al_op_lijst(dossier=beeld.dossier, op=beeld.op):
        messages.warning(request, f"Staat al op {lijst}: bel de uitkeringsadministratie.")


@pagina(Actie.BETALINGEN_STOPPEN)
@knop("ontzorgen:overzicht")
def hervatten(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Let them go on."""
    beeld = ontzorgbeeld(request, nummer)
    if stop := loopt(beeld.dossier):
        hervat_betalingen(stop=stop, door=request.user, op=beeld.op, moment=nu())
        messages.success(request, "De betalingen gaan weer door. Een volgende run neemt mee wat bleef liggen.")
    return redirect(adres(request, beeld))
