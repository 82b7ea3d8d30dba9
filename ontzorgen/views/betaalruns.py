"""The payment runs of a gemeente: the list, a new one with its proposal, and one run with its steps and rows."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cases.klok import vandaag
from cases.toegang import Actie, mag, weigering
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import met
from ontzorgen.besluitwerk import voor_te_stellen
from ontzorgen.enums_betaling import Batchstand, Betaalwijze, Pogingstand
from ontzorgen.forms.betaling import IntrekForm, RunForm
from ontzorgen.forms.velden import lees_maand
from ontzorgen.maanden import eerste_dag, maandnaam
from ontzorgen.models import Betaalbatch
from ontzorgen.services.betaalruns import maak_run, voorgestelde_dag, wijze_van
from ontzorgen.services.maandrun import kandidaten, nog_niet_vastgelegd, voorstellen
from ontzorgen.services.nog_te_betalen import EERDERE_VAN_POGING
from ontzorgen.services.vrijgave import vrijgevers, waarom_niet_vrij, wacht_op_ander

from .afsluitbeeld import afsluitbeeld, herrekenbeeld
from .bankbeeld import bankbeeld, openbeeld
from .basis import beleidsbeeld, verwerkt, zichtbare_dossiers
from .betaalbeeld import (
    aansluiting,
    gezocht,
    haal_run,
    in_rijen,
    mensen_van,
    met_mensen,
    rijen_van,
    te_herhalen,
    tekortbeeld,
)

NIEUWSTE = Sortering(("pk",), aflopend=True)
OP_EENHEID = Sortering(("pk",))
OP_PLAATS = Sortering(("volgnummer", "pk"))
PER_BLAD = 25
RUN = "ontzorgen:betaalrun"
VRAAG = "betaalvraag"


@pagina(Actie.BETAALRUN_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """All runs, the newest first, and who pays in this month."""
    maand = eerste_dag(vandaag())
    wijze, bron = wijze_van(request.gemeente, maand)
    rijen = Betaalbatch.objects.van(request.gemeente).met_afsluiting().met_aandacht().met_totaal()
    rijen = rijen.select_related("gemaakt_door", "bestand")
    context = {
        "blad": blader(request, [rijen], NIEUWSTE),
        "maand": maand,
        "wijze": wijze.label,
        "bron": bron,
        "zelf": wijze == Betaalwijze.EIGEN_BATCH,
        "mag_maken": mag(request.rollen, Actie.BETAALRUN_MAKEN),
        "mag_rekening": mag(request.rollen, Actie.BETAALREKENING),
        **beleidsbeeld(request, [], vandaag()),
    }
    return render(request, "ontzorgen/betaalruns.html", context)


@pagina(Actie.BETAALRUN_LEZEN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """The proposal: who, what, and why not; whoever may make runs makes one of it.

    Under a form that was refused stands the proposal of the month typed in it, and none for what is no month.
    """
    op, maand, mag_maken = vandaag(), _maand(request), mag(request.rollen, Actie.BETAALRUN_MAKEN)
    if request.method == "POST" and not mag_maken:
        raise PermissionDenied(weigering(Actie.BETAALRUN_MAKEN))
    begin = {"maand": maand, "uitvoerdag": voorgestelde_dag(request.gemeente, maand, op)}
    form = RunForm(request.POST or None, initial=begin)
    gemaakt: list[Betaalbatch] = []

    def doe() -> None:
        gemaakt.append(maak_run(gemeente=request.gemeente, door=request.user, op=op, **form.cleaned_data))

    if verwerkt(request, form, doe):
        messages.success(request, f"{gemaakt[0]} wordt gemaakt.")
        return redirect(RUN, gemeente=request.gemeente.slug, pk=gemaakt[0].pk)
    bekeken = form.cleaned_data.get("maand") if form.is_bound else maand
    context = {"form": form, "mag_maken": mag_maken, **(_voorstel(request, bekeken, op) if bekeken else {})}
    return render(request, "ontzorgen/betaalrun_nieuw.html", context, status=422 if form.errors else 200)


@pagina(Actie.BETAALRUN_LEZEN)
def run(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One run: where it is, who may do the next step, and its rows."""
    op, batch = vandaag(), haal_run(request, pk)
    stand, vraag = request.GET.get("stand", ""), gestelde_vraag(request, pk)
    rijen = rijen_van(batch)
    if stand in Pogingstand.values:
        rijen = rijen.filter(stand=stand)
    if vraag:
        rijen = gezocht(request, rijen, vraag, op)
    blad = blader(request, [rijen.prefetch_related(EERDERE_VAN_POGING)], OP_PLAATS)
    betalingen, herzien = met_mensen(request, blad.rijen, op), herrekenbeeld(request, batch, op)
    kort = tekortbeeld(request, batch, op)
    mensen = [*in_rijen(rij.mensen for rij in betalingen), *in_rijen(wie for _, wie in herzien["herzieningen"])]
    mensen += [wie for _, wie in kort["tekorten"]]
    context = {
        "batch": batch,
        "blad": blad,
        "rijen": betalingen,
        "vraag": vraag,
        "keuzes": _keuzes(request, stand),
        "totaal": (batch.aantal, batch.cents) if batch.is_vrij else batch.pogingen.totaal(),
        "aansluiting": aansluiting(batch),
        "opnieuw": te_herhalen(batch),
        "bestand": getattr(batch, "bestand", None),
        "niet_vast": nog_niet_vastgelegd(request.gemeente, batch.betaalmaand.maand).exists(),
        "intrekken": IntrekForm(),
        **_stappen(request, batch),
        **bankbeeld(request, batch, op),
        **afsluitbeeld(request, batch),
        **herzien,
        **kort,
        **beleidsbeeld(request, mensen, op),
    }
    return render(request, "ontzorgen/betaalrun.html", context)


