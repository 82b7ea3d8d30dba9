"""The list of places: who is placed, who waits and how long, what was proposed, and what ends soon."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from cases.klok import vandaag
from cases.models import Dossier
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import met, onthouden_filter
from pip_plans.uitvoering.enums import Plaatsingstand
from pip_plans.uitvoering.forms.plaatsing import PlaatsingenFilter
from pip_plans.uitvoering.models import Aanbieder, Plaatsing
from pip_plans.uitvoering.services.wachten import wachtnorm

LIJSTEN = {
    "loopt": ("geplaatst", Sortering(("start", "pk"), aflopend=True)),
    "wachtlijst": ("wachtlijst", Sortering(("wacht_sinds", "pk"))),
    "voorgesteld": ("voorgesteld", Sortering(("voorgesteld_op", "pk"))),
    "eindigt": ("eindigt binnenkort", Sortering(("einde", "pk"))),
}


@pagina(Actie.DOSSIER_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """One of four lists, chosen in the address; only dossiers that this person may see."""
    if adres := onthouden_filter(request, "plaatsingen"):
        return redirect(adres)
    op, keuze = vandaag(), request.GET.get("lijst", "loopt")
    keuze = keuze if keuze in LIJSTEN else "loopt"
    form = PlaatsingenFilter(request.GET, aanbieders=list(Aanbieder.objects.van(request.gemeente)))
    form.helper.form_action = ""
    rijen = _rijen(request, keuze, op)
    if soort := form.waarde("soort"):
        rijen = rijen.filter(soort=soort)
    if wie := form.waarde("aanbieder"):
        rijen = rijen.filter(contract__aanbieder=wie) | rijen.filter(aanbieder=wie)
    blad, norm = blader(request, [rijen], LIJSTEN[keuze][1]), wachtnorm(request.gemeente, op)
    context = {
        "keuze": keuze,
        "keuzes": [{"label": label, "url": met(request, lijst=naam), "actief": naam == keuze}
                   for naam, (label, _) in LIJSTEN.items()],
        "filter": form,
        "blad": blad,
        "regels": [(rij, rij.wacht_te_lang(op, norm), rij.is_voorbij(op)) for rij in blad.rijen],
        "op": op,
    }  # fmt: skip
    return render(request, "uitvoering/plaatsingen.html", context)


def _rijen(request: GemeenteRequest, keuze: str, op: Any) -> Any:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, op)
    rijen = Plaatsing.objects.in_dossiers(zichtbaar)
    if keuze == "wachtlijst":
        return rijen.wachtend()
    if keuze == "voorgesteld":
        return rijen.filter(stand=Plaatsingstand.VOORGESTELD)
    return rijen.eindigt_binnenkort(op) if keuze == "eindigt" else rijen.loopt(op)
