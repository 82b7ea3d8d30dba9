"""Another version of a plan: the question first, then the editor; the versions, and what each of them changed."""

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse

from cases.forms.formulier import getypt
from cases.klok import vandaag
from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, noteer_blik, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.feiten import LEERROUTE_LABELS, Leerroute
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.plan.forms.wijziging import WijzigingForm
from pip_plans.plan.models import Pip
from pip_plans.plan.services.advies import breng_uit
from pip_plans.plan.services.basis import PlanFout
from pip_plans.plan.services.eerder import SOORTEN, begin_wijziging_van_eerder
from pip_plans.plan.services.gereed import wat_er_staat
from pip_plans.plan.services.ruimte import invulling
from pip_plans.plan.services.situatie import situatie_met
from pip_plans.plan.services.versies import (
    EerderPip,
    eerder_pip,
    is_beeindigd,
    uitgegeven_versie,
    verschil_met_vorige,
    versies,
)
from pip_plans.plan.services.wijzigen import (
    WijzigingGeweigerd,
    begin_wijziging,
    beletsels_lopend,
    beletsels_wijzigen,
    huidig_van,
    past_bij,
)
from pip_plans.plan.services.wijzigingsregels import Huidig
from pip_plans.plan.verschil import Verschil

from .basis import haal_pip, naar, probeer
from .overzicht import toon_overzicht


@pagina(Actie.DOSSIER_BEWERKEN)
def wijzigen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Why there must be another version; a refusal stands at its field, with the article."""
    beeld = dossierbeeld(request, nummer, "PIP")
    eerder = eerder_pip(beeld.dossier, beeld.feiten)
    vorige = None if eerder else uitgegeven_versie(beeld.dossier)
    if vorige is None and eerder is None:
        raise Http404
    soorten = past_bij(vorige) if vorige else SOORTEN
    wat: dict[str, Any] = {"soorten": soorten, "venster": _venster(beeld, vorige, eerder), "eerder": eerder}
    form = WijzigingForm(request.POST or None, initial=_ingevuld(request, beeld, vorige, eerder), **wat)
    if form.is_bound and ("toon" in request.POST or form.vraagt_meer):
        gekozen = request.POST.get("soort", "")
        form = WijzigingForm(initial=getypt(WijzigingForm, request.POST) | {"getoond": gekozen}, **wat)
    elif form.is_bound and form.is_valid() and _begin(request, beeld, vorige, form):
        return naar(request, nummer, "hoofdlijnen")
    beletsels = beletsels_wijzigen(beeld.dossier, vorige) if vorige else beletsels_lopend(beeld.dossier)
    context: dict[str, Any] = {"pip": vorige, "eerder": eerder, "form": form, "beletsels": beletsels}
    context["is_beeindigd"] = vorige is not None and is_beeindigd(vorige)
    return toon_tab(request, beeld, "plan/wijzigen.html", context, status=422 if form.errors else 200)


def _begin(request: GemeenteRequest, beeld: Dossierbeeld, vorige: Pip | None, form: WijzigingForm) -> bool:
    wat: dict[str, Any] = {"vraag": form.vraag(), "door": request.user, "op": vandaag()}
    try:
        if vorige:
            begin_wijziging(vorige=vorige, **wat)
        else:
            begin_wijziging_van_eerder(dossier=beeld.dossier, **wat)
    except WijzigingGeweigerd as fout:
        form.toon_gebreken(fout.gebreken)
    except PlanFout as fout:
        form.add_error(None, str(fout))
    return not form.errors


def _huidig(beeld: Dossierbeeld, vorige: Pip | None, eerder: EerderPip | None) -> Huidig:
    return huidig_van(beeld.dossier, vorige.leerroute if vorige else eerder.leerroute if eerder else "")


def _ingevuld(
    request: GemeenteRequest, beeld: Dossierbeeld, vorige: Pip | None, eerder: EerderPip | None
) -> dict[str, Any]:
    """What was chosen where the progress is shown (`deel_ruimte.html`), with the reason and the hours of it."""
    soort, naar = request.GET.get("soort", ""), request.GET.get("leerroute", "")
    nu = _huidig(beeld, vorige, eerder)
    return invulling(huidig=nu, dossier=beeld.dossier, soort=soort, naar=naar, op=beeld.op)


def _venster(beeld: Dossierbeeld, vorige: Pip | None, eerder: EerderPip | None) -> str:
    """Which leerroute holds, when that is known, and until when it can change."""
    nu = _huidig(beeld, vorige, eerder)
    route = nu.leerroute
    dag = _tot(nu.wissel_tot, beeld.op)
    geldt = f"Nu geldt de {LEERROUTE_LABELS[Leerroute(route)]}. " if route in set(Leerroute) else ""
    return f"{geldt}Wisselen kan binnen anderhalf jaar na de aanvang van de inburgeringstermijn.{dag}"


def _tot(dag: date | None, op: date) -> str:
    """The last day of the window; once it is over that, too."""
    if dag is None:
        return ""
    tot = datum_zonder_weekdag(dag)
    return f" Dat is tot en met {tot}." if op <= dag else f" Dat kon tot en met {tot}; nu alleen met een uitzondering."


@pagina(Actie.DOSSIER_LEZEN)
def versie(request: GemeenteRequest, nummer: str, versie: int) -> HttpResponse:
    """One version as it left the house; the concept is shown where it is written."""
    beeld, pip = _haal_versie(request, nummer, versie)
    return toon_overzicht(request, beeld, pip)


@pagina(Actie.DOSSIER_LEZEN)
def verschil(request: GemeenteRequest, nummer: str, versie: int) -> HttpResponse:
    """What this version changes in the one it was started from, in words."""
    beeld, pip = _haal_versie(request, nummer, versie)
    if pip.wijziging_of_niets is None or pip.wijziging_of_niets.vorige is None:
        raise Http404
    verschillen, reden = verschillen_van(beeld, pip)
    context = {"pip": pip, "verschillen": verschillen, "reden_geen": reden}
    return toon_tab(request, beeld, "plan/verschil.html", context)


def verschillen_van(beeld: Dossierbeeld, pip: Pip) -> tuple[tuple[Verschil, ...], str]:
    """The differences, or why they cannot be shown while the concept is not complete."""
    if pip.stuk:
        return verschil_met_vorige(pip), ""
    try:
        return verschil_met_vorige(pip, wat_er_staat(pip, situatie_met(beeld.dossier, beeld.feiten), beeld.op)), ""
    except ValueError as fout:
        return (), str(fout)


def _haal_versie(request: GemeenteRequest, nummer: str, versie: int) -> tuple[Dossierbeeld, Pip]:
    beeld = dossierbeeld(request, nummer, None)
    pip = next((rij for rij in versies(beeld.dossier) if rij.versie == versie), None)
    if pip is None:
        raise Http404
    noteer_blik(request, beeld.dossier, f"PIP versie {pip.versie}")
    return beeld, pip


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("plan:overzicht")
def uitbrengen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Bring an advice out; under the act of 2013 nobody else decides on it."""
    _, pip = haal_pip(request, nummer, "PIP-advies")
    try:
        revisie = int(request.POST.get("revisie", ""))
    except ValueError:
        revisie = -1  # not what anybody read
    gelukt = "Het advies is uitgebracht. De brief wordt gemaakt."
    probeer(request, lambda: breng_uit(pip=pip, revisie=revisie, door=request.user, op=vandaag()), gelukt)
    return naar(request, nummer)
