"""The rows of a run: searching them, and taking one out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from ontzorgen.forms.betaling import UitneemForm
from ontzorgen.services.betaalruns import neem_uit

from .basis import verwerkt
from .betaalbeeld import haal_run, met_mensen, rijen_van
from .betaalruns import RUN, zoeksleutel

LANGSTE_VRAAG = 100


@pagina(Actie.BETAALRUN_LEZEN)
@knop(RUN)
def zoeken(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The question waits in the session, because no name may stand in an address; an empty one shows all again."""
    haal_run(request, pk)
    vraag = request.POST.get("vraag", "").strip()[:LANGSTE_VRAAG].replace("\x00", "")
    request.session[zoeksleutel(request)] = vraag
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
    context = {"batch": batch, "rij": beeld, "form": form}
    return render(request, "ontzorgen/betaalrij.html", context, status=422 if form.errors else 200)
