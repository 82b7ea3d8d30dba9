"""What the bank sends back: the status of a run, and payments that came back."""

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cases.klok import vandaag
from cases.kort import kort
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.enums_betaling import Berichtsoort
from ontzorgen.forms.betaling import BankbestandForm
from ontzorgen.models import Bankbericht, Bankregel
from ontzorgen.services.bankberichten import Gelezen
from ontzorgen.services.retouren import lees_retouren
from ontzorgen.services.terugmelding import lees_statusbericht

from .basis import verwerkt
from .betaalbeeld import haal_run
from .betaalruns import RUN

AL_GELEZEN = "Dit bestand is al ingelezen. Er is niets veranderd."
LAATSTE = 20
REGELS = Prefetch("regels", Bankregel.objects.select_related("poging__batch")[:100], to_attr="eerste_regels")


@pagina(Actie.BANKBERICHT_INLEZEN)
def terugmelding(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Read a pain.002 about this run."""
    batch = haal_run(request, pk)
    form, gelezen = _form(request), list[Gelezen]()

    def doe() -> None:
        bron = form.cleaned_data["bestand"]
        gelezen.append(lees_statusbericht(batch=batch, bron=bron, door=request.user, op=vandaag()))

    if verwerkt(request, form, doe):
        _vertel(request, gelezen[0])
        return redirect(RUN, gemeente=request.gemeente.slug, pk=pk)
    context = {"form": form, "batch": batch}
    return render(request, "ontzorgen/terugmelding.html", context, status=422 if form.errors else 200)


@pagina(Actie.BANKBERICHT_INLEZEN)
def retouren(request: GemeenteRequest) -> HttpResponse:
    """Read a statement, and what came back before."""
    form, gelezen = _form(request), list[Gelezen]()

    def doe() -> None:
        bron = form.cleaned_data["bestand"]
        gelezen.append(lees_retouren(gemeente=request.gemeente, bron=bron, door=request.user, op=vandaag()))

    if verwerkt(request, form, doe):
        _vertel(request, gelezen[0])
        return redirect("ontzorgen:retouren", gemeente=request.gemeente.slug)
    berichten = Bankbericht.objects.filter(gemeente=request.gemeente, soort=Berichtsoort.RETOUR).select_related("door")
    context = {"form": form, "berichten": kort(berichten.prefetch_related(REGELS), LAATSTE)}
    return render(request, "ontzorgen/retouren.html", context, status=422 if form.errors else 200)


def _form(request: GemeenteRequest) -> BankbestandForm:
    gestuurd = (request.POST, request.FILES) if request.method == "POST" else ()
    return BankbestandForm(*gestuurd, te_groot=getattr(request, "bestanden_te_groot", False))


def _vertel(request: GemeenteRequest, gelezen: Gelezen) -> None:
    if not gelezen.nieuw:
        messages.warning(request, AL_GELEZEN)
        return
    delen = [f"{aantal} {wat}" for wat, aantal in gelezen.bericht.telling.items()]
    messages.success(request, f"Ingelezen: {', '.join(delen) or 'niets nieuws'}.")
