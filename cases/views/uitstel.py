"""Terms that somebody put off, and what one was warned about."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.forms.uitstel import UitstelForm
from cases.klok import nu, vandaag
from cases.models import Bezorging, Dossier, Uitstel
from cases.panelen import termijnplek
from cases.services import uitstel as dienst
from cases.services.vervanging import vervangen_consulenten
from cases.toegang import Actie, mag

from .basis import GemeenteRequest, haal_dossier, knop, pagina
from .bladeren import Sortering, blader
from .filters import met

TERUG_OP, NIEUWSTE = Sortering(("tot", "pk")), Sortering(("pk",), aflopend=True)
MIJN, TEAM = "mijn", "team"


@pagina(Actie.DOSSIER_BEWERKEN)
def uitstellen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Put one term off until a day, with the reason."""
    dossier = haal_dossier(request, nummer, "termijn")
    termijn = get_object_or_404(dossier.termijnen.select_related("dossier"), pk=pk)
    form = UitstelForm(request.POST or None)
    form.annuleer_url = reverse("cases:werkvoorraad", kwargs={"gemeente": request.gemeente.slug})
    if form.is_valid():
        try:
            rij = dienst.stel_uit(termijn=termijn, **form.cleaned_data, door=request.user, op=vandaag(), moment=nu())
            messages.success(
                request, f"Uitgesteld: ‘{termijn.naam}’ staat op {rij.tot:%d-%m-%Y} weer in de werkvoorraad."
            )
            return redirect("cases:werkvoorraad", gemeente=request.gemeente.slug)
        except dienst.UitstelFout as fout:
            form.add_error("tot", str(fout))
    context = {"form": form, "dossier": dossier, "termijn": termijn}
    return render(request, "cases/uitstellen.html", context, status=422 if form.errors else 200)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("cases:uitgesteld")
def terughalen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Back in the werkvoorraad before its day."""
    dossier = haal_dossier(request, nummer, "termijn")
    rij = get_object_or_404(Uitstel.objects.filter(termijn__dossier=dossier), pk=pk)
    if dienst.haal_terug(uitstel=rij, door=request.user, op=vandaag(), moment=nu()):
        messages.success(request, "Deze termijn staat weer in de werkvoorraad.")
    else:
        messages.info(request, "Deze termijn stond al weer in de werkvoorraad.")
    return redirect("cases:uitgesteld", gemeente=request.gemeente.slug)


@pagina(Actie.DOSSIER_LEZEN)
def uitgesteld(request: GemeenteRequest) -> HttpResponse:
    """What is put off now, the first to come back on top: one's own work, or of everybody."""
    op, wie = vandaag(), request.GET.get("wie", MIJN if "consulent" in request.rollen else TEAM)
    rijen = Uitstel.objects.lopend(op).zichtbaar_voor(request.user, request.gemeente, op)
    if wie == MIJN:
        mijn = vervangen_consulenten(medewerker=request.user, gemeente_id=request.gemeente.pk, op=op)
        rijen = rijen.filter(termijn__dossier__consulent__in=mijn)
    rijen = rijen.select_related("termijn__dossier__inburgeraar", "termijn__dossier__consulent", "door")
    context = {
        "blad": blader(request, [rijen], TERUG_OP),
        "wie": [{"label": naam, "url": met(request, wie=naam), "actief": naam == wie} for naam in (MIJN, TEAM)],
        "mag_bewerken": mag(request.rollen, Actie.DOSSIER_BEWERKEN),
    }
    return render(request, "cases/uitgesteld.html", context)


@pagina(Actie.BEGINNEN)
def signalen(request: GemeenteRequest) -> HttpResponse:
    """What this person was warned about and is still open: the same lines as in the e-mails, so without names."""
    rijen = Bezorging.objects.van(request.user, request.gemeente).select_related("signaal__termijn__dossier")
    blad = blader(request, [rijen], NIEUWSTE)
    genoemd = Dossier.objects.niet_afgeschermd_voor(request.user)
    open_dossiers = set(
        genoemd.filter(pk__in=[rij.signaal.termijn.dossier_id for rij in blad.rijen]).values_list("pk", flat=True)
    )
    context = {"blad": blad, "regels": [_signaalregel(request, rij, open_dossiers) for rij in blad.rijen]}
    return render(request, "cases/signalen.html", context)


def _signaalregel(request: GemeenteRequest, rij: Bezorging, open_dossiers: set[int]) -> dict[str, Any]:
    termijn, op = rij.signaal.termijn, vandaag()
    nummer = termijn.dossier.nummer if termijn.dossier_id in open_dossiers else ""
    argumenten = {"gemeente": request.gemeente.slug, "nummer": nummer}
    return {
        "rij": rij,
        "termijn": termijn,
        "stand": termijn.stand(op),
        "nummer": nummer,
        "url": reverse(termijnplek(termijn.soort), kwargs=argumenten) if nummer else "",
    }
