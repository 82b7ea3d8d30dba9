"""The letters of ontzorgen in a dossier: make one, read one, and record that it left."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from cases.enums import Documentstatus, Verzendkanaal
from cases.models import Document
from cases.opslag import lees
from cases.panelen import Dossierbeeld
from cases.querysets.documenten import DocumentQuerySet
from cases.services.verzending import VerzendingFout, leg_verzending_vast
from cases.toegang import Actie
from cases.views.antwoord import pdf_antwoord
from cases.views.basis import GemeenteRequest, knop, noteer_blik, pagina
from cases.views.bekendmaking import correctiepagina
from ontzorgen.brieven import EIGEN
from ontzorgen.models import VasteLast
from ontzorgen.services.brieven import maak_crediteurbrief, maak_machtiging
from ontzorgen.services.eenheden import lidmaatschappen
from ontzorgen.services.fout import OntzorgFout

from .basis import adres, gekozen_lid, ontzorgbeeld
from .zicht import te_openen

GEMAAKT = "De brief wordt gemaakt. Leg vast wanneer u hem verstuurt."
GEMAAKT_DAAR = "De brief wordt gemaakt in het dossier van wie de last is. Leg daar vast wanneer u hem verstuurt."


@pagina(Actie.ONTZORGEN_FEITEN)
@knop("ontzorgen:overzicht")
def machtiging(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """For the inburgeraar to sign."""
    beeld = ontzorgbeeld(request, nummer)
    lid = gekozen_lid(request, lidmaatschappen(dossier=beeld.dossier, op=beeld.op))
    try:
        if lid is None:
            raise OntzorgFout("Stel eerst de uitkeringseenheid samen.")
        maak_machtiging(dossier=beeld.dossier, eenheid=lid.eenheid, door=request.user, op=beeld.op)
        messages.success(request, GEMAAKT)
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    return _terug(request, beeld)


@pagina(Actie.ONTZORGEN_FEITEN)
@knop("ontzorgen:overzicht")
def crediteur(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """What the creditor of this fixed cost must know: begin, change or end."""
    beeld = ontzorgbeeld(request, nummer)
    eenheden = [lid.eenheid_id for lid in lidmaatschappen(dossier=beeld.dossier, op=beeld.op)]
    lasten = te_openen(request, beeld, VasteLast.objects.filter(eenheid__in=eenheden))
    lasten = lasten.select_related("eenheid", "crediteur", "soort", "volgt_op", "vervolg", "dossier__inburgeraar")
    last = get_object_or_404(lasten, pk=pk)
    try:
        brief = maak_crediteurbrief(dossier=beeld.dossier, last=last, door=request.user, op=beeld.op)
        messages.success(request, GEMAAKT if brief.dossier_id == beeld.dossier.pk else GEMAAKT_DAAR)
    except OntzorgFout as fout:
        messages.error(request, str(fout))
    if request.POST.get("terug") == "afbouw":
        return redirect(adres(request, beeld, "ontzorgen:afbouw"))
    return _terug(request, beeld)


@pagina(Actie.ONTZORGEN_LEZEN)
def document(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """A letter of ontzorgen as it was made; the other documents of the dossier are not here."""
    beeld = ontzorgbeeld(request, nummer)
    rij: Document = get_object_or_404(_eigen(beeld), pk=pk)
    if rij.status != Documentstatus.GEREED:
        raise Http404
    noteer_blik(request, beeld.dossier, f"document {rij.pk}")
    return pdf_antwoord(lees(rij), f"{rij.soort}-{rij.pk}")


@pagina(Actie.ONTZORGEN_BESLISSEN)
def bekendmaking(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Put the day right on which a decision on ontzorgen was made known."""
    beeld = ontzorgbeeld(request, nummer)
    rij: Document = get_object_or_404(_eigen(beeld).zonder_bytes(), pk=pk)
    return correctiepagina(request, beeld, rij.pk, "ontzorgen:overzicht")


@pagina(Actie.ONTZORGEN_FEITEN)
@knop("ontzorgen:overzicht")
def verzonden(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The letter left today by post; a beschikking has its own page for this."""
    beeld = ontzorgbeeld(request, nummer)
    rij: Document = get_object_or_404(_eigen(beeld).zonder_bytes(), pk=pk)
    try:
        leg_verzending_vast(document=rij, datum=beeld.op, kanaal=Verzendkanaal.POST, door=request.user, op=beeld.op)
        messages.success(request, "Vastgelegd: vandaag per post verzonden.")
    except VerzendingFout as fout:
        messages.error(request, str(fout))
    return _terug(request, beeld)


def _eigen(beeld: Dossierbeeld) -> DocumentQuerySet:
    rijen: DocumentQuerySet = beeld.dossier.documenten.filter(soort__in=EIGEN)
    return rijen


def _terug(request: GemeenteRequest, beeld: Dossierbeeld) -> HttpResponseRedirect:
    return redirect(f"{adres(request, beeld)}#brieven")
