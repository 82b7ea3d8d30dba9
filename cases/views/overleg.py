"""The casusoverleg: the list, one meeting with its agenda, and the sheet that its partner gets."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.deelgegevens import GRONDEN, deelgegevens
from cases.enums_overleg import Partnersoort
from cases.forms.formulier import Formulier
from cases.forms.overleg import AfrondForm, AgendaForm, OverlegForm, PartnerForm
from cases.klok import nu, vandaag
from cases.models import Casusoverleg, Dossier, Overlegpartner, Overlegpunt
from cases.overlegonderwerpen import onderwerpen
from cases.services import inzage
from cases.services import overleg as dienst
from cases.services.partnerblad import druk, partnerblad
from cases.services.verstrekken import agendadoel, deel_agenda, deelbladen
from cases.toegang import Actie

from .antwoord import pdf_antwoord
from .basis import GemeenteRequest, pagina
from .bladeren import Sortering, blader

NIEUWSTE_EERST = Sortering(("datum", "pk"), aflopend=True)
FORMULIER = "cases/overleg/formulier.html"


@pagina(Actie.CASUSOVERLEG)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """The meetings, the newest first, and the partners."""
    blad = blader(request, [_overleggen(request)], NIEUWSTE_EERST)
    partners = Overlegpartner.objects.filter(gemeente=request.gemeente)
    return render(request, "cases/overleg/lijst.html", {"blad": blad, "partners": partners})


@pagina(Actie.CASUSOVERLEG)
def nieuw(request: GemeenteRequest) -> HttpResponse:
    """Plan a meeting, on a subject that this person's roles may know of."""
    form = OverlegForm(request.POST or None, gemeente=request.gemeente, onderwerpen=onderwerpen(request.rollen))
    form.annuleer_url = adres(request, "overleggen")
    rijen: list[Casusoverleg] = []

    def doe() -> None:
        wie: dict[str, Any] = {"gemeente": request.gemeente, "door": request.user, "op": vandaag()}
        rijen.append(dienst.plan_overleg(gegevens=form.cleaned_data, **wie))

    if verwerkt(request, form, doe):
        messages.success(request, "Het overleg is gepland. Zet nu de dossiers op de agenda.")
        return redirect(adres(request, "overleg", pk=rijen[0].pk))
    return toon_formulier(request, form, "Casusoverleg plannen")


@pagina(Actie.CASUSOVERLEG)
def partner_nieuw(request: GemeenteRequest) -> HttpResponse:
    """A partner to talk with; its kind decides what it may be told."""
    return _partner(request, None, "Partner toevoegen")


