"""What the pages of ontzorgen share: the dossier seen through this part, and trying a service."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from cases.instellingen import instelling
from cases.klok import nu
from cases.models import Dossier
from cases.panelen import Dossierbeeld
from cases.querysets.dossiers import DossierQuerySet
from cases.services.gebeurtenissen import GebeurtenisFout
from cases.services.inzage import noteer_bij_elk
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest
from cases.views.dossier_beeld import dossierbeeld
from cases.views.dossier_beeld import toon_tab as toon_dossiertab
from inburgering.recht.feiten import Doelgroep
from inburgering.recht.ontzorgen import WIJKT_AF
from ontzorgen.models import Uitkeringseenheid
from ontzorgen.services.eenheden import bij_te_werken
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.oordeel import oordeel_over, wijkt_af_bij


def ontzorgbeeld(request: GemeenteRequest, nummer: str) -> Dossierbeeld:
    """The dossier for who may see the ontzorgen part of it; the look is logged as that."""
    return dossierbeeld(request, nummer, "ontzorgen", Actie.ONTZORGEN_LEZEN)


def met_eenheid(request: GemeenteRequest, nummer: str) -> tuple[Dossierbeeld, Uitkeringseenheid]:
    """The dossier and the unit that is kept up for it; Http404 without one."""
    beeld = ontzorgbeeld(request, nummer)
    eenheid = bij_te_werken(dossier=beeld.dossier, op=beeld.op)
    if eenheid is None:
        raise Http404
    return beeld, eenheid


def zichtbare_dossiers(request: GemeenteRequest, op: date) -> DossierQuerySet:
    """The dossiers of which this person may see the ontzorgen part: whoever is not in it is not named here."""
    rijen: DossierQuerySet = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, op, Actie.ONTZORGEN_LEZEN)
    return rijen


def toon_tab(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """A page of ontzorgen in a dossier; where the gemeente leaves this person out against the law, it says so."""
    nareiziger = beeld.feiten.doelgroep is Doelgroep.NAREIZIGER
    oordeel = oordeel_over(dossier=beeld.dossier, feiten=beeld.feiten, op=beeld.op) if nareiziger else None
    wijkt_af = {"wijkt_af": oordeel.wijkt_af if oordeel else ""}
    return toon_dossiertab(request, beeld, template, {**wijkt_af, **(context or {})}, status=status)


def beleidsbeeld(request: GemeenteRequest, dossiers: Iterable[Dossier], op: date) -> dict[str, Any]:
    """For a page with several people: that the policy departs from the law, and the keys of whom it leaves out."""
    keuze, bron = instelling(request.gemeente, "ontzorgen_nareizigers", op)
    if keuze == "wet":
        return {}
    afwijkers = wijkt_af_bij(dossiers=dossiers, gemeente=request.gemeente, op=op)
    return {"beleid_wijkt_af": f"{WIJKT_AF} Bron van de keuze: {bron}.", "afwijkers": afwijkers}


def noteer_gezien(request: GemeenteRequest, dossiers: Iterable[Dossier], wat: str) -> None:
    """Log in the dossier of each who was seen on a page with several people and what is paid or decided for them."""
    noteer_bij_elk(medewerker=request.user, dossiers=dossiers, wat=wat, moment=nu())


def verwerkt(request: GemeenteRequest, form: BaseForm, doe: Callable[[], Any]) -> bool:
    """Run a service when a valid form was sent in; what it refuses stands at its field or on top.

    True when it was done; False for a page that was only asked for, and for what must be mended first.
    """
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        doe()
    except (OntzorgFout, GebeurtenisFout) as fout:
        veld = getattr(fout, "veld", "")
        form.add_error(veld if veld in form.fields else None, str(fout))
        return False
    return True


def adres(request: GemeenteRequest, beeld: Dossierbeeld, naam: str = "ontzorgen:overzicht") -> str:
    return reverse(naam, kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer})


def bij_eenheid(request: GemeenteRequest, beeld: Dossierbeeld, bericht: str) -> HttpResponseRedirect:
    """Back to the unit on the tab, with what was done."""
    messages.success(request, bericht)
    return redirect(f"{adres(request, beeld)}#eenheid")


def toon_formulier(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    form: Any,
    titel: str,
    uitleg: str,
    terug: str = "ontzorgen:overzicht",
) -> HttpResponse:
    """One form on a page of its own; cancelling leads to the page `terug`. 422 when it came back with errors."""
    form.annuleer_url = adres(request, beeld, terug)
    context = {"form": form, "titel": titel, "uitleg": uitleg}
    return toon_tab(request, beeld, "ontzorgen/formulier.html", context, status=422 if form.errors else 200)
