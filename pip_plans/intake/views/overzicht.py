"""The page of the brede intake, and its small forms."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from cases.models import Dossier
from cases.panelen import Dossierbeeld
from cases.services.gezinnen import naasten_beschermd
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina, ziet_bijzondere_gegevens
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.feiten import FeitSoort
from pip_plans.intake.brieven import INTAKEVERSLAG
from pip_plans.intake.enums import Gebied, Ontheffingstatus, Oproepsoort
from pip_plans.intake.forms.intake import StartForm, WensForm, WijzingForm, ZienswijzeForm
from pip_plans.intake.models import BredeIntake
from pip_plans.intake.services import intake as diensten
from pip_plans.intake.services.afronding import heropenen_kan, ontbreekt
from pip_plans.intake.services.gezin import gesprekken_tegelijk
from pip_plans.intake.services.oproepen import volgende_oproep
from pip_plans.intake.services.oproepgevolgen import gevolg
from pip_plans.intake.services.verslag import SOORTEN
from pip_plans.intake.services.verstek import verstek_mist

from .basis import haal_intake, naar_overzicht, probeer, toon_formulier
from .doelen import zichtbare_aandachtspunten
from .voortgang import delen


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Everything of the intake on one page; before the start only what it is for and the button."""
    beeld = dossierbeeld(request, nummer, "brede intake")
    intake = BredeIntake.objects.met_alles().filter(dossier=beeld.dossier).first()
    if intake is None:
        return toon_tab(request, beeld, "intake/niet_gestart.html", {"form": StartForm(initial=_eerste_contact(beeld))})
    return toon_tab(request, beeld, "intake/overzicht.html", _context(request, beeld, intake))


def _eerste_contact(beeld: Dossierbeeld) -> dict[str, Any]:
    contact = beeld.feiten.eerste(FeitSoort.EERSTE_CONTACT)
    return {"datum": contact.datum if contact else beeld.op}


def _context(request: GemeenteRequest, beeld: Dossierbeeld, intake: BredeIntake) -> dict[str, Any]:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
    rijen = {rij.gebied: rij for rij in intake.leefgebieden.all()}
    bijzonder = ziet_bijzondere_gegevens(request, beeld.dossier)
    return {
        "intake": intake,
        "delen": delen(intake),
        "gemis": ontbreekt(intake),
        **_verder(intake, bijzonder),
        "gebieden": [(gebied, rijen.get(gebied.value), gebied != Gebied.GEZONDHEID or bijzonder) for gebied in Gebied],
        "oproepen": [(oproep, gevolg(oproep)) for oproep in intake.oproepen.all()],
        "oproepsoorten": [(soort, *volgende_oproep(intake, soort)) for soort in _oproepsoorten(intake)],
        "verstek_kan": not verstek_mist(intake, beeld.op),
        "heropenen_kan": heropenen_kan(intake),
        "ontheffing": intake.ontheffingen.exclude(status=Ontheffingstatus.INGETROKKEN).first(),
        "naasten_beschermd": naasten_beschermd(beeld.dossier),
        "tegelijk": [] if intake.is_afgerond else gesprekken_tegelijk(dossier=beeld.dossier, zichtbaar=zichtbaar),
    }


def _verder(intake: BredeIntake, bijzonder: bool) -> dict[str, Any]:
    """What the intake leads to: doorverwijzingen, aandachtspunten, subdoelen and the report."""
    verwijzingen = intake.doorverwijzingen.zichtbaar(met_gezondheid=bijzonder).select_related("voorziening")
    verslagen = intake.dossier.documenten.filter(soort__in=SOORTEN)
    return {
        "doorverwijzingen": verwijzingen,
        "aandachtspunten": zichtbare_aandachtspunten(intake, bijzonder),
        "verslagen": verslagen if bijzonder else verslagen.filter(soort=INTAKEVERSLAG.code),
    }


def _oproepsoorten(intake: BredeIntake) -> list[Oproepsoort]:
    klaar = not intake.toets_nodig or (intake.toets is not None and intake.toets.is_besloten)
    return [Oproepsoort.INTAKE] if klaar else list(Oproepsoort)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("intake:overzicht")
def starten(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, "brede intake")
    form = StartForm(request.POST)
    if form.is_valid() and probeer(
        form,
        lambda: diensten.start_intake(
            dossier=beeld.dossier, datum=form.cleaned_data["datum"], door=request.user, op=beeld.op
        ),
    ):
        return naar_overzicht(request, nummer, "De brede intake is gestart.")
    return toon_tab(request, beeld, "intake/niet_gestart.html", {"form": form}, status=422)


@pagina(Actie.DOSSIER_BEWERKEN)
def individueel(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """First the notice, then the wish: two forms after each other, on one address."""
    beeld, intake = haal_intake(request, nummer)
    vast: dict[str, Any] = {"intake": intake, "door": request.user, "op": beeld.op}
    if intake.gewezen_op is None:
        form: Any = WijzingForm(request.POST or None, initial={"datum": beeld.op, "hoe": "gesprek"})
        if form.is_valid() and probeer(form, lambda: diensten.wijs_op_individueel_gesprek(**vast, **form.cleaned_data)):
            return redirect("intake:individueel", gemeente=request.gemeente.slug, nummer=nummer)
        return toon_formulier(
            request, beeld, form, "Recht op een individueel gesprek", intro="intake/intro_individueel.html"
        )
    gewenst = {True: "ja", False: "nee", None: ""}[intake.individueel_gewenst]
    form = WensForm(request.POST or None, initial={"gewenst": gewenst})
    if form.is_valid() and probeer(
        form, lambda: diensten.leg_wens_individueel_vast(gewenst=form.cleaned_data["gewenst"] == "ja", **vast)
    ):
        return naar_overzicht(request, nummer, "De wens is vastgelegd.", "individueel")
    return toon_formulier(request, beeld, form, "Wens voor een individueel gesprek", intake=intake)


@pagina(Actie.DOSSIER_BEWERKEN)
def zienswijze(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, intake = haal_intake(request, nummer)
    form = ZienswijzeForm(request.POST or None, initial={"tekst": intake.zienswijze})
    vast: dict[str, Any] = {"intake": intake, "door": request.user, "op": beeld.op}
    if form.is_valid() and probeer(form, lambda: diensten.bewaar_zienswijze(tekst=form.cleaned_data["tekst"], **vast)):
        return naar_overzicht(request, nummer, "De zienswijze is bewaard.", "zienswijze")
    return toon_formulier(request, beeld, form, "Zienswijze van de inburgeraar")
