"""The groups of the training: the list, one group with its meetings, and attendance as one form."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.groep import BijeenkomstForm, PresentieForm
from cases.klok import vandaag
from cases.models import Dossier
from cases.toegang import Actie, weigering
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from ontzorgen.forms.training import GroepForm, TrainingForm
from ontzorgen.models import Bijeenkomst, Deelname, Training, Trainingsgroep
from ontzorgen.querysets_training import met_bezetting
from ontzorgen.services.trainingen import (
    bewaar_groep,
    bewaar_training,
    leg_aanwezigheid_vast,
    plan_bijeenkomst,
)

from .basis import beleidsbeeld, noteer_gezien, verwerkt, zichtbare_dossiers
from .zicht import mag_bijwerken

NIEUWSTE_EERST = Sortering(("start", "pk"), aflopend=True)
FORMULIER = "ontzorgen/training_formulier.html"


@pagina(Actie.ONTZORGEN_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """All groups, the newest first, with how full they are; the trainings that this gemeente offers."""
    blad = blader(request, [met_bezetting(Trainingsgroep.objects.filter(gemeente=request.gemeente))], NIEUWSTE_EERST)
    context = {
        "blad": blad,
        "trainingen": Training.objects.filter(gemeente=request.gemeente),
        "mag_bijwerken": mag_bijwerken(request),
        "op": vandaag(),
        **beleidsbeeld(request, [], vandaag()),
    }
    return render(request, "ontzorgen/trainingen.html", context)


@pagina(Actie.ONTZORGEN_FEITEN)
def training_nieuw(request: GemeenteRequest) -> HttpResponse:
    """A training that this gemeente offers, by its own name."""
    form = TrainingForm(request.POST or None)
    form.annuleer_url = _lijst(request)
    wie: dict[str, Any] = {"gemeente": request.gemeente, "door": request.user}
    if verwerkt(request, form, lambda: bewaar_training(**wie, **form.cleaned_data)):
        messages.success(request, f"Toegevoegd: {form.cleaned_data['naam']}.")
        return redirect(form.annuleer_url)
    return _formulier(request, form, "Training toevoegen")


@pagina(Actie.ONTZORGEN_FEITEN)
def groep_nieuw(request: GemeenteRequest) -> HttpResponse:
    """A group without meetings yet."""
    form = GroepForm(request.POST or None, gemeente=request.gemeente)
    form.annuleer_url = _lijst(request)
    bewaard: list[Trainingsgroep] = []

    def doe() -> None:
        bewaard.append(
            bewaar_groep(gemeente=request.gemeente, gegevens=form.cleaned_data, door=request.user, op=vandaag())
        )

    if verwerkt(request, form, doe):
        messages.success(request, "De groep is gemaakt. Voeg nu de bijeenkomsten toe.")
        return redirect("ontzorgen:trainingsgroep", gemeente=request.gemeente.slug, pk=bewaard[0].pk)
    return _formulier(request, form, "Groep toevoegen")


@pagina(Actie.ONTZORGEN_FEITEN)
def groep_wijzigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Another set-up; more places go to who waits longest."""
    rij = _haal(request, pk)
    # The form writes what was typed on its row, also what is refused; `rij` stays what is stored.
    form = GroepForm(request.POST or None, instance=copy(rij), gemeente=request.gemeente)
    form.annuleer_url = reverse("ontzorgen:trainingsgroep", kwargs={"gemeente": request.gemeente.slug, "pk": pk})

    def doe() -> None:
        wie: dict[str, Any] = {"door": request.user, "op": vandaag()}
        bewaar_groep(gemeente=request.gemeente, gegevens=form.cleaned_data, bestaand=rij, **wie)

    if verwerkt(request, form, doe):
        messages.success(request, "De groep is gewijzigd.")
        return redirect(form.annuleer_url)
    return _formulier(request, form, "Groep wijzigen")


