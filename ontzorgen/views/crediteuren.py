"""The creditors of a gemeente: the list, one creditor, and the judgement of an account."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.crediteuren import AfwijsForm, CrediteurForm, RekeningForm
from ontzorgen.models import Crediteur, Rekening
from ontzorgen.services.crediteuren import (
    bewaar_crediteur,
    keur_rekening_goed,
    ook_bij,
    stel_rekening_voor,
    wijs_rekening_af,
)
from ontzorgen.services.fout import OntzorgFout

from .basis import verwerkt

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
    form = RekeningForm(request.POST or None)
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
    rij = _haal(request, pk)
    try:
        keur_rekening_goed(rekening=_gelezen(request, rij), door=request.user, op=vandaag())
        messages.success(request, "De rekening is goedgekeurd.")
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    return redirect("ontzorgen:crediteur", gemeente=request.gemeente.slug, pk=pk)


@require_POST
@pagina(Actie.CREDITEUREN)
def afwijzen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The account that waits is not used, with the reason."""
    rij, form = _haal(request, pk), AfwijsForm(request.POST)
    if verwerkt(
        request,
        form,
        lambda: wijs_rekening_af(
            rekening=_gelezen(request, rij), reden=form.cleaned_data["reden"], door=request.user, op=vandaag()
        ),
    ):
        messages.success(request, "De rekening is afgewezen.")
        return redirect("ontzorgen:crediteur", gemeente=request.gemeente.slug, pk=pk)
    return _toon(request, rij, RekeningForm(), form)


def _haal(request: GemeenteRequest, pk: int) -> Crediteur:
    gevonden: Crediteur = get_object_or_404(Crediteur, gemeente=request.gemeente, pk=pk)
    return gevonden


def _gelezen(request: GemeenteRequest, rij: Crediteur) -> Rekening:
    """The account that waits, if it is the one that was on the screen; raises OntzorgFout otherwise."""
    if rij.voorstel is None:
        raise OntzorgFout("Er ligt geen rekening meer ter goedkeuring. Ververs de pagina.")
    if request.POST.get("rekening") != str(rij.voorstel.pk):
        raise OntzorgFout("Er ligt nu een andere rekening dan u las. Vergelijk het nummer en de naam opnieuw.")
    return rij.voorstel


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
    voorstel, rekening = rij.voorstel, rij.rekening
    context = {
        "crediteur": rij,
        "rekeningen": rij.rekeningen.select_related("voorgesteld_door", "beoordeeld_door"),
        "rekening": rekening,
        "voorstel": voorstel,
        "ook_bij": ook_bij(gelezen) if (gelezen := voorstel or rekening) else [],
        "eigen_voorstel": voorstel is not None and voorstel.voorgesteld_door_id == request.user.pk,
        "form": form,
        "afwijzen": afwijzen,
    }
    return render(request, "ontzorgen/crediteur.html", context, status=422 if form.errors or afwijzen.errors else 200)
