"""The tab PIP: what is needed before there is one, the concept and its gaps, or the decision."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from cases.klok import vandaag
from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.plan.forms.besluit import BekendmakenForm, HandtekeningForm, IntrekkenForm
from pip_plans.plan.forms.concept import AfsprakenForm
from pip_plans.plan.models import Pip
from pip_plans.plan.services.bekendmaken import handtekening
from pip_plans.plan.services.beoordelen import bied_aan, reden_niet_lezen
from pip_plans.plan.services.bijlagen import geldende_bijlage, uitgebracht
from pip_plans.plan.services.gereed import in_de_weg
from pip_plans.plan.services.opstellen import beletsels, stel_op, trek_concept_in
from pip_plans.plan.services.samenvatting import onvertaalde_taal, samenvattingen_van
from pip_plans.plan.services.situatie import Situatie, situatie_met
from pip_plans.plan.services.versies import eerder_pip, niet_verzonden_versie, versies
from pip_plans.plan.services.volledigheid import Gemis

from .basis import haal_pip, huidig_pip, naar, probeer
from .routebeeld import routebeeld
from .versiebeeld import uitgegeven_beeld

GESTARTE_TERMIJNEN = ("INBURGERINGSTERMIJN", "LEERROUTE_WISSEL", "BEZWAAR", "AANBOD", "ONDERWIJSROUTE_START")
OP_AFSPRAKEN = {*AfsprakenForm.Meta.fields, "afspraken", "pw_beschikkingen"}
ELDERS = {"intake": "intake:overzicht", "persoon": "cases:persoon_wijzigen", "feiten": "cases:dossier"}


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, "PIP")
    return toon_overzicht(request, beeld, huidig_pip(beeld.dossier))


def toon_overzicht(
    request: GemeenteRequest, beeld: Dossierbeeld, pip: Pip | None, *, status: int = 200, **formulieren: Any
) -> HttpResponse:
    """The page that fits the state of the PIP; `formulieren` replace the empty ones when they came back with errors."""
    gegevens = situatie_met(beeld.dossier, beeld.feiten)
    if pip is None:
        eerder = eerder_pip(beeld.dossier, beeld.feiten)
        context = {"beletsels": beletsels(beeld.dossier, gegevens), "gegevens": gegevens, "eerder": eerder}
        context["niet_verzonden"] = niet_verzonden_versie(versies(beeld.dossier))
        context |= routebeeld(beeld, gegevens)
        return toon_tab(request, beeld, "plan/begin.html", context, status=status)
    if pip.beschikking:
        template, context = "plan/besluit.html", uitgegeven_beeld(request, beeld, pip) | _besluit(beeld, pip)
    elif pip.document:
        template, context = "plan/advies.html", uitgegeven_beeld(request, beeld, pip)
    else:
        template, context = "plan/concept.html", _concept(request, beeld, pip, gegevens)
    context |= {"pip": pip, "gegevens": gegevens, "onvertaald": onvertaalde_taal(beeld.dossier)} | formulieren
    return toon_tab(request, beeld, template, context, status=status)


def _concept(request: GemeenteRequest, beeld: Dossierbeeld, pip: Pip, gegevens: Situatie) -> dict[str, Any]:
    leest = mag(request.rollen, Actie.PIP_BEOORDELEN) and not reden_niet_lezen(pip, request.user)
    return {
        "versies": versies(beeld.dossier) if pip.versie > 1 else [],
        "gemis": [(rij.zin, _plek(beeld, rij)) for rij in in_de_weg(pip, gegevens, beeld.op)],
        "lezing": pip.laatste_lezing,
        "mag_beoordelen": leest,
        "intrekken": IntrekkenForm(),
        **routebeeld(beeld, gegevens),
    }


def _plek(beeld: Dossierbeeld, gemis: Gemis) -> str:
    """Where a gap is mended: the field itself, or the page outside the plan."""
    if gemis.veld in ELDERS:
        return _adres(beeld, ELDERS[gemis.veld])
    pagina_naam = "plan:afspraken" if gemis.veld in OP_AFSPRAKEN else "plan:hoofdlijnen"
    return f"{_adres(beeld, pagina_naam)}#div_id_{gemis.veld}"


def _adres(beeld: Dossierbeeld, naam: str) -> str:
    return reverse(naam, kwargs={"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer})


def _besluit(beeld: Dossierbeeld, pip: Pip) -> dict[str, Any]:
    eigen = ("", str(pip.beschikking))  # another decision in the dossier has a bezwaartermijn of its own
    termijnen = [t for t in beeld.termijnen if t.soort in GESTARTE_TERMIJNEN and t.aanleiding in eigen]
    bijlagen = uitgebracht(beeld.dossier)
    return {
        "besluit": pip.beschikking,
        "lezing": pip.laatste_lezing,
        "gestart": [(termijn, termijn.stand(beeld.op)) for termijn in termijnen],
        "handtekening": handtekening(pip),
        "bekendmaken": BekendmakenForm(initial={"datum": beeld.op}),
        "tekenen": HandtekeningForm(initial={"datum": beeld.op}),
        "samenvattingen": samenvattingen_van(dossier=beeld.dossier, nummer=str(pip.beschikking)),
        "uitgebracht": bijlagen,
        "bijlage_geldt": geldende_bijlage(bijlagen),
    }


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def opstellen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, "PIP")
    gelukt = "Het concept staat klaar, gevuld met de brede intake. Lees alles na."
    if probeer(request, lambda: stel_op(dossier=beeld.dossier, door=request.user, op=vandaag()), gelukt):
        return naar(request, nummer, "hoofdlijnen")
    return naar(request, nummer)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def aanbieden(request: GemeenteRequest, nummer: str) -> HttpResponse:
    _, pip = haal_pip(request, nummer)
    gelukt = "Het PIP ligt bij de tweede lezer."
    probeer(request, lambda: bied_aan(pip=pip, door=request.user, op=vandaag()), gelukt)
    return naar(request, nummer)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def intrekken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld, pip = haal_pip(request, nummer)
    form = IntrekkenForm(request.POST)
    if not form.is_valid():
        return toon_overzicht(request, beeld, pip, status=422, intrekken=form)
    reden = form.cleaned_data["reden"]
    probeer(
        request,
        lambda: trek_concept_in(pip=pip, reden=reden, door=request.user, op=vandaag()),
        "Het concept is ingetrokken.",
    )
    return naar(request, nummer)
