"""What the pages of ontzorgen share: the dossier seen through this part, and trying a service."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

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
from ontzorgen.models import Eenheidlid, Uitkeringseenheid
from ontzorgen.services.eenheden import lidmaatschappen
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.oordeel import oordeel_over, wijkt_af_bij


def ontzorgbeeld(request: GemeenteRequest, nummer: str) -> Dossierbeeld:
    """The dossier for who may see the ontzorgen part of it; the look is logged as that."""
    return dossierbeeld(request, nummer, "ontzorgen", Actie.ONTZORGEN_LEZEN)


def met_eenheid(request: GemeenteRequest, nummer: str) -> tuple[Dossierbeeld, Uitkeringseenheid]:
    """The dossier and the unit that the page is about, see `gekozen_lid`; Http404 without one."""
    beeld = ontzorgbeeld(request, nummer)
    lid = gekozen_lid(request, lidmaatschappen(dossier=beeld.dossier, op=beeld.op))
    if lid is None:
        raise Http404
    return beeld, lid.eenheid


def gekozen_lid(request: GemeenteRequest, leden: Sequence[Eenheidlid]) -> Eenheidlid | None:
    """Of the memberships of a dossier the first, or the coming one that the address asks for.

    Http404 for a unit that is not among them: what is recorded must never land in another one.
    """
    gevraagd = request.GET.get("eenheid")
    if not gevraagd:
        return leden[0] if leden else None
    for lid in leden:
        if lid.eenheid.nummer == gevraagd:
            return lid
    raise Http404


def keuze(request: GemeenteRequest) -> str:
    """What keeps an address at the unit that this page was asked for; '' at the first one."""
    gevraagd = request.GET.get("eenheid")
    return f"?{urlencode({'eenheid': gevraagd})}" if gevraagd else ""


def zichtbare_dossiers(request: GemeenteRequest, op: date) -> DossierQuerySet:
    """The dossiers of which this person may see the ontzorgen part: whoever is not in it is not named here.

    Who may see what is asked once in a request.
    """
    bewaard: dict[date, DossierQuerySet] = request.__dict__.setdefault("zichtbaar_in_ontzorgen", {})
    if op not in bewaard:
        wie, gemeente = request.user, request.gemeente
        bewaard[op] = Dossier.objects.zichtbaar_voor(wie, gemeente, op, Actie.ONTZORGEN_LEZEN)
    return bewaard[op].all()


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
    eigen = {"wijkt_af": oordeel.wijkt_af if oordeel else "", "keuze": keuze(request)}
    return toon_dossiertab(request, beeld, template, {**eigen, **(context or {})}, status=status)


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
    """A page of ontzorgen in this dossier, about the same unit."""
    pagina = reverse(naam, kwargs={"gemeente": request.gemeente.slug, "nummer": beeld.dossier.nummer})
    return f"{pagina}{keuze(request)}"


def bij_eenheid(
    request: GemeenteRequest, beeld: Dossierbeeld, bericht: str, *, weg: bool = False
) -> HttpResponseRedirect:
    """Back to the unit on the tab, with what was done; to the first one when it is `weg`."""
    messages.success(request, bericht)
    naar = adres(request, beeld)
    return redirect(f"{naar.partition('?')[0] if weg else naar}#eenheid")


def toon_formulier(
    request: GemeenteRequest,
    beeld: Dossierbeeld,
    form: Any,
    titel: str,
    uitleg: str,
    terug: str = "ontzorgen:overzicht",
    let_op: Sequence[str] = (),
) -> HttpResponse:
    """One form on a page of its own, below what to mind; cancelling leads to the page `terug`. 422 with errors."""
    form.annuleer_url = adres(request, beeld, terug)
    context = {"form": form, "titel": titel, "uitleg": uitleg, "let_op": let_op}
    return toon_tab(request, beeld, "ontzorgen/formulier.html", context, status=422 if form.errors else 200)
