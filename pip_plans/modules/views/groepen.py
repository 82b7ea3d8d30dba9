"""The groups of the PVT: the list, one group with its meetings, attendance as one form, and the signing together."""

from copy import copy
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.groep import PresentieForm
from cases.klok import nu, vandaag
from cases.models import Dossier
from cases.services.inzage import noteer_bij_elk
from cases.toegang import Actie, mag, weigering
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from pip_plans.modules.forms.pvt import GroepForm, OndertekeningForm, PvtbijeenkomstForm
from pip_plans.modules.models import Pvtbijeenkomst, Pvtgroep
from pip_plans.modules.querysets import met_bezetting, met_uren
from pip_plans.modules.services.groepen import bewaar_groep, leg_aanwezigheid_vast, plan_bijeenkomst
from pip_plans.modules.services.verklaringen import plan_samen
from pip_plans.uitvoering.views.basis import verwerkt

from .basis import adres

NIEUWSTE_EERST = Sortering(("start", "pk"), aflopend=True)


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """All groups, the newest first, with how full they are."""
    blad = blader(request, [met_bezetting(Pvtgroep.objects.filter(gemeente=request.gemeente))], NIEUWSTE_EERST)
    return render(request, "modules/groepen.html", {"blad": blad, "mag_bewerken": _mag(request)})


@pagina(Actie.DOSSIER_BEWERKEN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """A group without meetings yet."""
    form = GroepForm(request.POST or None, gemeente=request.gemeente)
    bewaard: list[Pvtgroep] = []
    gegevens: dict[str, Any] = {"gemeente": request.gemeente, "door": request.user}
    if verwerkt(request, form, lambda: bewaard.append(bewaar_groep(gegevens=form.cleaned_data, **gegevens))):
        messages.success(request, "De groep is gemaakt. Voeg nu de bijeenkomsten toe.")
        return redirect(adres(request, "groep", pk=bewaard[0].pk))
    return _formulier(request, form, "Groep toevoegen", adres(request, "groepen"))


@pagina(Actie.DOSSIER_BEWERKEN)
def wijzigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Another set-up."""
    rij = _haal(request, pk)
    # The form writes what was typed on its row, also what is refused; `rij` stays what is stored.
    form = GroepForm(request.POST or None, instance=copy(rij), gemeente=request.gemeente)
    gegevens: dict[str, Any] = {"gemeente": request.gemeente, "bestaand": rij, "door": request.user}
    if verwerkt(request, form, lambda: bewaar_groep(gegevens=form.cleaned_data, **gegevens)):
        messages.success(request, "De groep is gewijzigd.")
        return redirect(adres(request, "groep", pk=pk))
    return _formulier(request, form, "Groep wijzigen", adres(request, "groep", pk=pk))


@pagina(Actie.DOSSIER_LEZEN)
def groep(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Who is in it, how many hours they followed, and its meetings; a meeting can be added."""
    rij, mag_bewerken = _haal(request, pk), _mag(request)
    if request.method == "POST" and not mag_bewerken:
        raise PermissionDenied(weigering(Actie.DOSSIER_BEWERKEN))
    form = PvtbijeenkomstForm(request.POST or None)
    if verwerkt(request, form, lambda: plan_bijeenkomst(groep=rij, door=request.user, **form.cleaned_data)):
        messages.success(request, "De bijeenkomst staat erbij.")
        return redirect(adres(request, "groep", pk=pk))
    op = vandaag()
    deelnames = list(met_uren(_zichtbaar(request, rij, op)))
    _noteer(request, [deelname.dossier for deelname in deelnames], "PVT-groep")
    context = {
        "groep": rij,
        "deelnames": [(rij, _verklaring(rij.dossier)) for rij in deelnames],
        "niet_getoond": rij.deelnames.count() - len(deelnames),
        "bijeenkomsten": rij.bijeenkomsten.all(),
        "form": form,
        "mag_bewerken": mag_bewerken,
        "op": op,
    }
    return render(request, "modules/groep.html", context, status=422 if form.errors else 200)


@pagina(Actie.DOSSIER_BEWERKEN)
def presentie(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The attendance of one meeting: one line per participant whom this person may know of."""
    rijen = Pvtbijeenkomst.objects.filter(groep__gemeente=request.gemeente).select_related("groep__aanbieder")
    dag: Pvtbijeenkomst = get_object_or_404(rijen, pk=pk)
    op = vandaag()
    deelnames = list(_zichtbaar(request, dag.groep, op).filter(gestopt_op=None))
    _noteer(request, [deelname.dossier for deelname in deelnames], "presentie PVT")
    huidig = dict(dag.aanwezigheid.values_list("deelname", "stand"))
    form = PresentieForm(request.POST or None, deelnames=deelnames, nu=huidig)
    wie: dict[str, Any] = {"bijeenkomst": dag, "door": request.user, "op": op}
    if verwerkt(request, form, lambda: leg_aanwezigheid_vast(standen=form.standen, **wie)):
        messages.success(request, "De presentie is vastgelegd.")
        return redirect(adres(request, "groep", pk=dag.groep_id))
    return _formulier(request, form, f"Presentie op {dag}", adres(request, "groep", pk=dag.groep_id), str(dag.groep))


@pagina(Actie.DOSSIER_BEWERKEN)
def ondertekening(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One festive signing for everybody in the group who did not sign yet, each with an own letter."""
    rij, op = _haal(request, pk), vandaag()
    dossiers = [deelname.dossier for deelname in _zichtbaar(request, rij, op).filter(gestopt_op=None)]
    _noteer(request, dossiers, "ondertekening PVT")
    form = OndertekeningForm(request.POST or None)
    aantal: list[int] = []
    wie: dict[str, Any] = {"dossiers": dossiers, "door": request.user, "op": op}
    if verwerkt(request, form, lambda: aantal.append(plan_samen(**wie, **form.cleaned_data))):
        messages.success(request, f"Gepland voor {aantal[0]}. De brieven staan bij Documenten van elk dossier.")
        return redirect(adres(request, "groep", pk=pk))
    return _formulier(request, form, "Samen ondertekenen", adres(request, "groep", pk=pk), str(rij))


def _verklaring(dossier: Dossier) -> Any:
    """The last time that the declaration was put before somebody; asked for all at once."""
    return max(dossier.verklaringen.all(), key=lambda rij: (rij.datum, rij.pk), default=None)


def _zichtbaar(request: GemeenteRequest, rij: Pvtgroep, op: date) -> Any:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, op)
    deelnames = rij.deelnames.filter(dossier__in=zichtbaar).select_related("dossier__inburgeraar", "dossier__gemeente")
    return deelnames.prefetch_related("dossier__verklaringen")


def _noteer(request: GemeenteRequest, dossiers: list[Dossier], wat: str) -> None:
    noteer_bij_elk(medewerker=request.user, dossiers=dossiers, wat=wat, moment=nu())


def _mag(request: GemeenteRequest) -> bool:
    return mag(request.rollen, Actie.DOSSIER_BEWERKEN)


def _haal(request: GemeenteRequest, pk: int) -> Pvtgroep:
    rij: Pvtgroep = get_object_or_404(met_bezetting(Pvtgroep.objects.filter(gemeente=request.gemeente)), pk=pk)
    return rij


def _formulier(request: GemeenteRequest, form: Any, titel: str, terug: str, onder: str = "") -> HttpResponse:
    form.annuleer_url = terug
    context = {"form": form, "titel": titel, "onder": onder}
    return render(request, "modules/groepformulier.html", context, status=422 if form.errors else 200)
