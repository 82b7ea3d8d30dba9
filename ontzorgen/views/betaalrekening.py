"""The account from which the gemeente pays: proposed by one person, judged by another."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.crediteuren import AfwijsForm, BetaalrekeningForm
from ontzorgen.models import wachtende
from ontzorgen.services.crediteuren import stel_betaalrekening_voor

from .basis import verwerkt
from .rekeningen import afgewezen, keur_goed, rekeningbeeld

PAGINA = "ontzorgen:betaalrekening"


@pagina(Actie.BETAALREKENING)
def betaalrekening(request: GemeenteRequest) -> HttpResponse:
    """The account that counts, the one that waits, and what there was; propose another one."""
    form = BetaalrekeningForm(request.POST or None)

    def doe() -> None:
        stel_betaalrekening_voor(gemeente=request.gemeente, door=request.user, op=vandaag(), **form.cleaned_data)

    if verwerkt(request, form, doe):
        messages.success(request, "De rekening ligt klaar voor een collega om goed te keuren.")
        return redirect(PAGINA, gemeente=request.gemeente.slug)
    return _toon(request, form, AfwijsForm())


@require_POST
@pagina(Actie.BETAALREKENING)
def goedkeuren(request: GemeenteRequest) -> HttpResponse:
    """The account that waits becomes the one that pays."""
    keur_goed(request, wachtende(request.gemeente.rekeningen.all()))
    return redirect(PAGINA, gemeente=request.gemeente.slug)


@require_POST
@pagina(Actie.BETAALREKENING)
def afwijzen(request: GemeenteRequest) -> HttpResponse:
    """The account that waits is not used, with the reason."""
    form = AfwijsForm(request.POST)
    if afgewezen(request, wachtende(request.gemeente.rekeningen.all()), form):
        return redirect(PAGINA, gemeente=request.gemeente.slug)
    return _toon(request, BetaalrekeningForm(), form)


def _toon(request: GemeenteRequest, form: BetaalrekeningForm, nee: AfwijsForm) -> HttpResponse:
    context = rekeningbeeld(request, request.gemeente.rekeningen.all(), form, nee)
    return render(request, "ontzorgen/betaalrekening.html", context, status=422 if form.errors or nee.errors else 200)
