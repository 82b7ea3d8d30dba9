"""The editor of a concept in two parts. Saving is always possible; a conflict shows both texts."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet
from django.http import HttpResponse

from cases.enums_stukken import Stukonderwerp
from cases.forms.formulier import getypt
from cases.klok import vandaag
from cases.panelen import Dossierbeeld
from cases.services.gezinnen import kinderen_van
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import toon_tab
from pip_plans.plan.forms.advies import AdviesForm
from pip_plans.plan.forms.concept import AfspraakRijen, AfsprakenForm, Conceptformulier, HoofdlijnenForm, PwRijen, rijen
from pip_plans.plan.models import Pip
from pip_plans.plan.services.basis import GewijzigdDoorAnder, PlanFout
from pip_plans.plan.services.bewerken import bewaar_concept
from pip_plans.plan.services.situatie import Situatie, situatie_met
from pip_plans.plan.uren import urenregels
from pip_plans.plan.veldsoorten import VELDEN

from .basis import haal_pip, naar
from .routebeeld import routebeeld

HOOFDLIJNEN = "plan/hoofdlijnen.html"
OPGESLAGEN = "Het concept is opgeslagen."
SAMENGEVOEGD = "Een collega schreef intussen in andere velden; die tekst is blijven staan."


@pagina(Actie.DOSSIER_BEWERKEN)
def hoofdlijnen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """What is decided: leerroute with reasons, lessons, PVT and MAP."""
    beeld, pip = haal_pip(request, nummer)
    if not pip.is_te_wijzigen:
        return _gesloten(request, nummer, pip)
    gegevens = situatie_met(beeld.dossier, beeld.feiten)
    form = _hoofdlijnenform(request, pip, gegevens)
    if request.method != "POST" or "toon" in request.POST:
        return _toon(request, beeld, HOOFDLIJNEN, form, gegevens)
    if form.is_valid() and _bewaar(request, pip, form):
        return naar(request, nummer, "afspraken" if "verder" in request.POST else "hoofdlijnen")
    return _toon(request, beeld, HOOFDLIJNEN, form, gegevens)


@pagina(Actie.DOSSIER_BEWERKEN)
def afspraken(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The table of agreements, support, and the decisions on bijstand."""
    beeld, pip = haal_pip(request, nummer)
    if not pip.is_te_wijzigen:
        return _gesloten(request, nummer, pip)
    gegevens = situatie_met(beeld.dossier, beeld.feiten)
    form = AfsprakenForm(request.POST or None, instance=_kopie(pip), initial={"revisie": pip.revisie})
    sets = _rijen(pip, request.POST if request.method == "POST" else None)
    toon_pw = gegevens.bijstand or pip.pw_beschikkingen.exists()
    context = {"sets": sets, "toon_pw": toon_pw}
    if request.method != "POST":
        return _toon(request, beeld, "plan/afspraken.html", form, gegevens, **context)
    if all([form.is_valid(), *(deel.is_valid() for deel in sets.values())]) and _bewaar(request, pip, form, sets):
        return naar(request, nummer, "hoofdlijnen" if "terug" in request.POST else "afspraken")
    return _toon(request, beeld, "plan/afspraken.html", form, gegevens, **context)


def _kopie(pip: Pip) -> Pip:
    """A ModelForm writes on its instance; the service must get the one that was read."""
    kopie: Pip = Pip.objects.select_related("dossier").get(pk=pip.pk)
    return kopie


def _hoofdlijnenform(request: GemeenteRequest, pip: Pip, gegevens: Situatie) -> Conceptformulier:
    wat: dict[str, Any] = {"instance": _kopie(pip), "initial": {"revisie": pip.revisie}}
    if pip.is_advies:
        return AdviesForm(request.POST or None, **wat)
    if "toon" in request.POST:  # another leerroute was chosen: its fields, with what was typed
        wat["initial"] |= getypt(HoofdlijnenForm, request.POST)
        return HoofdlijnenForm(**wat, **_bij(gegevens))
    return HoofdlijnenForm(request.POST or None, **wat, **_bij(gegevens))


def _bij(gegevens: Situatie) -> dict[str, Any]:
    toets = gegevens.intake.toets if gegevens.intake else None
    uitslag = f"De leerbaarheidstoets: {toets.uitslag or toets.reden_geen}." if toets and gegevens.toets_bekend else ""
    return {"met_aanbod": gegevens.met_aanbod, "toets": uitslag, "b1_haalbaar": gegevens.b1_haalbaar}


