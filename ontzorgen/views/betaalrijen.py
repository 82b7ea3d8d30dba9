"""The rows of a run: searching them, taking one out, and reckoning the month of its unit anew."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.forms.afsluiten import HerrekenForm
from ontzorgen.forms.betaling import UitneemForm
from ontzorgen.services.betaalruns import neem_uit
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.herrekenen import haal_uit_om_te_herrekenen, neem_weer_op

from .basis import beleidsbeeld, verwerkt
from .betaalbeeld import haal_run, met_mensen, rijen_van
from .betaalruns import RUN, onthoud_vraag

LANGSTE_VRAAG = 100


@pagina(Actie.BETAALRUN_LEZEN)
@knop(RUN)
def zoeken(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Show only the rows that fit this question; an empty one shows all again."""
    haal_run(request, pk)
    vraag = request.POST.get("vraag", "").strip()[:LANGSTE_VRAAG].replace("\x00", "")
    onthoud_vraag(request, pk, vraag)
    return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)


@pagina(Actie.BETAALRIJ_UITNEMEN)
def uitnemen(request: GemeenteRequest, pk: int, rij: int) -> HttpResponse:
    """Take one payment out, with the reason."""
    batch = haal_run(request, pk)
    poging = get_object_or_404(rijen_van(batch), pk=rij)
    form = UitneemForm(request.POST or None)
    if verwerkt(request, form, lambda: neem_uit(poging=poging, op=vandaag(), **form.cleaned_data)):
        messages.success(request, "De betaling is uit de run genomen.")
        return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)
    (beeld,) = met_mensen(request, [poging], vandaag())
    context = {"batch": batch, "rij": beeld, "form": form, **beleidsbeeld(request, beeld.mensen, vandaag())}
    return render(request, "ontzorgen/betaalrij.html", context, status=422 if form.errors else 200)


@pagina(Actie.BETAALRIJ_UITNEMEN)
def herrekenen(request: GemeenteRequest, pk: int, rij: int) -> HttpResponse:
    """Withdraw the month of the unit of this payment, so that it can be put right."""
    batch = haal_run(request, pk)
    poging = get_object_or_404(rijen_van(batch), pk=rij)
    form = HerrekenForm(request.POST or None)

    def doe() -> None:
        haal_uit_om_te_herrekenen(poging=poging, door=request.user, op=vandaag(), **form.cleaned_data)

    if verwerkt(request, form, doe):
        messages.success(request, "De eenheid is uit de run. Verbeter nu wat niet klopt, en zet haar daarna terug.")
        return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)
    (beeld,) = met_mensen(request, [poging], vandaag())
    context = {"batch": batch, "rij": beeld, "form": form, **beleidsbeeld(request, beeld.mensen, vandaag())}
    return render(request, "ontzorgen/herrekenen.html", context, status=422 if form.errors else 200)


@pagina(Actie.BETAALRIJ_UITNEMEN)
@knop(RUN)
def terugzetten(request: GemeenteRequest, pk: int, herziening: int) -> HttpResponse:
    """Reckon a unit that was taken out as it is recorded now, and take it into the run again."""
    batch = haal_run(request, pk)
    rij = get_object_or_404(batch.herzieningen.select_related("eenheid"), pk=herziening)
    try:
        aantal = neem_weer_op(batch=batch, eenheid=rij.eenheid, op=vandaag())
        messages.success(request, f"{rij.eenheid} is herrekend. Betalingen terug in de run: {aantal}.")
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)
