"""The unit of a dossier: composing it, how it lives, its fixed costs, and what changes the bijstand."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.eenheid import EenheidForm, EindeForm, LastForm, LastWijzigForm, LeefsituatieForm, PostForm
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Leefsituatie, Uitkeringseenheid
from ontzorgen.services.eenheden import eenheid_van, leg_leefsituatie_vast, stel_eenheid_samen
from ontzorgen.services.lasten import beeindig_last, leg_last_vast, leg_post_vast, wijzig_last

from .basis import adres, met_eenheid, ontzorgbeeld, toon_formulier, verwerkt, zichtbare_dossiers
from .zicht import te_openen

SAMEN = "De bijstand wordt per uitkeringseenheid toegekend: één persoon, of twee partners samen."
SITUATIE = "De leefsituatie bepaalt de bijstandsnorm. Leg bij elke verandering vast vanaf welke dag die geldt."
LAST = "Een vaste last wordt elke maand uit de bijstand betaald aan de crediteur."
WIJZIGEN = "De oude regel loopt door tot en met de maand ervoor. Wat al betaald is, verandert niet."
EINDE = "Vanaf de maand erna betaalt de gemeente deze last niet meer."
POST = "Inkomen en kortingen gaan van de norm af. Een overbrugging komt erbij na een besluit over bijzondere bijstand."


@pagina(Actie.ONTZORGEN_FEITEN)
def samenstellen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A new unit around this person."""
    beeld = ontzorgbeeld(request, nummer)
    if eenheid_van(dossier=beeld.dossier, op=beeld.op):
        return redirect(adres(request, beeld))
    begin = {"vanaf": beeld.feiten.bijstand.datum} if beeld.feiten.bijstand else {}
    form = EenheidForm(request.POST or None, partners=_partners(request, beeld), initial=begin)

    def doe() -> None:
        mensen = [beeld.dossier, *filter(None, [form.cleaned_data["partner"]])]
        vanaf = form.cleaned_data["vanaf"]
        stel_eenheid_samen(gemeente=request.gemeente, dossiers=mensen, vanaf=vanaf, door=request.user)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, "De uitkeringseenheid is samengesteld.")
    return toon_formulier(request, beeld, form, "Uitkeringseenheid samenstellen", SAMEN)


@pagina(Actie.ONTZORGEN_FEITEN)
def leefsituatie(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """How the unit lives from a day on."""
    beeld, eenheid = met_eenheid(request, nummer)
    laatste = eenheid.leefsituaties.last()
    velden = ("leefvorm", "leeftijdsgroep", "kostendelers", "partner_zonder_recht")
    begin = {veld: getattr(laatste, veld) for veld in velden} if laatste else _begin_situatie(eenheid)
    form = LeefsituatieForm(request.POST or None, instance=Leefsituatie(eenheid=eenheid), initial=begin)
    if verwerkt(request, form, lambda: leg_leefsituatie_vast(situatie=form.save(commit=False), door=request.user)):
        return _klaar(request, beeld, "De leefsituatie is vastgelegd.")
    return toon_formulier(request, beeld, form, "Leefsituatie vastleggen", SITUATIE)


@pagina(Actie.ONTZORGEN_FEITEN)
def last(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A new fixed cost."""
    beeld, eenheid = met_eenheid(request, nummer)
    mensen = zichtbare_dossiers(request, beeld.op).filter(uitkeringseenheden__eenheid=eenheid).distinct()
    form = LastForm(
        request.POST or None, eenheid=eenheid, mensen=mensen, initial={"eerste_maand": eerste_dag(beeld.op)}
    )

    def doe() -> None:
        leg_last_vast(eenheid=eenheid, gegevens=form.cleaned_data, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, "De vaste last is vastgelegd.")
    return toon_formulier(request, beeld, form, "Vaste last vastleggen", LAST)


@pagina(Actie.ONTZORGEN_FEITEN)
def last_wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another amount, creditor or reference from a month on."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = get_object_or_404(te_openen(request, beeld, eenheid.lasten.all()), pk=pk)
    begin = {veld: getattr(rij, veld) for veld in ("crediteur", "bedrag", "kenmerksoort", "kenmerk", "machtiging_op")}
    form = LastWijzigForm(
        request.POST or None, eenheid=eenheid, initial=begin | {"vanaf_maand": volgende_maand(eerste_dag(beeld.op))}
    )

    def doe() -> None:
        gegevens = dict(form.cleaned_data)
        vanaf = gegevens.pop("vanaf_maand")
        wijzig_last(last=rij, vanaf_maand=vanaf, gegevens=gegevens, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, "De vaste last is gewijzigd.")
    return toon_formulier(request, beeld, form, f"{rij.soort} wijzigen", WIJZIGEN)


@pagina(Actie.ONTZORGEN_FEITEN)
def last_einde(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The last month in which it is paid."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = get_object_or_404(te_openen(request, beeld, eenheid.lasten.all()), pk=pk)
    form = EindeForm(request.POST or None, initial={"laatste_maand": rij.laatste_maand})

    def doe() -> None:
        beeindig_last(last=rij, **form.cleaned_data, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, "Het einde van de vaste last is vastgelegd.")
    return toon_formulier(request, beeld, form, f"{rij.soort} beëindigen", EINDE)


@pagina(Actie.ONTZORGEN_FEITEN)
def post(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Income, a korting, beslag or an advance."""
    beeld, eenheid = met_eenheid(request, nummer)
    form = PostForm(request.POST or None, initial={"eerste_maand": eerste_dag(beeld.op)})

    def doe() -> None:
        leg_post_vast(eenheid=eenheid, gegevens=form.cleaned_data, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return _klaar(request, beeld, "De post is vastgelegd.")
    return toon_formulier(request, beeld, form, "Inkomen of korting", POST)


def _partners(request: GemeenteRequest, beeld: Dossierbeeld) -> Any:
    """Other people of the gezin whom this person may see."""
    zichtbaar = zichtbare_dossiers(request, beeld.op)
    gezin = beeld.dossier.inburgeraar.gezin_id
    leden = zichtbaar.lopend().filter(inburgeraar__gezin=gezin, inburgeraar__gezin__isnull=False)
    return leden.exclude(pk=beeld.dossier.pk).select_related("inburgeraar")


def _begin_situatie(eenheid: Uitkeringseenheid) -> dict[str, Any]:
    leden = list(eenheid.leden.all())
    return {"vanaf": leden[0].vanaf, "leefvorm": "GEHUWDEN" if len(leden) == 2 else "ALLEENSTAANDE",
            "leeftijdsgroep": "VAN_21_TOT_AOW"}  # fmt: skip


def _klaar(request: GemeenteRequest, beeld: Dossierbeeld, bericht: str) -> HttpResponseRedirect:
    messages.success(request, bericht)
    return redirect(f"{adres(request, beeld)}#eenheid")
