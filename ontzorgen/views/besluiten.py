"""A decision of ontzorgen in its dossier: propose, read, decide or set aside, and record that the letter left."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.enums import Kanaal, Termijnstatus
from cases.models import Termijn
from cases.panelen import Dossierbeeld
from cases.pdf import PdfFout
from cases.services.briefhoofd import geadresseerde, let_op_adres
from cases.toegang import Actie, mag
from cases.views.antwoord import pdf_antwoord
from cases.views.basis import GemeenteRequest, knop, pagina
from inburgering.recht.verplichtingen import TermijnSoort
from ontzorgen.enums import Besluitsoort, Eindreden
from ontzorgen.forms.besluiten import FORMULIEREN, AfwijzenForm, BekendmakingForm
from ontzorgen.forms.velden import lees_maand
from ontzorgen.models import Ontzorgbesluit, Ontzorgperiode
from ontzorgen.services import besluiten, voorstellen
from ontzorgen.services.afwijking import af_te_wijken
from ontzorgen.services.besluitbrief import voorbeeld_brief
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.lasteinde import stopt_met
from ontzorgen.services.perioden import vastgesteld_na
from ontzorgen.services.tekorten import tekort_van
from ontzorgen.services.vastgesteld import EEN_DAG

from .basis import adres, ontzorgbeeld, toon_formulier, toon_tab, verwerkt

STEL_VOOR: dict[Besluitsoort, Callable[..., Ontzorgbesluit]] = {
    Besluitsoort.ARTIKEL_56A: voorstellen.stel_56a_voor,
    Besluitsoort.ARTIKEL_57: voorstellen.stel_57_voor,
    Besluitsoort.EINDE: voorstellen.stel_einde_voor,
    Besluitsoort.BIJZONDERE_BIJSTAND: voorstellen.stel_bijzondere_bijstand_voor,
    Besluitsoort.AFWIJKING: voorstellen.stel_afwijking_voor,
    Besluitsoort.WEIGERING: voorstellen.stel_weigering_voor,
}
KOP = {
    Besluitsoort.ARTIKEL_56A: "Ontzorgen voorstellen (artikel 56a)",
    Besluitsoort.ARTIKEL_57: "Langer ontzorgen voorstellen (artikel 57)",
    Besluitsoort.EINDE: "Eerder einde voorstellen",
    Besluitsoort.BIJZONDERE_BIJSTAND: "Bijzondere bijstand (overbrugging)",
    Besluitsoort.AFWIJKING: "Afwijkende betaling",
    Besluitsoort.WEIGERING: "Niet ontzorgen: besluit op verzoek",
}
UITLEG = {
    Besluitsoort.ARTIKEL_56A: "De zes maanden volgen uit de eerste dag van de bijstand. De kosten en het leefgeld in "
    "de brief komen uit de uitkeringseenheid.",
    Besluitsoort.ARTIKEL_57: "Langer dan zes maanden kan alleen als er gegronde redenen zijn om te denken dat iemand "
    "zijn geld zonder hulp niet verantwoord besteedt. Schrijf die redenen op.",
    Besluitsoort.EINDE: "De periode stopt pas door het besluit, nooit vanzelf. Is er al verlengd, dan gaat die "
    "verlenging met hetzelfde besluit niet door.",
    Besluitsoort.BIJZONDERE_BIJSTAND: "Voor de maanden waarin de toeslagen er nog niet zijn. Na het besluit staat het "
    "bedrag vanzelf in de maandafrekening.",
    Besluitsoort.AFWIJKING: "Betaalt de gemeente een ander bedrag dan in het besluit staat? Dan is dat een eigen "
    "besluit, met een brief en zes weken voor bezwaar. Na het besluit rekent de maand vanzelf met het nieuwe bedrag.",
    Besluitsoort.WEIGERING: "Vraagt iemand om ontzorgen en is het antwoord nee? Dan krijgt hij een besluit met de "
    "reden en zes weken voor bezwaar. De voorwaarden die niet kloppen, komen vanzelf in de brief.",
}


@pagina(Actie.ONTZORGEN_BESLISSEN)
def voorstellen_doen(request: GemeenteRequest, nummer: str, soort: str) -> HttpResponse:
    """A proposal of one kind; a colleague decides on it."""
    beeld = ontzorgbeeld(request, nummer)
    if soort not in Besluitsoort.values:
        raise Http404
    keuze = Besluitsoort(soort)
    eigen = _van_afwijking(request, beeld) if keuze == Besluitsoort.AFWIJKING else {}
    form = FORMULIEREN[keuze](request.POST or None, **eigen)

    def doe() -> None:
        STEL_VOOR[keuze](dossier=beeld.dossier, door=request.user, op=beeld.op, **form.cleaned_data)

    if verwerkt(request, form, doe):
        messages.success(request, "Het voorstel ligt bij een collega van team Sociale Zaken.")
        return redirect(f"{adres(request, beeld)}#besluiten")
    return toon_formulier(request, beeld, form, KOP[keuze], UITLEG[keuze])


@pagina(Actie.ONTZORGEN_LEZEN)
def besluit(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """One proposal or decision: to read, to decide on, or to make known, as the role and the state allow."""
    beeld, rij = _haal(request, nummer, pk)
    return _toon(request, beeld, rij)


@pagina(Actie.ONTZORGEN_BESLISSEN)
@knop("ontzorgen:besluit")
def vaststellen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Decide as proposed."""
    beeld, rij = _haal(request, nummer, pk)
    try:
        genomen = besluiten.stel_vast(besluit=rij, door=request.user, op=beeld.op)
    except OntzorgFout as fout:
        return _toon(request, beeld, rij, fout=str(fout))
    messages.success(request, f"Het besluit is genomen als {genomen.nummer}. De brief wordt gemaakt.")
    return _naar(request, nummer, pk)