@pagina(Actie.ONTZORGEN_LEZEN)
def groep(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Who is in it and how often they were there; a meeting can be added."""
    rij = _haal(request, pk)
    mag_bewerken = mag_bijwerken(request)
    if request.method == "POST" and not mag_bewerken:
        raise PermissionDenied(weigering(Actie.ONTZORGEN_FEITEN))
    form = BijeenkomstForm(request.POST or None)
    if verwerkt(request, form, lambda: plan_bijeenkomst(groep=rij, door=request.user, **form.cleaned_data)):
        messages.success(request, "De bijeenkomst is toegevoegd.")
        return redirect("ontzorgen:trainingsgroep", gemeente=request.gemeente.slug, pk=pk)
    context = _groepbeeld(request, rij) | {"form": form, "mag_bijwerken": mag_bewerken}
    return render(request, "ontzorgen/trainingsgroep.html", context, status=422 if form.errors else 200)


@pagina(Actie.ONTZORGEN_FEITEN)
def presentie(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The attendance of one meeting: one line per participant whom this person may know of."""
    rijen = Bijeenkomst.objects.filter(groep__gemeente=request.gemeente).select_related("groep__training")
    bijeenkomst: Bijeenkomst = get_object_or_404(rijen, pk=pk)
    op = vandaag()
    deelnames = list(_zichtbare_deelnames(request, bijeenkomst.groep, op).filter(stand="geplaatst"))
    mensen = [deelname.dossier for deelname in deelnames]
    noteer_gezien(request, mensen, "presentie")
    form = PresentieForm(
        request.POST or None, deelnames=deelnames, nu=dict(bijeenkomst.aanwezigheid.values_list("deelname", "stand"))
    )
    groep_pk = bijeenkomst.groep_id
    form.annuleer_url = reverse("ontzorgen:trainingsgroep", kwargs={"gemeente": request.gemeente.slug, "pk": groep_pk})
    wie: dict[str, Any] = {"bijeenkomst": bijeenkomst, "door": request.user, "op": op}
    if verwerkt(request, form, lambda: leg_aanwezigheid_vast(standen=form.standen, **wie)):
        messages.success(request, "De presentie is vastgelegd.")
        return redirect(form.annuleer_url)
    return _formulier(request, form, f"Presentie op {bijeenkomst}", str(bijeenkomst.groep), mensen)


def _groepbeeld(request: GemeenteRequest, rij: Trainingsgroep) -> dict[str, Any]:
    op = vandaag()
    deelnames = list(_zichtbare_deelnames(request, rij, op).prefetch_related("aanwezigheid"))
    noteer_gezien(request, (deelname.dossier for deelname in deelnames), "trainingsgroep")
    bijeenkomsten = list(rij.bijeenkomsten.all())
    geweest = [dag for dag in bijeenkomsten if dag.datum <= op]
    return {
        "groep": rij,
        "bijeenkomsten": bijeenkomsten,
        "op": op,
        "geplaatst": [(d, _telling(d), len(geweest)) for d in deelnames if d.stand == "geplaatst"],
        "wachtend": [d for d in deelnames if d.stand == "wachtlijst"],
        "gestopt": [d for d in deelnames if d.stand == "gestopt"],
        "niet_getoond": rij.deelnames.count() - len(deelnames),
        **beleidsbeeld(request, [deelname.dossier for deelname in deelnames], op),
    }


def _telling(deelname: Deelname) -> dict[str, int]:
    standen = [rij.stand for rij in deelname.aanwezigheid.all()]
    return {naam: standen.count(naam) for naam in ("aanwezig", "met_reden", "zonder_reden")}


def _zichtbare_deelnames(request: GemeenteRequest, groep: Trainingsgroep, op: date) -> Any:
    zichtbaar = zichtbare_dossiers(request, op)
    return groep.deelnames.filter(dossier__in=zichtbaar).select_related("dossier__inburgeraar")


def _haal(request: GemeenteRequest, pk: int) -> Trainingsgroep:
    rijen = met_bezetting(Trainingsgroep.objects.filter(gemeente=request.gemeente))
    gevonden: Trainingsgroep = get_object_or_404(rijen, pk=pk)
    return gevonden


def _lijst(request: GemeenteRequest) -> str:
    return reverse("ontzorgen:trainingen", kwargs={"gemeente": request.gemeente.slug})


def _formulier(
    request: GemeenteRequest, form: Any, titel: str, onder: str = "", mensen: Sequence[Dossier] = ()
) -> HttpResponse:
    context = {"form": form, "titel": titel, "onder": onder, **beleidsbeeld(request, mensen, vandaag())}
    return render(request, FORMULIER, context, status=422 if form.errors else 200)