def onthoud_vraag(request: GemeenteRequest, pk: int, vraag: str) -> None:
    """The question waits in the session, because no name may stand in an address; only that of the last run."""
    request.session[VRAAG] = [pk, vraag]


def gestelde_vraag(request: GemeenteRequest, pk: int) -> str:
    """What was asked of this run; '' when the last question was about another one."""
    run, vraag = request.session.get(VRAAG, [pk, ""])
    return vraag if run == pk else ""


def _maand(request: GemeenteRequest) -> date:
    """The month of the address, else this one."""
    return lees_maand(request.GET.get("maand", "")) or eerste_dag(vandaag())


def _voorstel(request: GemeenteRequest, maand: date, op: date) -> dict[str, Any]:
    blad = blader(request, [nog_niet_vastgelegd(request.gemeente, maand)], OP_EENHEID, PER_BLAD, maand=f"{maand:%m-%Y}")
    wijze, bron = wijze_van(request.gemeente, maand)
    mensen = mensen_van(request, [eenheid.pk for eenheid in blad.rijen], op)
    units = [(unit, mensen.get(unit.eenheid.pk, [])) for unit in voorstellen(blad.rijen, maand, op=op)]
    nog_open = openbeeld(request, maand, op)
    iedereen = [*in_rijen(mensen.values()), *in_rijen(wie for _, wie, _ in nog_open["openstaand"])]
    return {
        "maand": maand,
        "maandnaam": maandnaam(maand),
        "blad": blad,
        "units": units,
        "wijze": wijze,
        "zelf": wijze == Betaalwijze.EIGEN_BATCH,
        "bron": bron,
        "mag_beslissen": mag(request.rollen, Actie.ONTZORGEN_BESLISSEN),
        "zonder_besluit": voor_te_stellen(zichtbare_dossiers(request, op), op).count(),
        "iemand": bool(units) or kandidaten(request.gemeente, maand).exists(),
        **nog_open,
        **beleidsbeeld(request, iedereen, op),
    }


def _keuzes(request: GemeenteRequest, gekozen: str) -> list[dict[str, Any]]:
    keuzes = [("", "alle"), *((stand.value, stand.label) for stand in Pogingstand)]
    return [{"label": label, "url": met(request, stand=waarde), "actief": waarde == gekozen}
            for waarde, label in keuzes]  # fmt: skip


def _stappen(request: GemeenteRequest, batch: Betaalbatch) -> dict[str, Any]:
    """Who did which step, and which one this person may do now."""
    rollen, niet_vrij = request.rollen, waarom_niet_vrij(batch, request.user)
    ter_vrijgave = batch.stand == Batchstand.GECONTROLEERD
    if ter_vrijgave and not niet_vrij:
        niet_vrij = wacht_op_ander(batch, request.user)
    beoordeelt = mag(rollen, Actie.BETAALRUN_BEOORDELEN) and batch.stand == Batchstand.VOORSTEL
    return {
        "vrijgaven": list(batch.vrijgaven.select_related("door")),
        "vrijgegeven_door": vrijgevers(batch) if ter_vrijgave else 0,
        "mag_beoordelen": beoordeelt and batch.gemaakt_door_id != request.user.pk,
        "mag_controleren": mag(rollen, Actie.BETAALRUN_MAKEN) and batch.stand == Batchstand.BEOORDEELD,
        "mag_vrijgeven": mag(rollen, Actie.BETAALRUN_VRIJGEVEN) and ter_vrijgave and not niet_vrij,
        "niet_vrij": niet_vrij if mag(rollen, Actie.BETAALRUN_VRIJGEVEN) and ter_vrijgave else "",
        "mag_intrekken": mag(rollen, Actie.BETAALRUN_MAKEN) and not batch.is_af,
        "mag_uitnemen": mag(rollen, Actie.BETAALRIJ_UITNEMEN) and not batch.is_af,
        "mag_bestand": mag(rollen, Actie.BETAALBESTAND) and batch.is_vrij,
    }
