"""Deciding which answer of the bank holds, when it gave two: for one payment, or for all of a run at once."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render, resolve_url

from cases.klok import nu, vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.betaling import BeslisForm
from ontzorgen.services.tegenspraak import beslis, onbeslist

from .basis import beleidsbeeld, verwerkt
from .betaalbeeld import haal_run, met_mensen, rijen_van
from .betaalruns import RUN

MEESTE = 25


@pagina(Actie.BETAALRUN_VRIJGEVEN)
def beslissen(request: GemeenteRequest, pk: int, rij: int | None = None) -> HttpResponse:
    """What the bank said of each, and the decision. Counts for what stood on the page, not for what came since."""
    batch = haal_run(request, pk)
    open_rijen = onbeslist(batch)
    if rij is not None:
        open_rijen = open_rijen.filter(poging=rij)
    gezien = list(open_rijen.values_list("pk", "poging"))
    if not gezien:
        raise Http404
    form = BeslisForm(request.POST or None, initial={"tot": max(pk for pk, _ in gezien)})

    def doe() -> None:
        velden = form.cleaned_data
        rijen = [pk for pk, _ in gezien if pk <= velden.pop("tot")]
        beslis(batch=batch, rijen=rijen, door=request.user, op=vandaag(), moment=nu(), **velden)

    if verwerkt(request, form, doe):
        messages.success(request, "Uw besluit is vastgelegd.")
        return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)
    form.annuleer_url = resolve_url(RUN, gemeente=request.gemeente.slug, pk=pk)
    pogingen = rijen_van(batch).filter(pk__in=[poging for _, poging in gezien[:MEESTE]])
    rijen = met_mensen(request, pogingen.prefetch_related("bankregels__bericht"), vandaag())
    context = {
        "batch": batch,
        "form": form,
        "aantal": len(gezien),
        "cents": sum(batch.pogingen.filter(pk__in=[poging for _, poging in gezien]).values_list("cents", flat=True)),
        "rijen": rijen,
        **beleidsbeeld(request, (dossier for rij in rijen for dossier in rij.mensen), vandaag()),
    }
    return render(request, "ontzorgen/tegenspraak.html", context, status=422 if form.errors else 200)
