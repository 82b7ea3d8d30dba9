"""People and their roles in this gemeente, and who replaces whom."""

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from cases.enums import Rol
from cases.forms.beheer import AanstellingForm, MedewerkerForm, UitnodigingForm, VervangingForm
from cases.klok import vandaag
from cases.models import Aanstelling, Medewerker, Vervanging
from cases.services import medewerkers
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina


@pagina(Actie.BEHEREN)
def mensen(request: GemeenteRequest) -> HttpResponse:
    """Everybody who has or had a role here, with the roles of today."""
    nu_geldig = Aanstelling.objects.geldig_op(vandaag()).filter(gemeente=request.gemeente)
    rijen = _collegas(request).prefetch_related(Prefetch("aanstellingen", nu_geldig, to_attr="rollen_nu"))
    return render(request, "cases/beheer/mensen.html", {"mensen": rijen, "titel": "Medewerkers en rollen"})


@pagina(Actie.BEHEREN)
def uitnodigen(request: GemeenteRequest) -> HttpResponse:
    form = UitnodigingForm(request.POST or None, initial={"van": vandaag()})
    if request.method == "POST" and form.is_valid():
        try:
            nieuw = medewerkers.nodig_uit(gemeente=request.gemeente, **form.cleaned_data)
        except ValidationError as fout:
            form.add_error(None, fout.messages[0])
        else:
            messages.success(
                request, "De medewerker staat in de lijst. Een nieuw account krijgt een uitnodiging per e-mail."
            )
            return redirect("cases:medewerker", request.gemeente.slug, nieuw.pk)
    return render(request, "cases/beheer/formulier.html", {"form": form, "titel": "Medewerker uitnodigen"})


@pagina(Actie.BEHEREN)
def medewerker(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One person: details, roles now and before, and the ways to change them."""
    persoon = get_object_or_404(_collegas(request), pk=pk)
    form = MedewerkerForm(_post(request, "opslaan"), instance=persoon)
    aanstelling = AanstellingForm(_post(request, "aanstellen"), initial={"van": vandaag()})
    if form.is_bound and form.is_valid():
        medewerkers.wijzig_gegevens(medewerker=persoon, **form.cleaned_data)
        messages.success(request, "De gegevens zijn opgeslagen.")
        return redirect(request.path)
    if aanstelling.is_bound and aanstelling.is_valid():
        try:
            medewerkers.stel_aan(medewerker=persoon, gemeente=request.gemeente, **aanstelling.cleaned_data)
        except ValidationError as fout:
            aanstelling.add_error(None, fout.messages[0])
        else:
            messages.success(request, "De rol is gegeven.")
            return redirect(request.path)
    rollen = persoon.aanstellingen.filter(gemeente=request.gemeente).order_by("-van", "rol")
    context = {"persoon": persoon, "form": form, "aanstelling": aanstelling, "rollen": rollen}
    return render(request, "cases/beheer/medewerker.html", context)


@require_POST
@pagina(Actie.BEHEREN)
def medewerker_actie(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The buttons on the page of a person: invite again, end a role, out of service, back in service."""
    persoon = get_object_or_404(_collegas(request), pk=pk)
    try:
        messages.success(request, _voer_uit(request, persoon))
    except medewerkers.MedewerkerFout as fout:
        messages.error(request, str(fout))
    return redirect("cases:medewerker", request.gemeente.slug, persoon.pk)


def _voer_uit(request: GemeenteRequest, persoon: Medewerker) -> str:
    match request.POST.get("actie", ""):
        case "uitnodigen":
            medewerkers.stuur_uitnodiging(medewerker=persoon)
            return "De uitnodiging gaat opnieuw per e-mail."
        case "uit_dienst":
            medewerkers.uit_dienst(medewerker=persoon, gemeente=request.gemeente, op=vandaag())
            return "Alle rollen in deze gemeente zijn beëindigd."
        case "terug":
            medewerkers.terug_in_dienst(medewerker=persoon)
            return "Het account is weer open; er gaat een uitnodiging per e-mail."
        case actie if (pk := actie.removeprefix("beeindig-")).isdecimal():
            rol = get_object_or_404(persoon.aanstellingen.filter(gemeente=request.gemeente), pk=pk)
            medewerkers.beeindig_aanstelling(aanstelling=rol, op=vandaag())
            return "De rol is beëindigd."
        case _:
            raise BadRequest("Deze knop bestaat niet.")


@pagina(Actie.TOEWIJZEN)
def vervanging(request: GemeenteRequest) -> HttpResponse:
    """The teamleider arranges who does the work of an absent colleague."""
    consulenten = _collegas(request).filter(
        pk__in=Aanstelling.objects.geldig_op(vandaag())
        .filter(gemeente=request.gemeente, rol=Rol.CONSULENT)
        .values("medewerker_id")
    )
    form = VervangingForm(request.POST or None, consulenten=consulenten, initial={"van": vandaag()})
    if request.method == "POST" and form.is_valid():
        try:
            medewerkers.regel_vervanging(gemeente=request.gemeente, **form.cleaned_data)
        except ValidationError as fout:
            form.add_error(None, fout.messages[0])
        else:
            messages.success(request, "De vervanging is vastgelegd.")
            return redirect(request.path)
    rijen = Vervanging.objects.filter(gemeente=request.gemeente, tot__gte=vandaag())
    context = {"form": form, "vervangingen": rijen.select_related("afwezige", "vervanger").order_by("van", "pk")}
    return render(request, "cases/beheer/vervanging.html", context)


@require_POST
@pagina(Actie.TOEWIJZEN)
def vervanging_verwijderen(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij = get_object_or_404(Vervanging, pk=pk, gemeente=request.gemeente)
    medewerkers.verwijder_vervanging(vervanging=rij)
    messages.success(request, "De vervanging is verwijderd.")
    return redirect("cases:vervanging", request.gemeente.slug)


def _collegas(request: GemeenteRequest) -> QuerySet[Medewerker]:
    """Only people with a role in this gemeente, now or before: others do not exist here."""
    hier = Aanstelling.objects.filter(gemeente=request.gemeente).values("medewerker_id")
    return Medewerker.objects.filter(pk__in=hier)


def _post(request: GemeenteRequest, knop: str) -> dict[str, str] | None:
    """The posted data when this button was pressed: two forms share one page."""
    return request.POST if request.method == "POST" and knop in request.POST else None
