"""The destruction list: what may go, by number only, and what went."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from cases.forms.beheer import VernietigingForm
from cases.klok import vandaag
from cases.kort import kort
from cases.models import Dossier, Vernietiging
from cases.services import vernietiging as dienst
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina

LAATSTE = 50


@pagina(Actie.VERNIETIGEN)
def vernietigingslijst(request: GemeenteRequest) -> HttpResponse:
    """Dossiers past their retention period; the functioneel beheerder sees numbers and dates, no persons."""
    context = {
        "titel": "Dossiers vernietigen",
        "kandidaten": dienst.te_vernietigen(gemeente_id=request.gemeente.pk, op=vandaag()),
        "vernietigd": kort(Vernietiging.objects.filter(gemeente=request.gemeente), LAATSTE),
    }
    return render(request, "cases/beheer/vernietigingslijst.html", context)


@pagina(Actie.VERNIETIGEN)
def vernietigen(request: GemeenteRequest) -> HttpResponse:
    """Destroy one dossier after typing its number: this cannot be undone."""
    hier = Dossier.objects.filter(gemeente=request.gemeente)
    form = VernietigingForm(request.POST or None, dossiers=hier, initial={"nummer": request.GET.get("nummer", "")})
    if request.method == "POST" and form.is_valid():
        try:
            dienst.vernietig(dossier=form.cleaned_data["nummer"], door=request.user, op=vandaag(), **form.gronden)
        except dienst.VernietigingFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, "Het dossier is vernietigd. Het bewijs staat in de lijst.")
            return redirect("cases:vernietigingslijst", request.gemeente.slug)
    return render(request, "cases/beheer/vernietigen.html", {"form": form})
