"""The Postvak: papers of which the dossier is not known yet. For who edits dossiers."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.forms.stukken import StukAanwijzenForm, StukKoppelForm, StukWegForm
from cases.klok import nu, vandaag
from cases.kort import kort
from cases.models import Stuk
from cases.services import stukken as dienst
from cases.services.inzage import noteer_uitvoer
from cases.services.team import consulenten
from cases.toegang import Actie, mag

from .antwoord import stuk_antwoord
from .basis import GemeenteRequest, haal_dossier, pagina
from .dossierkeuze import Keuze, antwoord, dossierkeuze
from .stukken import neem_aan, stukkenform

MEESTE = 200
WEG = "Verwijder dit stuk"
DICHT = "medisch stuk"


@pagina(Actie.DOSSIER_BEWERKEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """What waits for a dossier, the oldest first."""
    rijen = Stuk.objects.in_postvak(request.user, request.gemeente).zonder_bytes()
    rijen = rijen.select_related("laatst_door", "toegevoegd_door", "gemeente")
    oudste = kort(rijen.order_by("ontvangen_op", "pk"), MEESTE)
    context = {
        "stukken": oudste.van((rij, rij.is_uit_postvak_voor(request.user)) for rij in oudste),
        "mag_aanwijzen": mag(request.rollen, Actie.TOEWIJZEN),
    }
    return render(request, "cases/stukken/postvak.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def toevoegen(request: GemeenteRequest) -> HttpResponse:
    """Send files of which it is not known whose they are."""
    form = stukkenform(request)
    if request.method == "POST" and form.is_valid() and neem_aan(request, form, None):
        return redirect("cases:postvak", gemeente=request.gemeente.slug)
    return render(request, "cases/stukken/postvak_toevoegen.html", {"form": form})


@pagina(Actie.DOSSIER_BEWERKEN)
def stuk(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Choose the dossier that a paper belongs to, and link it; a medical one only for who brought it in."""
    rij = _haal(request, pk)
    if not rij.is_uit_postvak_voor(request.user):
        return _toon_gesloten(request, rij)
    keuze = dossierkeuze(request)
    form = StukKoppelForm(
        antwoord(request, keuze),
        dossiers=keuze.dossiers,
        op=vandaag(),
        initial={"onderwerp": rij.onderwerp, "ontvangen_op": rij.ontvangen_op, "omschrijving": rij.omschrijving},
    )
    if form.is_valid() and (nummer := _koppel(request, rij, form, keuze)):
        return redirect("cases:stukken", gemeente=request.gemeente.slug, nummer=nummer)
    return render(
        request, "cases/stukken/koppelen.html", {"stuk": rij, "titel": rij.titel, "form": form, "mag_openen": True}
    )


@pagina(Actie.DOSSIER_BEWERKEN)
def inhoud(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The file itself; the look is logged though no dossier is known."""
    rij = _haal(request, pk)
    if not rij.is_uit_postvak_voor(request.user):
        raise PermissionDenied(dienst.MEDISCH.format(rij.medisch_voor or rij.toegevoegd_door))
    if not rij.is_te_openen:
        raise Http404
    wat = f"stuk {pk} in het Postvak"
    noteer_uitvoer(medewerker=request.user, gemeente=request.gemeente, wat=wat, dossier_ids=[], moment=nu())
    return stuk_antwoord(rij)


@pagina(Actie.DOSSIER_BEWERKEN)
def verwijderen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Clear away what is not for us, with a reason that stays."""
    rij = _haal(request, pk)
    form = StukWegForm(request.POST if request.method == "POST" else None, knop=WEG)
    if form.is_valid():
        try:
            dienst.verwijder(stuk=rij, reden=form.cleaned_data["reden"], door=request.user)
            messages.success(request, "Het stuk is verwijderd. Alleen het bewijs daarvan blijft bewaard.")
            return redirect("cases:postvak", gemeente=request.gemeente.slug)
        except dienst.StukFout as fout:
            form.add_error(None, str(fout))
    context = {"titel": rij.titel if rij.is_uit_postvak_voor(request.user) else DICHT, "form": form}
    return render(request, "cases/stukken/postvak_verwijderen.html", context)


def _haal(request: GemeenteRequest, pk: int) -> Stuk:
    """Only what lies in the Postvak of this gemeente now."""
    rijen = Stuk.objects.in_postvak(request.user, request.gemeente)
    ook = ("laatst_door", "toegevoegd_door", "medisch_voor", "uit_dossier", "gemeente")
    rij: Stuk = get_object_or_404(rijen.select_related(*ook), pk=pk)
    return rij


def _toon_gesloten(request: GemeenteRequest, rij: Stuk) -> HttpResponse:
    """Of a medical paper of somebody else: that it is there, of whom and since when. Linking it is refused.

    When who brought it in has left, the teamleider names a consulent here, without seeing the paper.
    """
    alleen = dienst.MEDISCH.format(rij.medisch_voor or rij.toegevoegd_door)
    form = None
    if dienst.mag_aanwijzen(stuk=rij, rollen=request.rollen, op=vandaag()):
        mensen = consulenten(gemeente=request.gemeente, op=vandaag())
        form = StukAanwijzenForm(request.POST or None, mensen=mensen, initial={"collega": rij.medisch_voor})
    elif request.method != "GET":
        raise PermissionDenied(alleen)
    if form and form.is_valid():
        collega = form.cleaned_data["collega"]
        dienst.wijs_aan(stuk=rij, collega=collega, door=request.user, op=vandaag(), moment=nu())
        messages.success(request, f"Alleen {collega} opent en koppelt dit stuk nu.")
        return redirect("cases:postvak", gemeente=request.gemeente.slug)
    return render(
        request, "cases/stukken/koppelen.html", {"stuk": rij, "titel": DICHT, "alleen": alleen, "aanwijzen": form}
    )


def _koppel(request: GemeenteRequest, rij: Stuk, form: StukKoppelForm, keuze: Keuze) -> str:
    """The number of the dossier that the paper is in now; '' with the reason on the form."""
    if keuze.nieuwe_vraag and keuze.dossiers:
        messages.info(request, "Controleer of dit het goede dossier is, en klik dan op ‘Koppel aan dit dossier’.")
        return ""
    if not form.gekozen:
        form.add_error(keuze.veld, keuze.waarom_niet)
        return ""
    dossier = haal_dossier(request, form.gekozen, f"stuk {rij.pk} koppelen")
    try:
        dienst.koppel(stuk=rij, dossier=dossier, gegevens=form.gegevens, door=request.user, op=vandaag())
    except dienst.StukFout as fout:
        form.add_error(None, str(fout))
        return ""
    messages.success(request, f"Het stuk staat in dossier {dossier.nummer}.")
    return dossier.nummer