@pagina(Actie.CASUSOVERLEG)
def partner(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Another name or kind, or no longer in use."""
    rij = get_object_or_404(Overlegpartner, gemeente=request.gemeente, pk=pk)
    return _partner(request, rij, str(rij))


@pagina(Actie.CASUSOVERLEG)
def overleg(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One meeting: its agenda with minutes and actions, as far as this person may see the dossiers."""
    rij, op = haal(request, pk), vandaag()
    punten = _punten(request, rij)
    agenda = AgendaForm(request.POST if "opslaan" in request.POST else None)
    afronden = AfrondForm(request.POST if "afronden" in request.POST else None, initial={"aanwezig": rij.aanwezig})
    if verwerkt(request, agenda, lambda: _agendeer(request, rij, agenda)):
        messages.success(request, "Het dossier staat op de agenda.")
        return redirect(adres(request, "overleg", pk=pk))
    wie: dict[str, Any] = {"door": request.user, "op": op}
    if verwerkt(request, afronden, lambda: dienst.rond_af(overleg=rij, **wie, **afronden.cleaned_data)):
        messages.success(request, "Het overleg is afgerond.")
        return redirect(adres(request, "overleg", pk=pk))
    _noteer(request, punten, "casusoverleg")
    context = {"overleg": rij, "punten": punten, "agenda": agenda, "afronden": afronden, "op": op}
    fout = agenda.errors or afronden.errors
    return render(request, "cases/overleg/overleg.html", context, status=422 if fout else 200)


@pagina(Actie.CASUSOVERLEG)
def blad(request: GemeenteRequest, pk: int) -> HttpResponse:
    """What the partner gets: per dossier the lines of its closed list. Sharing it is logged per dossier."""
    rij, op = haal(request, pk), vandaag()
    if rij.afgezegd_op:
        return redirect(adres(request, "overleg", pk=pk))
    punten = _punten(request, rij)
    bladen = deelbladen(partner=rij.partner, dossiers=[punt.dossier for punt in punten], op=op)
    grond = GRONDEN[Partnersoort(rij.partner.soort)]
    if request.method == "POST":
        vragen = {punt.dossier_id: punt.vraag for punt in punten}
        wie: dict[str, Any] = {"bladen": bladen, "grond": grond, "door": request.user, "op": op}
        try:
            pdf = druk(partnerblad(partner=rij.partner, vragen=vragen, doel=agendadoel(rij), **wie))
            deel_agenda(overleg=rij, **wie)
        except dienst.OverlegFout as fout:
            messages.error(request, str(fout))
            return redirect(adres(request, "overleg_blad", pk=pk))
        return pdf_antwoord(pdf, f"agenda-{rij.datum:%Y-%m-%d}")
    _noteer(request, punten, "agenda voor een partner")
    context = {
        "overleg": rij,
        "bladen": list(zip(punten, bladen, strict=True)),
        "grond": grond,
        "lijst": [gegeven.label for gegeven in deelgegevens(rij.partner.soort)],
    }
    return render(request, "cases/overleg/blad.html", context)


def verwerkt(request: GemeenteRequest, form: Formulier, doe: Callable[[], Any]) -> bool:
    """Run a service with a valid form that was sent in; what it refuses stands at its field or on top."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        doe()
    except dienst.OverlegFout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, str(fout))
        return False
    return True


def _agendeer(request: GemeenteRequest, rij: Casusoverleg, form: AgendaForm) -> Overlegpunt:
    op, nummer = vandaag(), form.cleaned_data["dossier"]
    zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, op, Actie.CASUSOVERLEG)
    dossier = zichtbaar.met_nummer(nummer).first()
    if dossier is None:
        raise dienst.OverlegFout("Dit dossier bestaat niet, of u mag het niet zien.", "dossier")
    vraag = form.cleaned_data["vraag"]
    return dienst.agendeer(overleg=rij, dossier=dossier, vraag=vraag, door=request.user, op=op)


def _partner(request: GemeenteRequest, rij: Overlegpartner | None, titel: str) -> HttpResponse:
    begin = {veld: getattr(rij, veld) for veld in dienst.PARTNERVELDEN} if rij else None
    form = PartnerForm(request.POST or None, initial=begin)
    form.annuleer_url = adres(request, "overleggen")
    if verwerkt(
        request,
        form,
        lambda: dienst.bewaar_partner(
            gemeente=request.gemeente, gegevens=form.cleaned_data, bestaand=rij, door=request.user
        ),
    ):
        messages.success(request, f"Bewaard: {form.cleaned_data['naam']}.")
        return redirect(form.annuleer_url)
    return toon_formulier(request, form, titel)


def _overleggen(request: GemeenteRequest) -> Any:
    return Casusoverleg.objects.voor(request.gemeente, request.rollen).select_related("partner")


def haal(request: GemeenteRequest, pk: int) -> Casusoverleg:
    """A meeting on a subject that this person's roles may know of; Http404 for any other."""
    rij = _overleggen(request).filter(pk=pk).first()
    if rij is None:
        raise Http404
    gevonden: Casusoverleg = rij
    return gevonden


def _punten(request: GemeenteRequest, rij: Casusoverleg) -> list[Overlegpunt]:
    rijen = Overlegpunt.objects.voor(request.user, request.gemeente, vandaag()).filter(overleg=rij)
    return list(rijen.select_related("dossier__inburgeraar", "dossier__consulent").prefetch_related("acties__eigenaar"))


def _noteer(request: GemeenteRequest, punten: Sequence[Overlegpunt], wat: str) -> None:
    dossiers = [punt.dossier for punt in punten]
    inzage.noteer_bij_elk(medewerker=request.user, dossiers=dossiers, wat=wat, moment=nu())


def adres(request: GemeenteRequest, naam: str, **kwargs: Any) -> str:
    """A page of the casusoverleg in this gemeente."""
    return reverse(f"cases:{naam}", kwargs={"gemeente": request.gemeente.slug, **kwargs})


def toon_formulier(request: GemeenteRequest, form: Formulier, titel: str) -> HttpResponse:
    """The page of one form of the casusoverleg."""
    return render(request, FORMULIER, {"form": form, "titel": titel}, status=422 if form.errors else 200)