def _rijen(pip: Pip, data: Mapping[str, Any] | None) -> dict[str, BaseFormSet]:
    """Bound to what was typed, or filled with what is stored."""
    afspraken_ = list(pip.afspraken.values("wat", "wie", "hoeveel", "wanneer"))
    besluiten = list(pip.pw_beschikkingen.values("omschrijving", "datum", "kenmerk", "stuk"))
    stukken = pip.dossier.stukken.zonder_bytes().te_openen().filter(onderwerp=Stukonderwerp.BIJSTAND)
    return {
        "afspraken": AfspraakRijen(data, initial=afspraken_, prefix="afspraken"),
        "pw": PwRijen(data, initial=besluiten, prefix="pw", form_kwargs={"stukken": stukken}),
    }


def _bewaar(
    request: GemeenteRequest, pip: Pip, form: Conceptformulier, sets: Mapping[str, BaseFormSet] | None = None
) -> bool:
    """Save; what stands in the way comes on top of the form, and what somebody else saved beside it."""
    try:
        bewaard = bewaar_concept(
            pip=pip,
            revisie=form.cleaned_data["revisie"],
            door=request.user,
            op=vandaag(),
            gegevens=form.gegevens,
            afspraken=rijen(sets["afspraken"]) if sets else None,
            pw_beschikkingen=rijen(sets["pw"]) if sets else None,
        )
    except GewijzigdDoorAnder as fout:
        _toon_beide(request, form, fout)
    except ValidationError as fout:
        form.add_error(None, fout.messages)
    except PlanFout as fout:
        form.add_error(None, str(fout))
    else:
        samen = [SAMENGEVOEGD] if bewaard.revisie > form.cleaned_data["revisie"] + 1 else []
        messages.success(request, " ".join([OPGESLAGEN, *samen, *form.wat_wijzigt(_gewijzigde_rijen(sets))]))
        return True
    return False


def _gewijzigde_rijen(sets: Mapping[str, BaseFormSet] | None) -> list[str]:
    namen = {"afspraken": "afspraken", "pw": "pw_beschikkingen"}
    return [namen[naam] for naam, deel in (sets or {}).items() if deel.has_changed()]


def _toon_beide(request: GemeenteRequest, form: Conceptformulier, fout: GewijzigdDoorAnder) -> None:
    """Of the fields that both changed show both texts; the others follow who changed them. The next save wins."""
    huidig = fout.huidig
    form.add_error(None, f"{huidig.gewijzigd_door} heeft dit concept intussen gewijzigd. Er is nog niets overschreven.")
    form.gelijktijdig = True
    velden = [naam for naam in fout.botsingen if naam in form.fields]
    form.conflict = [(form.fields[naam].label, getattr(huidig, naam), form.gegevens[naam]) for naam in velden]
    form.conflict_rijen = list(huidig.afspraken.all()) if "afspraken" in fout.botsingen else []
    form.conflict_pw = list(huidig.pw_beschikkingen.all()) if "pw_beschikkingen" in fout.botsingen else []
    data = request.POST.copy()
    for naam, waarde in fout.samen.items():
        if waarde != form.gegevens[naam]:
            data.setlist(naam, _als_getypt(waarde))
    data["revisie"] = str(huidig.revisie)
    form.data = data


def _als_getypt(waarde: Any) -> list[str]:
    """How a browser would send this value."""
    if isinstance(waarde, list):
        return [str(deel) for deel in waarde]
    return ["on"] if waarde is True else [] if waarde in (None, False) else [str(waarde)]


def _rijzinnen(form: Conceptformulier) -> dict[str, str]:
    if form.instance.is_advies:
        return {}
    eerste = form.instance.versie == 1
    return {naam: VELDEN[naam].zin(eerste=eerste) for naam in ("afspraken", "pw_beschikkingen")}


def _gesloten(request: GemeenteRequest, nummer: str, pip: Pip) -> HttpResponse:
    messages.info(request, f"Dit PIP is {pip.get_status_display()} en kan nu niet worden gewijzigd.")
    return naar(request, nummer)


def _toon(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    template: str,
    form: Conceptformulier,
    gegevens: Situatie,
    **context: Any,
) -> HttpResponse:
    status = 409 if form.gelijktijdig else 422 if form.is_bound else 200
    if request.htmx:
        status = 200  # htmx puts only a good answer in the page
    context = {"form": form, "gegevens": gegevens, "intake": gegevens.intake, "rijzinnen": _rijzinnen(form), **context}
    context["kinderen"] = [(kind, kind.leeftijd(beeld.op)) for kind in kinderen_van(dossier=beeld.dossier)]
    if template == HOOFDLIJNEN:
        context["urenregels"] = urenregels(_kopie(form.instance), met_aanbod=gegevens.met_aanbod)
        context |= routebeeld(beeld, gegevens)
    return toon_tab(request, beeld, template, context, status=status)
