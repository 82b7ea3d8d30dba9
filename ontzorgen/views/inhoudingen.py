"""The exchange with the benefit system: lists of withholdings out, what was done and paid back in."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from cases.klok import nu, vandaag
from cases.kort import kort
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from cases.views.bladeren import Sortering, blader
from cases.views.filters import met
from ontzorgen.enums_inhouding import Regeluitkomst, Terugleessoort
from ontzorgen.forms.inhouding import LijstForm, TerugleesForm
from ontzorgen.forms.velden import lees_maand
from ontzorgen.maanden import eerste_dag, maandnaam, volgende_maand, vorige_maand
from ontzorgen.models import Inhoudingslijst, Lijstaanvraag, Terugleesbestand
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.inhoudingen import download_lijst
from ontzorgen.services.lijstaanvragen import vraag_lijst
from ontzorgen.services.teruglezen import KEURDERS, Gelezen, lees_terug
from ontzorgen.services.verschillen import beschrijf, verschillend

from .basis import beleidsbeeld, noteer_gezien, verwerkt, zichtbare_dossiers

LIJST = "ontzorgen:inhoudingen"
OP_NUMMER = Sortering(("nummer", "pk"))
OP_EENHEID = Sortering(("eenheid__nummer", "pk"))
LAATSTE, PER_BLAD = 20, 25
AL_GELEZEN = "Dit bestand is al ingelezen. Er is niets veranderd."


@pagina(Actie.BETAALRUN_LEZEN)
def lijst(request: GemeenteRequest) -> HttpResponse:
    """The lists that were made and the files that were read, the newest first; make another list."""
    form = LijstForm(initial={"maand": eerste_dag(vandaag())})
    return _toon(request, form)


@pagina(Actie.INHOUDINGEN)
def maken(request: GemeenteRequest) -> HttpResponse:
    """Ask for the list of a month; a worker freezes the month and makes it."""
    form = LijstForm(request.POST or None)

    def doe() -> None:
        vraag_lijst(gemeente=request.gemeente, maand=form.cleaned_data["maand"], door=request.user, op=vandaag())

    if verwerkt(request, form, doe):
        messages.success(request, f"De lijst van {maandnaam(form.cleaned_data['maand'])} wordt gemaakt.")
        return redirect(LIJST, gemeente=request.gemeente.slug)
    return _toon(request, form)


@pagina(Actie.INHOUDINGEN)
def bestand(request: GemeenteRequest, pk: int) -> HttpResponse:
    """The list as a file; who took it is logged."""
    rijen = Inhoudingslijst.objects.select_related("betaalmaand__gemeente")
    rij = get_object_or_404(rijen, betaalmaand__gemeente=request.gemeente, pk=pk)
    try:
        inhoud = download_lijst(lijst=rij, door=request.user, moment=nu())
    except OntzorgFout as fout:
        messages.error(request, str(fout))
        return redirect(LIJST, gemeente=request.gemeente.slug)
    return HttpResponse(
        inhoud,
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{rij.bestandsnaam}.csv"',
            "X-Content-Type-Options": "nosniff",
        },
    )


@pagina(Actie.INHOUDINGEN)
def inlezen(request: GemeenteRequest, soort: str) -> HttpResponse:
    """Read a file of the benefit system."""
    if soort not in Terugleessoort.values:
        raise Http404
    wat = Terugleessoort(soort)
    gestuurd = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TerugleesForm(*gestuurd, te_groot=getattr(request, "bestanden_te_groot", False))
    gelezen = list[Gelezen]()

    def doe() -> None:
        inhoud = form.cleaned_data["bestand"].read()
        gelezen.append(lees_terug(gemeente=request.gemeente, soort=wat, inhoud=inhoud, door=request.user, op=vandaag()))

    if verwerkt(request, form, doe):
        _vertel(request, gelezen[0])
        return redirect("ontzorgen:terugleesbestand", gemeente=request.gemeente.slug, pk=gelezen[0].bestand.pk)
    context = {"form": form, "soort": wat, "kolommen": KEURDERS[wat].KOLOMMEN}
    return render(request, "ontzorgen/inlezen.html", context, status=422 if form.errors else 200)


@pagina(Actie.INHOUDINGEN)
def gelezen_bestand(request: GemeenteRequest, pk: int) -> HttpResponse:
    """Every line of a file with what was done with it; the refused ones first to be seen."""
    rij = get_object_or_404(Terugleesbestand, gemeente=request.gemeente, pk=pk)
    alles = request.GET.get("regels") == "alle"
    telling = Gelezen(rij, nieuw=False).telling
    geweigerd = bool(telling[Regeluitkomst.GEWEIGERD.label])
    alles = alles or not geweigerd
    keuze = Q() if alles else Q(uitkomst=Regeluitkomst.GEWEIGERD)
    context = {
        "bestand": rij,
        "telling": telling,
        "blad": blader(request, [rij.regels.filter(keuze)], OP_NUMMER),
        "keuzes": [{"label": "geweigerd", "url": met(request, regels="geweigerd"), "actief": not alles},
                   {"label": "alle", "url": met(request, regels="alle"), "actief": alles}] if geweigerd else [],
    }  # fmt: skip
    return render(request, "ontzorgen/terugleesbestand.html", context)


@pagina(Actie.ONTZORGEN_LEZEN)
def verschillen(request: GemeenteRequest) -> HttpResponse:
    """Of a month: who got something else than was expected, as far as this person may see them."""
    op = vandaag()
    maand = lees_maand(request.GET.get("maand", "")) or eerste_dag(op)
    zichtbaar = zichtbare_dossiers(request, op)
    rijen = verschillend(gemeente=request.gemeente, maand=maand, zichtbaar=zichtbaar, op=op)
    blad = blader(request, [rijen], OP_EENHEID, PER_BLAD)
    gevonden = beschrijf(blad.rijen, maand=maand, zichtbaar=zichtbaar, op=op)
    mensen = [lid.dossier for verschil in gevonden for lid in verschil.leden]
    noteer_gezien(request, mensen, "verschillen")
    context = {
        "maand": maand,
        "totaal": rijen.count(),
        "verschillen": gevonden,
        "blad": blad,
        "eerder": met(request, maand=f"{vorige_maand(maand):%Y-%m}"),
        "later": met(request, maand=f"{volgende_maand(maand):%Y-%m}"),
        **beleidsbeeld(request, mensen, op),
    }
    return render(request, "ontzorgen/verschillen.html", context)


def _toon(request: GemeenteRequest, form: LijstForm) -> HttpResponse:
    gemeld = Count("regels", filter=Q(regels__verplichting__uitkomsten__isnull=False), distinct=True)
    rijen = Inhoudingslijst.objects.filter(betaalmaand__gemeente=request.gemeente).annotate(gemeld=gemeld)
    bestanden = Terugleesbestand.objects.filter(gemeente=request.gemeente).select_related("door")
    context = {
        "form": form,
        "lijsten": kort(rijen.select_related("betaalmaand", "door").prefetch_related("downloads__door"), LAATSTE),
        "bestanden": kort(bestanden, LAATSTE),
        "aanvragen": Lijstaanvraag.objects.van_belang(request.gemeente),
        "mag_inhouden": mag(request.rollen, Actie.INHOUDINGEN),
        "mag_verschillen": mag(request.rollen, Actie.ONTZORGEN_LEZEN),
        **beleidsbeeld(request, [], vandaag()),
    }
    return render(request, "ontzorgen/inhoudingen.html", context, status=422 if form.errors else 200)


def _vertel(request: GemeenteRequest, gelezen: Gelezen) -> None:
    if not gelezen.nieuw:
        messages.warning(request, AL_GELEZEN)
        return
    delen = [f"{aantal} {wat}" for wat, aantal in gelezen.telling.items() if aantal]
    messages.success(request, f"Ingelezen: {', '.join(delen)}.")
