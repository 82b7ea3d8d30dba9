"""The front door of the portal, and the participants."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cases.klok import vandaag
from cases.views.bladeren import Sortering, blader
from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.voortgang.models import Deelnemernummer
from pip_plans.voortgang.services.deelnemers import NOG_TE_ZIEN, plaatsen_bij

from .basis import PortaalRequest, noteer, portaal

# Who is protected stands last, so that his place in the list says nothing about his name.
OP_NAAM = Sortering(("dossier__extra_beschermd", "dossier__inburgeraar__sorteernaam", "pk"))


def begin(request: HttpRequest) -> HttpResponse:
    """To the only aanbieder, or a choice; a sentence once every account is over."""
    if not request.user.is_authenticated or not request.user.is_extern:
        raise Http404
    rijen = ExternAccount.objects.geldig_op(vandaag()).filter(persoon=request.user.pk)
    accounts = list(
        rijen.select_related("aanbieder__gemeente").order_by("aanbieder__naam", "aanbieder__gemeente__naam")
    )
    if len(accounts) == 1:
        return redirect("aanbiederportaal:deelnemers", accounts[0].pk)
    return render(request, "aanbiederportaal/begin.html", {"accounts": accounts}, status=200 if accounts else 403)


@portaal
def deelnemers(request: PortaalRequest) -> HttpResponse:
    """Who has a place here: name, number, for what and when. Of who is protected no name."""
    rijen = plaatsen_bij(aanbieder=request.aanbieder, op=vandaag()).select_related("dossier__inburgeraar")
    blad = blader(request, [rijen], OP_NAAM)
    dossiers = {rij.dossier_id: rij.dossier for rij in blad.rijen}
    nummers = Deelnemernummer.objects.filter(aanbieder=request.aanbieder, dossier__in=dossiers)
    eigen = dict(nummers.values_list("dossier", "nummer"))
    for rij in blad.rijen:
        rij.eigen_nummer = eigen.get(rij.dossier_id, "")
    noteer(request, "deelnemers", dossiers.values())
    return render(request, "aanbiederportaal/deelnemers.html", {"blad": blad, "dagen": NOG_TE_ZIEN.days})
