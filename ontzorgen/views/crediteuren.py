"""The creditors of a gemeente: the list, one creditor, and the judgement of its account."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.crediteuren import AfwijsForm, CrediteurForm, CrediteurrekeningForm, RekeningForm
from ontzorgen.models import Crediteur, Rekening
from ontzorgen.services.crediteuren import bewaar_crediteur, ook_bij, stel_rekening_voor

from .basis import verwerkt
from .rekeningen import afgewezen, keur_goed, rekeningbeeld

LIJST = "ontzorgen:crediteuren"


@pagina(Actie.CREDITEUREN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """All creditors with the account that is paid to and the one that waits."""
    rekeningen = Prefetch("rekeningen", Rekening.objects.select_related("voorgesteld_door"))
    rijen = Crediteur.objects.filter(gemeente=request.gemeente).prefetch_related(rekeningen)
    return render(request, "ontzorgen/crediteuren.html", {"crediteuren": rijen})


@pagina(Actie.CREDITEUREN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """A creditor without an account yet."""
    return _bewaar(request, Crediteur(gemeente=request.gemeente), "Crediteur toevoegen")


@pagina(Actie.CREDITEUREN)
def wijzigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Name and address."""
    return _bewaar(request, _haal(request, pk), "Crediteur wijzigen")


@pagina(Actie.CREDITEUREN)
def crediteur(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One creditor; propose another account."""
    rij = _haal(request, pk)
    form = CrediteurrekeningForm(request.POST or None)
    if verwerkt(
        request,
        form,
        lambda: stel_rekening_voor(crediteur=rij, door=request.user, op=vandaag(), **form.cleaned_data),
    ):
        messages.success(request, "De rekening ligt klaar voor een collega om goed te keuren.")
        return redirect("ontzorgen:crediteur", gemeente=request.gemeente.slug, pk=pk)
    return _toon(request, rij, form, AfwijsForm())


@require_POST
@pagina(Actie.CREDITEUREN)
def goedkeuren(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The account that waits becomes the one that is paid to."""
    keur_goed(request, _haal(request, pk).voorstel)
    return redirect("ontzorgen:crediteur", gemeente=request.gemeente.slug, pk=pk)


@require_POST
@pagina(Actie.CREDITEUREN)
def afwijzen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The account that waits is not used, with the reason."""
    rij, form = _haal(request, pk), AfwijsForm(request.POST)
    if afgewezen(request, rij.voorstel, form):
        return redirect("ontzorgen:crediteur", gemeente=request.gemeente.slug, pk=pk)
    return _toon(request, rij, CrediteurrekeningForm(), form)


def _haal(request: GemeenteRequest, pk: int) -> Crediteur:
    gevonden: Crediteur = get_object_or_404(Crediteur, gemeente=request.gemeente, pk=pk)
    return gevonden


def _bewaar(request: GemeenteRequest, rij: Crediteur, titel: str) -> HttpResponse:
    form = CrediteurForm(request.POST or None, instance=rij)
    if verwerkt(
        request,
        form,
        lambda: bewaar_crediteur(gemeente=request.gemeente, crediteur=rij, gegevens=form.gegevens()),
    ):
        messages.success(request, f"Bewaard: {rij.naam}.")
        return redirect("ontzorgen:crediteur", gemeente=request.gemeente.slug, pk=rij.pk)
    context = {"form": form, "titel": titel}
    return render(request, "ontzorgen/crediteur_formulier.html", context, status=422 if form.errors else 200)


def _toon(request: GemeenteRequest, rij: Crediteur, form: RekeningForm, afwijzen: AfwijsForm) -> HttpResponse:
    context = {"crediteur": rij, "ook_bij": ook_bij(gelezen) if (gelezen := rij.voorstel or rij.rekening) else []}
    context |= rekeningbeeld(request, rij.rekeningen.all(), form, afwijzen)
    return render(request, "ontzorgen/crediteur.html", context, status=422 if form.errors or afwijzen.errors else 200)
