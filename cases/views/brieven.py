"""Letters in a dossier: choose a kind, fill in the little it needs, preview, make, and record that it was sent."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.brieven import briefsoort
from cases.enums import Kanaal, Verzendkanaal
from cases.forms.brieven import Briefformulier, VerzendForm
from cases.klok import vandaag
from cases.models import Document, Dossier, Verzending
from cases.panelen import Dossierbeeld
from cases.pdf import PdfFout
from cases.schrijven import Schrijfwijze, schrijfwijze, schrijfwijzen
from cases.services.beschikkingen import BeschikkingFout, maak_bekend
from cases.services.brieven import Brief, BriefFout, bekijk
from cases.services.gezinnen import gezinsleden
from cases.services.niet_verzenden import kan_niet_verzenden
from cases.services.verzending import VerzendingFout, corrigeer_verzending, leg_verzending_vast
from cases.toegang import Actie, weigering

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, pagina, ziet_bijzondere_gegevens
from .dossier_beeld import dossierbeeld, toon_tab


@pagina(Actie.DOSSIER_BEWERKEN)
def kiezen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Which letters can be written by hand, and why one cannot now."""
    beeld = dossierbeeld(request, nummer, "nieuwe brief")
    keuzes = [(wijze, wijze.kan_niet(beeld.dossier)) for wijze in schrijfwijzen()]
    return toon_tab(request, beeld, "cases/dossier/brief_kiezen.html", {"keuzes": keuzes})


@pagina(Actie.DOSSIER_BEWERKEN)
def schrijven(request: GemeenteRequest, nummer: str, soort: str) -> HttpResponse:
    """The form; 'voorbeeld' answers with the PDF and keeps nothing, 'opstellen' makes the letter."""
    wijze = schrijfwijze(soort)
    if wijze is None:
        raise Http404
    beeld = dossierbeeld(request, nummer, "nieuwe brief")
    if reden := wijze.kan_niet(beeld.dossier):
        messages.error(request, reden)
        return redirect("cases:brief_kiezen", gemeente=request.gemeente.slug, nummer=nummer)
    begin = {"afspraak": request.GET.get("afspraak", "")}
    form = wijze.formulier(request.POST or None, dossier=beeld.dossier, gezin=_gezin(request, beeld), initial=begin)
    if form.is_bound and form.is_valid() and (brieven := _brieven(request, beeld, form)):
        try:
            return _antwoord(request, beeld, wijze, form, brieven)
        except (PdfFout, BriefFout) as fout:
            form.add_error(None, str(fout))
    context = {"form": form, "wijze": wijze}
    return toon_tab(request, beeld, "cases/dossier/brief_schrijven.html", context, status=422 if form.errors else 200)


def _gezin(request: GemeenteRequest, beeld: Dossierbeeld) -> list[Dossier]:
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, beeld.op)
    return gezinsleden(dossier=beeld.dossier, zichtbaar=zichtbaar)


def _brieven(request: GemeenteRequest, beeld: Dossierbeeld, form: Briefformulier) -> list[Brief]:
    try:
        return form.brieven(door=request.user, op=beeld.op)
    except BriefFout as fout:
        form.add_error(None, str(fout))
        return []


def _antwoord(
    request: GemeenteRequest, beeld: Dossierbeeld, wijze: Schrijfwijze, form: Briefformulier, brieven: list[Brief]
) -> HttpResponse:
    if "voorbeeld" in request.POST:
        return pdf_antwoord(bekijk(soort=wijze.soort, brieven=brieven), f"voorbeeld-{wijze.soort.code}")
    form.maak(soort=wijze.soort, brieven=brieven, door=request.user, op=beeld.op)
    zin = "De brief wordt gemaakt." if len(brieven) == 1 else f"Er worden {len(brieven)} brieven gemaakt."
    messages.success(request, f"{zin} Leg vast wanneer u verstuurt.")
    return redirect("cases:documenten", gemeente=request.gemeente.slug, nummer=beeld.dossier.nummer)


@pagina(Actie.DOSSIER_BEWERKEN)
def verzonden(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """When and how this letter left. Of a beschikking this is the bekendmaking, and the bezwaartermijn follows."""
    beeld = dossierbeeld(request, nummer, "documenten")
    document = get_object_or_404(beeld.dossier.documenten.zonder_bytes().select_related("beschikking"), pk=pk)
    if briefsoort(document.soort).bijzonder and not ziet_bijzondere_gegevens(request, beeld.dossier):
        raise PermissionDenied(weigering(Actie.BIJZONDERE_GEGEVENS))
    besluit = hasattr(document, "beschikking")
    form = VerzendForm(request.POST or None, document=document, besluit=besluit, initial={"datum": beeld.op})
    if form.is_bound and form.is_valid() and _leg_vast(request, document, form):
        messages.success(request, "De verzending is vastgelegd.")
        return redirect("cases:documenten", gemeente=request.gemeente.slug, nummer=nummer)
    kan_niet = besluit and kan_niet_verzenden(document.beschikking, request.user, beeld.op)
    context = {"form": form, "document": document, "besluit": besluit, "kan_niet_verzenden": kan_niet}
    return toon_tab(request, beeld, "cases/dossier/verzonden.html", context, status=422 if form.errors else 200)


def _leg_vast(request: GemeenteRequest, document: Document, form: VerzendForm) -> bool:
    datum, kanaal, wie = form.cleaned_data["datum"], form.cleaned_data["kanaal"], request.user
    try:
        if hasattr(document, "beschikking"):
            maak_bekend(beschikking=document.beschikking, datum=datum, kanaal=Kanaal(kanaal), door=wie, op=vandaag())
        elif (reden := form.cleaned_data.get("reden")) and (eerder := _eerder(document, kanaal)):
            corrigeer_verzending(verzending=eerder, datum=datum, reden=reden, door=wie, op=vandaag())
        else:
            leg_verzending_vast(document=document, datum=datum, kanaal=Verzendkanaal(kanaal), door=wie, op=vandaag())
    except (BeschikkingFout, VerzendingFout) as fout:
        form.add_error(None, str(fout))
        return False
    return True


def _eerder(document: Document, kanaal: str) -> Verzending | None:
    return next((rij for rij in document.verzonden if rij.kanaal == kanaal), None)
