"""The reports of aanbieders: upload, preview, confirmation, progress, and which are missing."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.enums import Regeluitkomst
from cases.klok import nu, vandaag
from cases.kort import kort
from cases.models import Dossier
from cases.services.inzage import noteer_uitvoer
from cases.services.koppelingen import Bestandsfout
from cases.services.koppelingen.uitvoer import foute_regels
from cases.toegang import Actie
from cases.uitvoer import csv_regels
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import met
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.views.basis import verwerkt
from pip_plans.voortgang.forms.rapport import RapportForm, TerugForm
from pip_plans.voortgang.models import Rapport, Rapportregel
from pip_plans.voortgang.services import rapport as dienst
from pip_plans.voortgang.services.ontbrekend import ontbrekende_rapporten
from pip_plans.voortgang.services.rapport.kolommen import KOLOMMEN, LABELS
from pip_plans.voortgang.services.vergeten import niet_in_rapport
from pip_plans.voortgang.weken import maanden_terug

LAATSTE, MEESTE_VERGETEN = 20, 50
OP_NUMMER = Sortering(("nummer", "pk"))
TOON = {"": "alle regels", "fout": "fout", "nieuw": "nieuw", "bijgewerkt": "bijgewerkt", "ongewijzigd": "ongewijzigd"}


@pagina(Actie.DOSSIER_BEWERKEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """Upload a report, what aanbieders sent in, those of before, and which are missing."""
    op = vandaag()
    form = RapportForm(
        request.POST or None, request.FILES or None, gemeente=request.gemeente, maanden=maanden_terug(op)
    )
    if request.method == "POST" and form.is_valid():
        wie: dict[str, Any] = {"gemeente": request.gemeente, "door": request.user, "op": op}
        velden = {naam: waarde for naam, waarde in form.cleaned_data.items() if naam != "bestand"}
        try:
            rapport, is_nieuw = dienst.maak_voorbeeld(inhoud=form.cleaned_data["bestand"], **velden, **wie)
        except (Bestandsfout, UitvoeringFout) as fout:
            form.add_error(getattr(fout, "veld", "bestand") or None, str(fout))
        else:
            if not is_nieuw:
                messages.info(request, "Dit bestand was al ingelezen. U ziet wat ermee is gebeurd.")
            return redirect("voortgang:rapport", request.gemeente.slug, rapport.pk)
    rapporten = Rapport.objects.van(request.gemeente).bij_gemeente().select_related("aanbieder", "door")
    wacht = rapporten.wacht().order_by("ingestuurd_op", "pk")
    eerder = kort(rapporten.exclude(pk__in=wacht.values("pk")), LAATSTE)
    context = {
        "form": form,
        "eerder": eerder,
        "wacht": wacht,
        "ontbreekt": ontbrekende_rapporten(gemeente=request.gemeente, op=op),
    }
    status = 422 if form.errors else 200
    return render(request, "voortgang/rapporten.html", context | {"kolommen": LABELS.items()}, status=status)


@pagina(Actie.DOSSIER_BEWERKEN)
def model(request: GemeenteRequest) -> StreamingHttpResponse:
    """An empty report with the names of the columns."""
    return _csv("rapport", csv_regels(KOLOMMEN, []))


@pagina(Actie.DOSSIER_BEWERKEN)
def rapport(request: GemeenteRequest, pk: int) -> HttpResponse:
    """What happens, or happened, to every row."""
    rij = _haal(request, pk)
    keuze = request.GET.get("toon", "")
    keuze = keuze if keuze in TOON else ""
    rijen = rij.regels.select_related("dossier__inburgeraar")
    blad = blader(request, [rijen.filter(uitkomst=keuze) if keuze else rijen], OP_NUMMER)
    zichtbaar = _maak_zichtbaar(request, blad.rijen)
    vergeten = [] if rij.opgeruimd_op else kort(_vergeten(request, rij), MEESTE_VERGETEN)
    _noteer(request, "rapport van een aanbieder", zichtbaar | {dossier.pk for dossier in vergeten})
    context = {
        "rapport": rij,
        "stand": _stand(rij),
        "vergeten": vergeten,
        "blad": blad,
        "keuzes": [
            {"label": label, "url": met(request, toon=naam), "actief": naam == keuze} for naam, label in TOON.items()
        ],
        "blijft": dienst.INHOUD_BLIJFT.days,
    }
    return render(request, "voortgang/rapport.html", context)


@pagina(Actie.DOSSIER_BEWERKEN)
def stand(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Only how far the writing is; htmx asks for it again, and for the whole page once it is done."""
    rij = _haal(request, pk)
    if not request.htmx:
        return redirect("voortgang:rapport", request.gemeente.slug, pk)
    antwoord = render(request, "voortgang/deel_stand.html", {"rapport": rij, "stand": _stand(rij)})
    if not rij.wordt_geschreven:
        antwoord["HX-Refresh"] = "true"
    return antwoord


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("voortgang:rapport")
def bevestigen(request: GemeenteRequest, pk: int) -> HttpResponse:
    rij = _haal(request, pk)
    return _druk(
        request, pk, lambda: dienst.bevestig(rapport=rij, door=request.user, moment=nu()),
        "Bevestigd. De goede regels worden geschreven.",
    )  # fmt: skip


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("voortgang:rapport")
def opnieuw(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Judge the faulty rows again."""
    rij = _haal(request, pk)
    return _druk(
        request, pk, lambda: dienst.keur_opnieuw(rapport=rij, door=request.user, op=vandaag()),
        "De foute regels zijn opnieuw gecontroleerd.",
    )  # fmt: skip


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("voortgang:rapport")
def weggooien(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Throw a preview away."""
    rij = _haal(request, pk)
    try:
        dienst.gooi_weg(rapport=rij)
    except UitvoeringFout as fout:
        messages.error(request, str(fout))
        return redirect("voortgang:rapport", request.gemeente.slug, pk)
    messages.success(request, "Het voorbeeld is weggegooid. Er is niets geschreven.")
    return redirect("voortgang:rapporten", request.gemeente.slug)


@pagina(Actie.DOSSIER_BEWERKEN)
def terugsturen(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Why the aanbieder gets it back, in words that it reads."""
    rij = _haal(request, pk)
    form = TerugForm(request.POST or None)
    form.annuleer_url = reverse("voortgang:rapport", args=(request.gemeente.slug, pk))
    if verwerkt(request, form, lambda: dienst.stuur_terug(rapport=rij, reden=form.cleaned_data["reden"], moment=nu())):
        messages.success(request, "Het rapport is terug bij de aanbieder. Er is niets geschreven.")
        return redirect("voortgang:rapporten", request.gemeente.slug)
    context = {"form": form, "rapport": rij}
    return render(request, "voortgang/terugsturen.html", context, status=422 if form.errors else 200)


@pagina(Actie.DOSSIER_BEWERKEN)
def fouten(request: GemeenteRequest, pk: int) -> StreamingHttpResponse:
    """The faulty rows as CSV, to mend in a spreadsheet and upload again."""
    rij = _haal(request, pk)
    regels = rij.regels.fout().zichtbaar_met(_dossiers(request))
    _noteer(request, "foute regels van een rapport", regels.exclude(dossier=None).values_list("dossier_id", flat=True))
    return _csv(f"foute-regels-{rij.pk}", foute_regels(regels, rij.kolommen))


def _haal(request: GemeenteRequest, pk: int) -> Rapport:
    """The report, only in its own gemeente, and not while the aanbieder has it."""
    rijen = (
        Rapport.objects.van(request.gemeente)
        .bij_gemeente()
        .select_related("aanbieder", "gemeente", "door", "bevestigd_door")
    )
    gevonden: Rapport = get_object_or_404(rijen, pk=pk)
    return gevonden


def _stand(rij: Rapport) -> dict[str, int]:
    """All counts in one query."""
    klaar = Q(verwerkt_op__isnull=False)
    per_uitkomst = {uitkomst.value: Count("pk", filter=Q(uitkomst=uitkomst)) for uitkomst in Regeluitkomst}
    telling: dict[str, int] = rij.regels.aggregate(
        totaal=Count("pk"),
        verwerkt=Count("pk", filter=klaar),
        te_schrijven=Count("pk", filter=~klaar & ~Q(uitkomst=Regeluitkomst.FOUT)),
        **per_uitkomst,
    )
    return telling | {"bevestigd": telling["verwerkt"] + telling["te_schrijven"]}


def _dossiers(request: GemeenteRequest) -> Any:
    return Dossier.objects.zichtbaar_voor(request.user, request.gemeente, vandaag())


def _vergeten(request: GemeenteRequest, rij: Rapport) -> Any:
    return niet_in_rapport(rapport=rij, door=request.user, op=vandaag())


def _maak_zichtbaar(request: GemeenteRequest, regels: list[Rapportregel]) -> set[int]:
    """Mark the rows that this person may see, and name the columns of their findings."""
    ids = [regel.dossier_id for regel in regels if regel.dossier_id]
    zichtbaar = set(_dossiers(request).filter(pk__in=ids).values_list("pk", flat=True))
    for regel in regels:
        regel.mag_zien = regel.dossier_id is None or regel.dossier_id in zichtbaar  # type: ignore[attr-defined]  # for the template
        for melding in regel.meldingen:
            melding["label"] = LABELS.get(melding["veld"], "")
    return zichtbaar


def _druk(request: GemeenteRequest, pk: int, doe: Callable[[], Any], gelukt: str) -> HttpResponse:
    try:
        doe()
        messages.success(request, gelukt)
    except UitvoeringFout as fout:
        messages.error(request, str(fout))
    return redirect("voortgang:rapport", request.gemeente.slug, pk)


def _csv(naam: str, inhoud: Iterable[str]) -> StreamingHttpResponse:
    antwoord = StreamingHttpResponse(inhoud, content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    return antwoord


def _noteer(request: GemeenteRequest, wat: str, dossier_ids: Iterable[int]) -> None:
    """Rows show personal data: that is an inzage."""
    noteer_uitvoer(medewerker=request.user, gemeente=request.gemeente, wat=wat, dossier_ids=dossier_ids, moment=nu())
