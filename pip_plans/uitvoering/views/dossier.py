"""The tab Leerroute en modules: what the PIP asks, and every step of a place."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse

from cases.klok import vandaag
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, knop, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.plan.services.ruimte import ruimte
from pip_plans.uitvoering.enums import CURSUSSEN, Aanbodsoort, Plaatsingstand, Stopreden, Wijze
from pip_plans.uitvoering.forms.plaatsing import (
    BegonnenForm,
    DagenForm,
    EigenKeuzeForm,
    MaatwerkForm,
    PlaatsForm,
    StopForm,
    VoorstelForm,
)
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.uitvoering.services import eigen_keuze
from pip_plans.uitvoering.services import plaatsing as dienst
from pip_plans.uitvoering.services.passend import Behoefte, behoeften, is_elip, route_van
from pip_plans.uitvoering.services.stoppen import stop
from pip_plans.uitvoering.services.wachten import wachtnorm

from .basis import WAT, haal_plaatsing, naar_tab, toon_formulier, verwerkt
from .knoppen import druk


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Per kind of place: whether the PIP asks it, the place that runs, and what may be arranged."""
    beeld = dossierbeeld(request, nummer, WAT)
    rijen = list(beeld.dossier.plaatsingen.select_related("contract__aanbieder", "aanbieder"))
    lopend = {rij.soort: rij for rij in rijen if rij.is_open}
    wensen, norm = behoeften(beeld.dossier, beeld.feiten), wachtnorm(request.gemeente, beeld.op)
    elip = is_elip(beeld.feiten)
    onder = [] if elip else [wens.soort for wens in wensen if wens.wijzen == (Wijze.MAATWERK,)]
    context = {
        "elip": elip,
        "route": route_van(beeld.dossier, beeld.feiten),
        "regels": [_regel(wens, lopend.get(wens.soort), beeld.op, norm, onder) for wens in wensen],
        "buiten_pip": [soort for soort in onder if soort not in lopend],
        "gestopt": [rij for rij in rijen if not rij.is_open],
        "termijnen": [t for t in beeld.termijnen if t.soort in ("AANBOD", "ONDERWIJSROUTE_START")],
        "mag_regelen": beeld.loopt,
        "ruimte": ruimte(beeld.dossier, beeld.feiten, beeld.op),
    }
    return toon_tab(request, beeld, "uitvoering/overzicht.html", context)


def _regel(
    wens: Behoefte, rij: Plaatsing | None, op: date, norm: timedelta, onder: list[Aanbodsoort]
) -> dict[str, Any]:
    """What the PIP does not ask and only maatwerk could give stands below the table (`onder`)."""
    return {
        "wens": wens,
        "rij": rij,
        "contract": Wijze.CONTRACT in wens.wijzen,
        "maatwerk": Wijze.MAATWERK in wens.wijzen,
        "zelf": Wijze.ZELF in wens.wijzen,
        "te_lang": rij is not None and rij.wacht_te_lang(op, norm),
        "voorbij": rij is not None and rij.is_voorbij(op),
        "beginnen": rij is not None and rij.moet_nog_beginnen(op),
        "toon": bool(rij or wens.nodig or (wens.wijzen and wens.soort not in onder)),
    }


def _soort(code: str) -> Aanbodsoort:
    if code not in Aanbodsoort.values:
        raise Http404
    return Aanbodsoort(code)


@pagina(Actie.DOSSIER_BEWERKEN)
def voorstellen(request: GemeenteRequest, nummer: str, soort: str) -> HttpResponse:
    """A place inside a contract."""
    beeld, wat = dossierbeeld(request, nummer, WAT), _soort(soort)
    form = VoorstelForm(request.POST or None, gemeente=request.gemeente, soort=wat, op=beeld.op)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "soort": wat, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: dienst.stel_voor(**wie, **form.cleaned_data)):
        return naar_tab(request, nummer, "Het voorstel staat er. Plaats de inburgeraar, of zet hem op de wachtlijst.")
    leeg = not form.fields["contract"].queryset.exists()  # type: ignore[attr-defined]  # typed as a plain field
    return toon_formulier(request, beeld, form, f"Plaats voor {wat.label}", geen_contract=leeg)


