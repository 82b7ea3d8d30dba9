"""The calm page on which a second person keeps a decision back that was taken and not sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cases.forms.niet_verzenden import NietVerzendenForm
from cases.klok import vandaag
from cases.models import Beschikking
from cases.onverzonden import onverzonden
from cases.services.beschikkingen import BeschikkingFout
from cases.services.niet_verzenden import reden_niet, verzend_niet
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.NIET_VERZENDEN)
def niet_verzenden(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What it means, and the reason; without the form, but with the sentence, for who cannot. `pk` is the letter."""
    beeld = dossierbeeld(request, nummer, "besluit niet verzenden")
    besluiten = beeld.dossier.beschikkingen.select_related("vastgesteld_door", "opgesteld_door", "niet_verzonden_door")
    besluit = get_object_or_404(besluiten, document=pk)
    soort = onverzonden(besluit.soort)
    verder = "cases:documenten" if isinstance(soort, str) else soort.verder
    terug = reverse(verder, kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer})
    form = NietVerzendenForm(request.POST or None)
    form.annuleer_url = terug
    if form.is_valid() and _verzend_niet(request, besluit, form):
        return redirect(terug)
    waarom = reden_niet(besluit, request.user, beeld.op)
    daarna = "" if isinstance(soort, str) else soort.daarna
    context = {"besluit": besluit, "form": form, "reden_niet": waarom, "daarna": daarna, "terug": terug}
    return toon_tab(request, beeld, "cases/dossier/niet_verzenden.html", context, status=422 if form.errors else 200)


def _verzend_niet(request: GemeenteRequest, besluit: Beschikking, form: NietVerzendenForm) -> bool:
    try:
        verzend_niet(besluit=besluit, reden=form.cleaned_data["reden"], door=request.user, op=vandaag())
    except BeschikkingFout as fout:
        form.add_error(None, str(fout))
        return False
    messages.success(request, f"{besluit.nummer} wordt niet verzonden. De termijnen zijn opnieuw berekend.")
    return True