@pagina(Actie.ONTZORGEN_BESLISSEN)
@knop("ontzorgen:besluit")
def afwijzen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Set it aside with a reason; also for who proposed it."""
    beeld, rij = _haal(request, nummer, pk)
    form = AfwijzenForm(request.POST)
    if verwerkt(
        request,
        form,
        lambda: besluiten.wijs_af(
            besluit=rij, opmerkingen=form.cleaned_data["opmerkingen"], door=request.user, op=beeld.op
        ),
    ):
        messages.success(request, "Het voorstel is terzijde gelegd.")
        return redirect(f"{adres(request, beeld)}#besluiten")
    return _toon(request, beeld, rij, afwijzen=form)


@pagina(Actie.ONTZORGEN_BESLISSEN)
@knop("ontzorgen:besluit")
def bekendmaken(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The letter was sent or handed over; the six weeks for bezwaar start the day after."""
    beeld, rij = _haal(request, nummer, pk)
    form = BekendmakingForm(request.POST)

    def doe() -> None:
        kanaal = Kanaal(form.cleaned_data["kanaal"])
        besluiten.maak_bekend(
            besluit=rij, datum=form.cleaned_data["datum"], kanaal=kanaal, door=request.user, op=beeld.op
        )

    if verwerkt(request, form, doe):
        messages.success(request, "De bekendmaking is vastgelegd.")
        return _naar(request, nummer, pk)
    return _toon(request, beeld, rij, bekend=form)


@pagina(Actie.ONTZORGEN_LEZEN)
def voorbeeld(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The letter as it would be today, with CONCEPT across it; not stored."""
    beeld, rij = _haal(request, nummer, pk)
    try:
        return pdf_antwoord(voorbeeld_brief(besluit=rij, op=beeld.op), "ontzorgen-concept")
    except (OntzorgFout, PdfFout) as fout:
        return _toon(request, beeld, rij, fout=str(fout))


def _haal(request: GemeenteRequest, nummer: str, pk: int) -> tuple[Dossierbeeld, Ontzorgbesluit]:
    beeld = ontzorgbeeld(request, nummer)
    rij: Ontzorgbesluit = get_object_or_404(_rijen(beeld), pk=pk)
    return beeld, rij


def _rijen(beeld: Dossierbeeld) -> "QuerySet[Ontzorgbesluit]":
    dossier = [f"dossier__{deel}" for deel in ("gemeente", "inburgeraar", "consulent")]
    rijen = Ontzorgbesluit.objects.filter(dossier=beeld.dossier)
    last = ("last__soort", "last__crediteur")
    return rijen.select_related(
        *dossier,
        *last,
        "beschikking__document",
        "opgesteld_door",
        "periode__besluit__beschikking",
        "begonnen_periode",
    )


def _van_afwijking(request: GemeenteRequest, beeld: Dossierbeeld) -> dict[str, Any]:
    """The costs to choose from; with a cost and a month in the address what is short there is filled in."""
    lasten, maand = af_te_wijken(beeld.dossier), lees_maand(request.GET.get("maand", ""))
    nummer = request.GET.get("last", "")
    last = lasten.filter(pk=int(nummer)).first() if nummer.isdecimal() and len(nummer) < 18 and maand else None
    if last is None or maand is None:
        return {"lasten": lasten}
    tekort = tekort_van(last, maand)
    gevuld = {"bedrag": tekort.betaald, "motivering": tekort.motivering} if tekort else {}
    return {"lasten": lasten, "initial": {"last": last, "maand": maand, **gevuld}}


def _naar(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    return redirect("ontzorgen:besluit", gemeente=request.gemeente.slug, nummer=nummer, pk=pk)


def _bezwaartermijn(beeld: Dossierbeeld, rij: Ontzorgbesluit) -> Termijn | None:
    """The weeks in which somebody can object to this decision, while they run."""
    nummer = rij.beschikking.nummer if rij.beschikking else ""
    eigen = (t for t in beeld.termijnen if (t.soort, t.aanleiding) == (TermijnSoort.BEZWAAR.value, nummer))
    return next((t for t in eigen if t.status == Termijnstatus.OPEN), None)


def _toon(request: GemeenteRequest, beeld: Dossierbeeld, rij: Ontzorgbesluit, **anders: Any) -> HttpResponse:
    beslist = mag(request.rollen, Actie.ONTZORGEN_BESLISSEN)
    reden = besluiten.reden_niet_beslissen(rij, request.user) if beslist else ""
    einde = rij.periode if rij.wacht and rij.soort == Besluitsoort.EINDE else None
    context = {
        "rij": rij,
        "bezwaar": _bezwaartermijn(beeld, rij),
        "aan": geadresseerde(rij.dossier) if rij.wacht else None,
        "let_op": let_op_adres(rij.dossier) if rij.wacht else "",
        "bijstand_loopt": bool(einde) and rij.eindreden == Eindreden.BIJSTAND and not beeld.feiten.einde_bijstand,
        "al_vast": vastgesteld_na(rij.dossier, rij.vanaf) if einde else [],
        "stopt_met": stopt_met(dossier=rij.dossier, laatste_dag=rij.vanaf - EEN_DAG) if einde else [],
        "verlengingen": Ontzorgperiode.objects.verlengt(einde) if einde else [],
        "mag_beslissen": beslist and not reden,
        "reden_niet": reden if rij.wacht else "",
        "beslist": beslist,
        "afwijzen": AfwijzenForm(),
        "bekend": BekendmakingForm(initial={"datum": beeld.op}),
    }
    return toon_tab(request, beeld, "ontzorgen/besluit.html", context | anders, status=422 if anders else 200)