@pagina(Actie.DOSSIER_BEWERKEN)
def maatwerk(request: GemeenteRequest, nummer: str, soort: str) -> HttpResponse:
    """A place outside every contract."""
    beeld, wat = dossierbeeld(request, nummer, WAT), _soort(soort)
    form = MaatwerkForm(request.POST or None, gemeente=request.gemeente)
    wie: dict[str, Any] = {"dossier": beeld.dossier, "soort": wat, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: dienst.stel_voor(**wie, **form.cleaned_data)):
        return naar_tab(request, nummer, "Het maatwerk is voorgesteld. Vul bij Plaatsen de dagen in.")
    uitleg = "Een plaats buiten de contracten, omdat niets daarbinnen past. De reden blijft in het dossier."
    return toon_formulier(request, beeld, form, f"Maatwerk voor {wat.label}", uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
def zelf(request: GemeenteRequest, nummer: str, soort: str) -> HttpResponse:
    """The advice for who chooses and pays his own course."""
    beeld, wat = dossierbeeld(request, nummer, WAT), _soort(soort)
    form = EigenKeuzeForm(request.POST or None)
    wie: dict[str, Any] = {"door": request.user, "op": beeld.op}
    if verwerkt(
        request,
        form,
        lambda: eigen_keuze.adviseer(dossier=beeld.dossier, soort=wat, gegevens=form.cleaned_data, **wie),
    ):
        return naar_tab(request, nummer, "Uw advies is vastgelegd.")
    uitleg = "Deze inburgeraar kiest zelf een cursus en betaalt die. DUO kan daarvoor geld lenen (art. 19 Wi)."
    return toon_formulier(request, beeld, form, f"Advies en eigen keuze, {wat.label}", uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
@knop("uitvoering:overzicht")
def wachtlijst(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    _, rij = haal_plaatsing(request, nummer, pk)
    gelukt = "De inburgeraar staat op de wachtlijst. De brief staat bij Documenten."
    wie: dict[str, Any] = {"door": request.user, "op": vandaag()}
    return druk(request, nummer, lambda: dienst.zet_op_wachtlijst(plaatsing=rij, **wie), gelukt)


@pagina(Actie.DOSSIER_BEWERKEN)
def plaatsen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Give the place; with both letters."""
    beeld, rij = haal_plaatsing(request, nummer, pk)
    form = PlaatsForm(
        request.POST or None,
        is_cursus=rij.soort in CURSUSSEN,
        met_wachtlijst=rij.contract is not None and rij.contract.plaatsingen.wachtend().exclude(pk=rij.pk).exists(),
        initial={"aangeboden_op": beeld.op, "uren_per_week": rij.uren_per_week},
    )

    def doe() -> None:
        velden = {"aangeboden_op": beeld.op} | form.cleaned_data
        dienst.plaats(plaatsing=rij, door=request.user, op=beeld.op, **velden)

    if verwerkt(request, form, doe):
        return naar_tab(request, nummer, "Geplaatst. De brieven staan bij Documenten; verstuur ze daar.")
    return toon_formulier(request, beeld, form, f"Plaatsen: {rij}", _contractregel(rij))


@pagina(Actie.DOSSIER_BEWERKEN)
def wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Other days or hours; of who pays himself what became known of his choice."""
    beeld, rij = haal_plaatsing(request, nummer, pk)
    wie: dict[str, Any] = {"plaatsing": rij, "door": request.user, "op": beeld.op}
    if rij.wijze == Wijze.ZELF:
        keuze = EigenKeuzeForm(request.POST or None, initial={veld: getattr(rij, veld) for veld in eigen_keuze.VELDEN})
        if verwerkt(request, keuze, lambda: eigen_keuze.werk_bij(gegevens=keuze.cleaned_data, **wie)):
            return naar_tab(request, nummer, "De eigen keuze is bijgewerkt.")
        return toon_formulier(request, beeld, keuze, f"Eigen keuze bijwerken: {rij}")
    begin = {veld: getattr(rij, veld) for veld in ("start", "einde", "uren_per_week")}
    form = DagenForm(request.POST or None, initial=begin)
    if verwerkt(request, form, lambda: dienst.wijzig(**wie, **form.cleaned_data)):
        return naar_tab(request, nummer, "Gewijzigd. De brieven staan bij Documenten; verstuur ze daar.")
    return toon_formulier(request, beeld, form, f"Wijzigen: {rij}", _contractregel(rij))


@pagina(Actie.DOSSIER_BEWERKEN)
def begonnen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """That it really began."""
    beeld, rij = haal_plaatsing(request, nummer, pk)
    form = BegonnenForm(request.POST or None, initial={"datum": rij.start})
    wie: dict[str, Any] = {"plaatsing": rij, "door": request.user, "op": beeld.op}
    if verwerkt(request, form, lambda: dienst.bevestig_begin(**wie, **form.cleaned_data)):
        return naar_tab(request, nummer, "Vastgelegd dat het is begonnen.")
    uitleg = "Van de onderwijsroute is dit de start van het taalschakeltraject; binnen zes maanden na het PIP."
    return toon_formulier(
        request, beeld, form, f"Begonnen: {rij}", uitleg if rij.soort == Aanbodsoort.ONDERWIJS else ""
    )


@pagina(Actie.DOSSIER_BEWERKEN)
def stoppen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The end of a place, or of the way to it."""
    beeld, rij = haal_plaatsing(request, nummer, pk)
    begin: dict[str, Any] = {"datum": min(rij.einde, beeld.op) if rij.einde else beeld.op}
    if rij.is_voorbij(beeld.op):
        begin["reden"] = Stopreden.AFGEROND
    form = StopForm(request.POST or None, initial=begin)

    def doe() -> None:
        velden = form.cleaned_data | {"reden": Stopreden(form.cleaned_data["reden"])}
        stop(plaatsing=rij, door=request.user, op=beeld.op, **velden)

    if verwerkt(request, form, doe):
        return naar_tab(request, nummer, "De plaatsing is gestopt. De brieven staan bij Documenten; verstuur ze daar.")
    return toon_formulier(request, beeld, form, f"Stoppen: {rij}")


def _contractregel(rij: Plaatsing) -> str:
    if rij.contract is None:
        return "" if rij.stand == Plaatsingstand.GEPLAATST else f"Maatwerk: {rij.reden}"
    van, tot = (datum_zonder_weekdag(dag) for dag in (rij.contract.van, rij.contract.tot))
    return f"Contract {rij.contract.nummer}: {rij.contract.plaatsen} plaatsen tegelijk, van {van} tot en met {tot}."
