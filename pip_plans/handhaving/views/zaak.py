"""One case: the ladder, the next step, the amount; and the buttons of the decision."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.enums import Kanaal
from cases.klok import vandaag
from cases.panelen import Dossierbeeld
from cases.pdf import PdfFout
from cases.services.beschikkingen import maak_bekend
from cases.services.niet_verzenden import kan_niet_verzenden
from cases.toegang import Actie, mag
from cases.views.antwoord import pdf_antwoord
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.dossier_beeld import toon_tab
from pip_plans.handhaving.enums import Trede
from pip_plans.handhaving.forms.stappen import BekendmakingForm, OordeelForm
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services import besluiten
from pip_plans.handhaving.services.basis import HandhavingFout
from pip_plans.handhaving.services.beleid import keuze_voor, reden_geen_boete
from pip_plans.handhaving.services.zaken import einden
from pip_plans.handhaving.stap import volgende

from .basis import haal_zaak, naar_zaak, probeer
from .ladderbeeld import sporten


@pagina(Actie.DOSSIER_LEZEN)
def zaak(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld, rij = haal_zaak(request, nummer, pk)
    return toon_zaak(request, beeld, rij)


@pagina(Actie.BOETE_BESLISSEN)
@knop("handhaving:zaak")
def beslissen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Decide as proposed, or give it back with remarks."""
    beeld, rij = haal_zaak(request, nummer, pk)
    form = OordeelForm(request.POST)
    if form.is_valid() and probeer(form, lambda: _oordeel(request, rij, form)):
        return redirect("handhaving:zaak", gemeente=request.gemeente.slug, nummer=nummer, pk=pk)
    return toon_zaak(request, beeld, rij, oordeel=form)


def _oordeel(request: GemeenteRequest, rij: Handhavingszaak, form: OordeelForm) -> None:
    wie: dict[str, Any] = {"zaak": rij, "door": request.user, "op": vandaag()}
    if "terug" in request.POST:
        besluiten.geef_terug(opmerkingen=form.cleaned_data["opmerkingen"], **wie)
        messages.success(request, "Het voorstel is teruggegeven met uw opmerkingen.")
    else:
        besluit = besluiten.beslis(revisie=form.cleaned_data["revisie"], **wie)
        messages.success(request, f"Het besluit is genomen als {besluit.nummer}. De brief wordt gemaakt.")


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("handhaving:zaak")
def bekendmaken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The letter was sent or handed over; the terms to object and to pay start the day after."""
    beeld, rij = haal_zaak(request, nummer, pk)
    form, besluit = BekendmakingForm(request.POST), rij.beschikking
    if besluit is None:
        return toon_zaak(request, beeld, rij, fout="Er is nog geen besluit om bekend te maken.")
    wie: dict[str, Any] = {"beschikking": besluit, "door": request.user, "op": beeld.op}
    if form.is_valid():
        datum, kanaal = form.cleaned_data["datum"], Kanaal(form.cleaned_data["kanaal"])
        if probeer(form, lambda: maak_bekend(datum=datum, kanaal=kanaal, **wie)):
            return naar_zaak(request, rij, f"Besluit {besluit.nummer} is bekendgemaakt.")
    return toon_zaak(request, beeld, rij, bekend=form)


@pagina(Actie.DOSSIER_LEZEN)
def voorbeeld(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The decision as it would be today, with CONCEPT across it; not stored."""
    beeld, rij = haal_zaak(request, nummer, pk)
    try:
        return pdf_antwoord(besluiten.voorbeeld_brief(zaak=rij, op=beeld.op), "boete-concept")
    except (PdfFout, HandhavingFout) as fout:
        return toon_zaak(request, beeld, rij, fout=str(fout))


def toon_zaak(request: GemeenteRequest, beeld: Dossierbeeld, rij: Handhavingszaak, **anders: Any) -> HttpResponse:
    geen_boete = reden_geen_boete(zaak=rij, op=beeld.op) if rij.loopt and rij.trede < Trede.BESLUIT else ""
    beslist = mag(request.rollen, Actie.BOETE_BESLISSEN)
    reden = besluiten.reden_niet_beslissen(rij, request.user) if beslist else ""
    besluit = rij.beschikking
    context = {
        "zaak": rij,
        "sporten": list(sporten(rij)),
        "stap": volgende(rij, beeld.op, geen_boete),
        "keuze": keuze_voor(dossier=beeld.dossier, artikel=rij.artikel, op=beeld.op),
        "geen_boete": geen_boete,
        "mag_voorstellen": mag(request.rollen, Actie.BOETE_VOORSTELLEN),
        "mag_beslissen": beslist and rij.wacht_op_besluit and not reden,
        "reden_niet": reden if rij.wacht_op_besluit else "",
        "kan_beeindigen": rij.loopt and bool(einden(rij)) and (beslist or (not rij.besloten and _bewerkt(request))),
        "kan_niet_verzenden": besluit is not None and kan_niet_verzenden(besluit, request.user, beeld.op),
        "oordeel": OordeelForm(initial={"revisie": rij.revisie}),
        "bekend": BekendmakingForm(initial={"datum": beeld.op}),
    }
    return toon_tab(request, beeld, "handhaving/zaak.html", context | anders, status=422 if anders else 200)


def _bewerkt(request: GemeenteRequest) -> bool:
    return mag(request.rollen, Actie.DOSSIER_BEWERKEN)
