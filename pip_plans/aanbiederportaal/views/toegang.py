"""For the gemeente: the accounts of an aanbieder, what they looked at, and shutting the door."""

from datetime import timedelta

from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.klok import nu, vandaag
from cases.kort import kort
from cases.models import Inzage
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from pip_plans.aanbiederportaal.forms.account import IntrekForm, UitnodigingForm
from pip_plans.aanbiederportaal.models import ExternAccount
from pip_plans.aanbiederportaal.services import accounts
from pip_plans.uitvoering.models import Aanbieder
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.views.basis import verwerkt
from pip_plans.voortgang.models import Rapport

HALF_JAAR = timedelta(days=182)
LAATSTE = 50


@pagina(Actie.AANBIEDERS_BEHEREN)
def lijst(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Everybody who has or had an account at this aanbieder."""
    wie, op = _aanbieder(request, pk), vandaag()
    rijen = [(rij, rij.stand(op)) for rij in wie.externe_accounts.select_related("persoon", "uitgenodigd_door")]
    return render(request, "aanbiederportaal/accounts.html", {"wie": wie, "rijen": rijen})


@pagina(Actie.AANBIEDERS_BEHEREN)
def uitnodigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    wie, op = _aanbieder(request, pk), vandaag()
    form = UitnodigingForm(
        request.POST or None, initial={"naam": wie.contactpersoon, "email": wie.email, "van": op, "tot": op + HALF_JAAR}
    )
    terug = form.annuleer_url = reverse("aanbiedertoegang:lijst", args=(request.gemeente.slug, pk))
    if verwerkt(
        request, form, lambda: accounts.nodig_uit(aanbieder=wie, door=request.user, op=op, **form.cleaned_data)
    ):
        messages.success(request, "Het account is gemaakt. Een nieuw account krijgt een uitnodiging per e-mail.")
        return redirect(terug)
    return _formulier(request, form, wie, "Iemand uitnodigen")


@pagina(Actie.AANBIEDERS_BEHEREN)
def account(request: GemeenteRequest, pk: int) -> HttpResponse:
    """One account: from when until when, what was looked at and sent in. No participants stand on this page."""
    rij, op = _account(request, pk), vandaag()
    gezien = Inzage.objects.filter(medewerker=rij.persoon, gemeente=request.gemeente).order_by("-kwartier", "wat")
    context = {
        "rij": rij,
        "stand": rij.stand(op),
        "gezien": kort(gezien.values("kwartier", "wat").annotate(aantal=Count("pk")), LAATSTE),
        "rapporten": kort(_ingestuurd(rij), LAATSTE),
    }
    return render(request, "aanbiederportaal/account.html", context)


def _ingestuurd(rij: ExternAccount) -> QuerySet[Rapport]:
    return Rapport.objects.filter(aanbieder=rij.aanbieder, door=rij.persoon).bij_gemeente()


@pagina(Actie.AANBIEDERS_BEHEREN)
@knop("aanbiedertoegang:account")
def uitnodiging(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Mail another link."""
    try:
        accounts.nodig_opnieuw_uit(account=_account(request, pk), op=vandaag())
        messages.success(request, "De uitnodiging gaat opnieuw per e-mail.")
    except UitvoeringFout as fout:
        messages.error(request, str(fout))
    return redirect("aanbiedertoegang:account", request.gemeente.slug, pk)


@pagina(Actie.AANBIEDERS_BEHEREN)
def intrekken(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij = _account(request, pk)
    form = IntrekForm(request.POST or None)
    terug = form.annuleer_url = reverse("aanbiedertoegang:account", args=(request.gemeente.slug, pk))
    if verwerkt(
        request, form,
        lambda: accounts.trek_in(
            account=rij, reden=form.cleaned_data["reden"], door=request.user, op=vandaag(), moment=nu()
        ),
    ):  # fmt: skip
        messages.success(request, "Het account is ingetrokken. Het opent vanaf nu niets meer.")
        return redirect(terug)
    return _formulier(request, form, rij.aanbieder, f"Account van {rij.persoon} intrekken")


def _aanbieder(request: GemeenteRequest, pk: int) -> Aanbieder:
    gevonden: Aanbieder = get_object_or_404(Aanbieder.objects.van(request.gemeente), pk=pk)
    return gevonden


def _account(request: GemeenteRequest, pk: int) -> ExternAccount:
    rijen = ExternAccount.objects.van_gemeente(request.gemeente)
    gevonden: ExternAccount = get_object_or_404(
        rijen.select_related("aanbieder", "persoon", "uitgenodigd_door", "ingetrokken_door"), pk=pk
    )
    return gevonden


def _formulier(
    request: GemeenteRequest, form: UitnodigingForm | IntrekForm, wie: Aanbieder, titel: str
) -> HttpResponse:
    context = {"form": form, "wie": wie, "titel": titel}
    return render(request, "aanbiederportaal/beheerformulier.html", context, status=422 if form.errors else 200)
