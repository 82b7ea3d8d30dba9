"""Giving many dossiers at once: choose, confirm, and see row by row what came of it."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.enums_werk import Toewijsuitkomst
from cases.forms.toewijzen import MeerToewijzenForm
from cases.klok import nu, vandaag
from cases.models import Dossier, Toewijsronde
from cases.querysets.dossiers import DossierQuerySet
from cases.services import toewijzen as dienst
from cases.toegang import Actie

from .basis import GemeenteRequest, knop, pagina
from .bladeren import Sortering, blader
from .dossiers import gekozen_dossiers
from .filters import met

NIEUWSTE, OP_VOLGORDE = Sortering(("pk",), aflopend=True), Sortering(("pk",))
MEESTE_GENOEMD = 20


@pagina(Actie.TOEWIJZEN)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """The chosen dossiers, or all of the filter in the address; only the button on this page gives them away."""
    losse = [pk for pk in request.POST.getlist("dossier") if pk.isascii() and pk.isdigit() and len(pk) < 18]
    dossiers = _losse(request, losse) if losse else gekozen_dossiers(request).lopend()
    bevestigd = "bevestig" in request.POST
    form = MeerToewijzenForm(
        request.POST if bevestigd else None, gemeente=request.gemeente, op=vandaag(), initial={"sleutel": uuid4()}
    )
    if bevestigd and form.is_valid():
        try:
            ronde = dienst.vraag_aan(
                gemeente=request.gemeente, dossiers=dossiers, door=request.user, moment=nu(), **form.cleaned_data
            )
            return redirect("cases:toewijzing", gemeente=request.gemeente.slug, pk=ronde.pk)
        except dienst.ToewijsFout as fout:
            messages.error(request, str(fout))
    aantal = dossiers.count()
    context = {"form": form, "losse": losse, "aantal": aantal, "meer": aantal > MEESTE_GENOEMD}
    context["dossiers"] = dossiers.select_related("inburgeraar").order_by("inburgeraar__sorteernaam")[:MEESTE_GENOEMD]
    return render(request, "cases/toewijzingen/nieuw.html", context)


@pagina(Actie.TOEWIJZEN)
def toewijzingen(request: GemeenteRequest) -> HttpResponse:
    """What was asked before, the newest first."""
    rijen = Toewijsronde.objects.filter(gemeente=request.gemeente).select_related("consulent", "door")
    return render(request, "cases/toewijzingen/lijst.html", {"blad": blader(request, [rijen], NIEUWSTE)})


@pagina(Actie.TOEWIJZEN)
def toewijzing(request: GemeenteRequest, pk: int) -> HttpResponse:
    """How far it is, and the rows: what could not be done says why."""
    ronde = _haal(request, pk)
    toon = request.GET.get("toon", "")
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    rijen = ronde.regels.filter(dossier__in=zichtbaar).select_related("dossier__inburgeraar")
    if toon in Toewijsuitkomst.values:
        rijen = rijen.filter(uitkomst=toon)
    context = {
        "ronde": ronde,
        "stand": _stand(ronde),
        "blad": blader(request, [rijen], OP_VOLGORDE),
        "keuzes": [
            {"label": label, "url": met(request, toon=waarde), "actief": toon == waarde}
            for waarde, label in (("", "alle"), *Toewijsuitkomst.choices)
        ],
    }
    return render(request, "cases/toewijzingen/ronde.html", context)


@pagina(Actie.TOEWIJZEN)
@knop("cases:toewijzing")
def opnieuw(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Try again what was refused; what was done stays done."""
    if aantal := dienst.opnieuw(ronde=_haal(request, pk), moment=nu()):
        messages.success(request, f"Nog een keer: {aantal} dossiers.")
    else:
        messages.info(request, "Er is niets om nog een keer te proberen.")
    return redirect("cases:toewijzing", gemeente=request.gemeente.slug, pk=pk)


def _haal(request: GemeenteRequest, pk: int) -> Toewijsronde:
    """The round, only in its own gemeente."""
    rondes = Toewijsronde.objects.select_related("consulent", "door")
    ronde: Toewijsronde = get_object_or_404(rondes, pk=pk, gemeente=request.gemeente)
    return ronde


def _losse(request: GemeenteRequest, ids: list[str]) -> DossierQuerySet:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())
    return zichtbaar.lopend().filter(pk__in=[int(pk) for pk in ids])


def _stand(ronde: Toewijsronde) -> dict[str, Any]:
    tel = {uitkomst.value: Count("pk", filter=Q(uitkomst=uitkomst)) for uitkomst in Toewijsuitkomst}
    aantallen = ronde.regels.aggregate(totaal=Count("pk"), **tel)
    return aantallen | {"gedaan": aantallen["totaal"] - aantallen[Toewijsuitkomst.TE_DOEN.value]}
