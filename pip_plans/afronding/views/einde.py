"""Voldaan, the certificate, closing the dossier and opening it again."""

from typing import Any

from django.http import HttpResponse

from cases.enums import Dossierstatus
from cases.services import afsluiten as slot
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.dossier_beeld import dossierbeeld
from pip_plans.afronding.forms.einde import HeropenForm, SluitForm, UitreikForm, VoldaanForm
from pip_plans.afronding.services.afronden import (
    bewaarzin,
    certificaat_van,
    maak_certificaat,
    reik_uit,
    sluit_af,
)
from pip_plans.afronding.services.einde import leg_voldaan_vast
from pip_plans.afronding.services.plan import voortgang_van

from .basis import WAT, druk, naar_tab, toon_formulier, verwerkt


@pagina(Actie.DOSSIER_BEWERKEN)
def voldaan(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What DUO established; never ours to say."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = VoldaanForm(request.POST or None)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: leg_voldaan_vast(**wie, **form.cleaned_data)):
        return naar_tab(request, nummer, "Voldaan. Sluit nu het dossier af.")
    over = ", ".join(eis.naam for eis in voortgang_van(beeld.dossier, beeld.feiten).open)
    uitleg = "DUO stelt vast dat iemand aan de plicht heeft voldaan. Neem de dag uit het bericht van DUO over."
    if over:
        uitleg += f" Hier staat nog open: {over}."
    return toon_formulier(request, beeld, form, "Voldaan vastleggen", uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("afronding:overzicht")
def certificaat_maken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, WAT)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    return druk(request, nummer, lambda: maak_certificaat(**wie), "Het certificaat staat bij Documenten. Druk het af.")


@pagina(Actie.DOSSIER_BEWERKEN)
def certificaat(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """It was handed over in person."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = UitreikForm(request.POST or None, initial={"datum": beeld.op})
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: reik_uit(datum=form.cleaned_data["datum"], **wie)):
        return naar_tab(request, nummer, "Vastgelegd: het certificaat is uitgereikt.")
    uitleg = "Het certificaat wordt persoonlijk uitgereikt (art. 3.18 lid 2 Regeling inburgering 2021)."
    if certificaat_van(beeld.dossier) is None:
        uitleg += " Maak het eerst op de vorige pagina."
    return toon_formulier(request, beeld, form, "Certificaat uitreiken", uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
def afsluiten(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What is still in the way, or one button."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = SluitForm(request.POST or None)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: sluit_af(**wie, **form.cleaned_data)):
        return naar_tab(request, nummer, "Het dossier is afgesloten. De brief staat bij Documenten; verstuur hem daar."
                        if form.cleaned_data["brief"] else "Het dossier is afgesloten.")  # fmt: skip
    dicht = beeld.dossier.status == Dossierstatus.AFGESLOTEN
    redenen = ["Dit dossier is al afgesloten."] if dicht else slot.beletsels(beeld.dossier, beeld.op)
    return toon_formulier(request, beeld, form, "Dossier afsluiten", bewaarzin(beeld.dossier), redenen=redenen)


@pagina(Actie.HEROPENEN)
def heropenen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, WAT)
    form = HeropenForm(request.POST or None)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: slot.heropen(reden=form.cleaned_data["reden"], **wie)):
        return naar_tab(request, nummer, "Het dossier is weer open.")
    uitleg = "Klopt het einde niet? Trek dat feit daarna in op het overzicht, dan gaan de termijnen weer lopen."
    return toon_formulier(request, beeld, form, "Dossier heropenen", uitleg)
