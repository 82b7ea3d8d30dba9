"""One's own work in a calendar program: the page where its address is made and withdrawn, and the address itself."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cases.klok import nu, vandaag
from cases.models import Agendalink, Dossier
from cases.services.agendafeed import agendafeed
from cases.services.agendalink import maak_agendalink, trek_agendalink_in
from cases.toegang import Actie

from .basis import GemeenteRequest, pagina


@pagina(Actie.DOSSIER_LEZEN)
def agendalink(request: GemeenteRequest) -> HttpResponse:
    """POST `doe=maak` makes the address, `doe=intrekken` withdraws it; both may be repeated."""
    wie: dict[str, Any] = {"medewerker": request.user, "gemeente": request.gemeente}
    if request.method == "POST":
        if request.POST.get("doe") == "intrekken":
            if trek_agendalink_in(moment=nu(), **wie):
                messages.success(request, "De koppeling is ingetrokken. Het adres werkt niet meer.")
        else:
            maak_agendalink(moment=nu(), **wie)
        return redirect("cases:agendalink", gemeente=request.gemeente.slug)
    link = Agendalink.objects.filter(ingetrokken_op=None, **wie).first()
    adres = link and request.build_absolute_uri(reverse("agendafeed", kwargs={"geheim": link.geheim}))
    return render(request, "cases/agendalink.html", {"link": link, "adres": adres})


@login_not_required
@require_safe
def feed(request: HttpRequest, geheim: str) -> HttpResponse:
    """The calendar itself, without logging in: who has the address may read it. 404 for everything else."""
    link = Agendalink.met_geheim(geheim)
    if link is None or not link.medewerker.rollen_in(link.gemeente_id, vandaag()):
        raise Http404

    def adres(naam: str, dossier: Dossier) -> str:
        plek = {"gemeente": link.gemeente.slug, "nummer": dossier.nummer}
        return request.build_absolute_uri(reverse(naam, kwargs=plek))

    inhoud = agendafeed(link=link, op=vandaag(), moment=nu(), adres=adres)
    return HttpResponse(inhoud, "text/calendar; charset=utf-8", headers={"Cache-Control": "no-store, private"})
