"""The phrase bank: which sentences letters use, in which languages, and who checked them."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from cases.forms.taalbank import NagekekenForm, VertalingForm
from cases.klok import vandaag
from cases.models import Gemeente, Vertaling
from cases.services.taalbank import TaalbankFout, kijk_alles_na, leg_vertaling_vast
from cases.taalbank import TALEN, VERTALINGEN, Taal, Vertaalstatus, codes, geleverd, zinnen
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina


@pagina(Actie.BEHEREN)
def talen(request: GemeenteRequest) -> HttpResponse:
    """Per language how many sentences somebody checked."""
    rijen = [(TALEN[code], _nagekeken(request.gemeente, code)) for code in VERTALINGEN]
    context = {"rijen": rijen, "totaal": len(codes()), "titel": "Vertalingen"}
    return render(request, "cases/beheer/vertalingen.html", context)


def _nagekeken(gemeente: Gemeente, taal: str) -> int:
    alle = zinnen(codes(), taal, gemeente=gemeente, op=vandaag()).values()
    return sum(zin.status == Vertaalstatus.NAGEKEKEN for zin in alle)


@pagina(Actie.BEHEREN)
def vertalingen(request: GemeenteRequest, taal: str) -> HttpResponse:
    """Every sentence of one language beside the Dutch one; mark all that are open as checked."""
    taal_ = _taal(taal)
    form = NagekekenForm(request.POST or None, initial={"nagekeken_op": vandaag()})
    if request.method == "POST" and form.is_valid():
        wie: dict[str, Any] = {"gemeente": request.gemeente, "door": request.user, "op": vandaag()}
        try:
            aantal = kijk_alles_na(taal=taal, **wie, **form.cleaned_data)
        except TaalbankFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, f"{aantal} zinnen in het {taal_.naam} zijn vastgelegd als nagekeken.")
            return redirect(request.path)
    alle = zinnen(codes(), taal, gemeente=request.gemeente, op=vandaag())
    context = {
        "rijen": [(code, geleverd("nl")[code], zin) for code, zin in alle.items()],
        "open": sum(zin.met_merk for zin in alle.values()),
        "taal": taal_,
        "form": form,
    }
    return render(request, "cases/beheer/vertalingen_taal.html", context)


@pagina(Actie.BEHEREN)
def vertaling(request: GemeenteRequest, taal: str, code: str) -> HttpResponse:
    """One sentence: correct it, and say who checked it."""
    taal_ = _taal(taal)
    if code not in codes():
        raise Http404
    nu = zinnen((code,), taal, gemeente=request.gemeente, op=vandaag())[code]
    begin = {"tekst": nu.tekst if nu.taal == taal else "", "nagekeken_door": nu.nagekeken_door}
    form = VertalingForm(request.POST or None, taal=taal_, initial=begin | {"nagekeken_op": nu.nagekeken_op})
    if request.method == "POST" and form.is_valid() and _leg_vast(request, taal, code, form):
        messages.success(request, "De vertaling is opgeslagen. Nieuwe brieven gebruiken haar vanaf nu.")
        return redirect("cases:vertalingen_taal", request.gemeente.slug, taal)
    versies = Vertaling.objects.filter(gemeente=request.gemeente, taal=taal, code=code).select_related("door")
    context = {"form": form, "taal": taal_, "code": code, "nederlands": geleverd("nl")[code], "versies": versies}
    return render(request, "cases/beheer/vertaling.html", context)


def _taal(code: str) -> Taal:
    if code not in VERTALINGEN:
        raise Http404
    return TALEN[code]


def _leg_vast(request: GemeenteRequest, taal: str, code: str, form: VertalingForm) -> bool:
    wie: dict[str, Any] = {"gemeente": request.gemeente, "door": request.user, "op": vandaag()}
    try:
        leg_vertaling_vast(code=code, taal=taal, **wie, **form.cleaned_data)
    except TaalbankFout as fout:
        form.add_error(None, str(fout))
    except ValidationError as fout:
        form.add_error(None, fout.messages)
    else:
        return True
    return False
