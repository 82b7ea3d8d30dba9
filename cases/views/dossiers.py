"""The list of dossiers, its export, and giving a dossier to a consulent."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.enums_werk import Lijst
from cases.forms.toewijzen import ToewijsForm
from cases.forms.werkvoorraad import DossierFilter
from cases.klok import nu, vandaag
from cases.models import Dossier
from cases.querysets.dossiers import DossierQuerySet
from cases.services import inzage
from cases.services.dossiers import wijs_toe
from cases.services.lijstkeuze import kolommen_van
from cases.services.team import consulenten
from cases.toegang import Actie, mag
from inburgering.recht.feiten import DOELGROEP_LABELS, Doelgroep

from .antwoord import csv_antwoord
from .basis import GemeenteRequest, haal_dossier, pagina
from .bladeren import Sortering, blader
from .filters import met, onthouden_filter
from .lijstkeuze import bewaarde_filters

OP_NAAM = Sortering(("inburgeraar__sorteernaam", "inburgeraar_id", "pk"))
NIEUWSTE_EERST = Sortering(("aangemaakt_op", "pk"), aflopend=True)
UITVOER_PER_KEER = 500
KOLOMMEN = ("dossier", "inburgeraar", "geboortedatum", "doelgroep", "consulent", "status", "geopend op")


@pagina(Actie.DOSSIER_LEZEN)
def dossiers(request: GemeenteRequest) -> HttpResponse:
    """All dossiers that this person may see."""
    if adres := onthouden_filter(request, "dossiers"):
        return redirect(adres)
    form, rijen, sortering = _selectie(request)
    blad = blader(request, [rijen], sortering)
    mag_toewijzen = mag(request.rollen, Actie.TOEWIJZEN)
    context = {
        "filter": form,
        "blad": blad,
        "rijen": [(dossier, groep_in_woorden(dossier)) for dossier in blad.rijen],
        "uitvoer": reverse("cases:dossiers_csv", kwargs={"gemeente": request.gemeente.slug}) + met(request),
        "toewijsadres": reverse("cases:toewijzing_nieuw", kwargs={"gemeente": request.gemeente.slug}) + met(request),
        "mag_toewijzen": mag_toewijzen,
        "kolommen": kolommen_van(medewerker=request.user, lijst=Lijst.DOSSIERS),
        "bewaard": bewaarde_filters(request, Lijst.DOSSIERS),
        "keuze_url": reverse("cases:lijstkeuze", args=[request.gemeente.slug, Lijst.DOSSIERS.value]) + met(request),
        "consulenten": consulenten(gemeente=request.gemeente, op=vandaag()) if mag_toewijzen else (),
        "mag_bewerken": mag(request.rollen, Actie.DOSSIER_BEWERKEN),
    }
    return render(request, "cases/dossiers.html", context)


@pagina(Actie.DOSSIER_LEZEN)
def dossiers_csv(request: GemeenteRequest) -> StreamingHttpResponse:
    """The whole selection; the reading log keeps which dossiers were in it."""
    _, rijen, sortering = _selectie(request)
    inzage.noteer_uitvoer(
        medewerker=request.user,
        gemeente=request.gemeente,
        wat="CSV van de dossierlijst",
        dossier_ids=rijen.values_list("pk", flat=True),
        moment=nu(),
    )
    return csv_antwoord("dossiers", KOLOMMEN, _uitvoer(sortering.orden(rijen, False).iterator(UITVOER_PER_KEER)))


@pagina(Actie.TOEWIJZEN)
def toewijzen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Give the dossier to a consulent with an aanstelling today, or back to the teamleider."""
    dossier = haal_dossier(request, nummer, "toewijzen")
    form = ToewijsForm(
        request.POST or None, gemeente=request.gemeente, op=vandaag(), initial={"consulent": dossier.consulent_id}
    )
    adres = reverse("cases:dossier", kwargs={"gemeente": request.gemeente.slug, "nummer": dossier.nummer})
    form.annuleer_url = adres
    if not form.is_valid():
        return render(request, "cases/toewijzen.html", {"form": form, "dossier": dossier, "adres": adres})
    consulent = form.cleaned_data["consulent"]
    wijs_toe(dossier=dossier, consulent=consulent, door=request.user, op=vandaag())
    naam = consulent.naam if consulent else "de teamleider"
    messages.success(request, f"Dossier {dossier.nummer} is nu van {naam}.")
    if request.POST.get("terug") == "dossiers":
        return redirect("cases:dossiers", gemeente=request.gemeente.slug)
    return redirect(adres)


def groep_in_woorden(dossier: Any) -> str:
    """The annotation of `met_doelgroep` as people say it."""
    bekend = dossier.doelgroep in set(Doelgroep)
    return DOELGROEP_LABELS[Doelgroep(dossier.doelgroep)] if bekend else ""


def gekozen_dossiers(request: GemeenteRequest) -> DossierQuerySet:
    """What the filter in the address selects of what this person may see."""
    return _selectie(request)[1]


def _selectie(request: GemeenteRequest) -> tuple[DossierFilter, DossierQuerySet, Sortering]:
    form = DossierFilter(request.GET, consulenten=consulenten(gemeente=request.gemeente, op=vandaag()))
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    rijen = form.dossiers(zichtbaar.filter(inburgeraar__gemeente=request.gemeente))
    return form, rijen.select_related("inburgeraar", "consulent"), NIEUWSTE_EERST if form.nieuwste_eerst else OP_NAAM


def _uitvoer(dossiers: Iterator[Any]) -> Iterator[Sequence[Any]]:
    for dossier in dossiers:
        yield (
            dossier.nummer,
            dossier.inburgeraar.lijstnaam,
            f"{dossier.inburgeraar.geboortedatum:%d-%m-%Y}",
            groep_in_woorden(dossier),
            dossier.consulent or "",
            dossier.get_status_display(),
            f"{dossier.aangemaakt_op:%d-%m-%Y}",
        )
