"""The unit of a dossier: composed, put right, and left."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from cases.panelen import Dossierbeeld
from cases.services.termijnen import dossierfeiten_van
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.forms.eenheid import EenheidCorrectieForm, EenheidForm, LidEindeForm
from ontzorgen.models import Eenheidlid
from ontzorgen.services.eenheden import (
    beeindig_lidmaatschap,
    corrigeer_eenheid,
    laat_eenheid_vervallen,
    lidmaatschappen,
    stel_eenheid_samen,
)
from ontzorgen.services.vastgesteld import EEN_DAG
from ontzorgen.services.voor_bijstand import eis_bijstand_op

from .basis import adres, bij_eenheid, met_eenheid, ontzorgbeeld, toon_formulier, verwerkt, zichtbare_dossiers

SAMEN = "De bijstand wordt per uitkeringseenheid toegekend: één persoon, of twee partners samen."
CORRIGEREN = (
    "Verbeter wie bij de eenheid hoort of vanaf welke dag, zolang er geen maand van is vastgesteld. Verandert er later "
    "iets, leg dan bij het lid een laatste dag vast."
)
LID_UIT = "De laatste dag is vastgelegd. Vaste lasten op naam van deze persoon eindigen met die maand."
LID_BLIJFT = "Deze persoon hoort weer bij de eenheid. Leg vaste lasten op diens naam die zijn geëindigd, opnieuw vast."
LID = (
    "Bijvoorbeeld na een scheiding, een overlijden of het einde van de bijstand. Een maand die is vastgesteld, "
    "verandert niet. Vaste lasten op naam van deze persoon eindigen met die maand. Stel daarna zo nodig een nieuwe "
    "eenheid samen en leg de leefsituatie van wie blijft vast."
)


@pagina(Actie.ONTZORGEN_FEITEN)
def samenstellen(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A new unit around this person, who is in none or leaves the last one."""
    beeld = ontzorgbeeld(request, nummer)
    laatste = next(reversed(lidmaatschappen(dossier=beeld.dossier, op=beeld.op)), None)
    if laatste and laatste.tot is None:
        return redirect(adres(request, beeld))
    begin = {"vanaf": laatste.tot + EEN_DAG} if laatste and laatste.tot else _eerste_dag(beeld)
    form = EenheidForm(request.POST or None, partners=_partners(request, beeld), initial=begin)

    def doe() -> None:
        mensen = [beeld.dossier, *filter(None, [form.cleaned_data["partner"]])]
        vanaf = form.cleaned_data["vanaf"]
        if not form.cleaned_data["toch"]:
            eis_bijstand_op(dossiers=mensen, dag=vanaf)
        stel_eenheid_samen(gemeente=request.gemeente, dossiers=mensen, vanaf=vanaf, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De uitkeringseenheid is samengesteld.")
    return toon_formulier(request, beeld, form, "Uitkeringseenheid samenstellen", SAMEN)


@pagina(Actie.ONTZORGEN_FEITEN)
def corrigeren(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Another first day or partner, or no unit at all; Http404 for who may not know of everybody in it."""
    beeld, eenheid = met_eenheid(request, nummer)
    leden = {lid.dossier: lid.vanaf for lid in eenheid.leden.select_related("dossier")}
    zichtbaar = zichtbare_dossiers(request, beeld.op)
    if zichtbaar.filter(pk__in=[dossier.pk for dossier in leden]).count() < len(leden):
        raise Http404
    partner = next((dossier for dossier in leden if dossier != beeld.dossier), None)
    begin = {"vanaf": leden[beeld.dossier], "partner": partner}
    partners = _partners(request, beeld) | zichtbaar.filter(pk=partner.pk if partner else None)
    form = EenheidCorrectieForm(request.POST or None, partners=partners.distinct(), initial=begin)

    def doe() -> None:
        wie = {"eenheid": eenheid, "reden": form.cleaned_data["reden"], "door": request.user, "op": beeld.op}
        if form.cleaned_data["vervalt"]:
            laat_eenheid_vervallen(**wie)
        else:
            mensen = [beeld.dossier, *filter(None, [form.cleaned_data["partner"]])]
            if not form.cleaned_data["toch"]:
                eis_bijstand_op(dossiers=mensen, dag=form.cleaned_data["vanaf"])
            corrigeer_eenheid(dossiers=mensen, vanaf=form.cleaned_data["vanaf"], **wie)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De uitkeringseenheid is gecorrigeerd.", weg=form.cleaned_data["vervalt"])
    return toon_formulier(request, beeld, form, f"Uitkeringseenheid {eenheid} corrigeren", CORRIGEREN)


@pagina(Actie.ONTZORGEN_FEITEN)
def lid_einde(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The last day on which somebody belongs to the unit; his own also when it is over."""
    beeld = ontzorgbeeld(request, nummer)
    eigen = Eenheidlid.objects.filter(dossier=beeld.dossier)
    eenheden = [rij.eenheid_id for rij in lidmaatschappen(dossier=beeld.dossier, op=beeld.op)]
    van_nu = Eenheidlid.objects.filter(eenheid__in=eenheden, dossier__in=zichtbare_dossiers(request, beeld.op))
    leden = (eigen | van_nu).select_related("dossier__inburgeraar", "eenheid__gemeente")
    lid = get_object_or_404(leden, pk=pk)
    einde = dossierfeiten_van(lid.dossier).einde_bijstand
    dag = lid.tot or (einde.datum - EEN_DAG if einde else None)
    form = LidEindeForm(request.POST or None, lid=lid, initial={"laatste_dag": dag})

    def doe() -> None:
        beeindig_lidmaatschap(lid=lid, **form.cleaned_data, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, LID_UIT if form.cleaned_data["laatste_dag"] else LID_BLIJFT)
    return toon_formulier(request, beeld, form, f"Lid uit de eenheid: {lid.dossier.inburgeraar.naam}", LID)


def _eerste_dag(beeld: Dossierbeeld) -> dict[str, Any]:
    return {"vanaf": beeld.feiten.bijstand.datum} if beeld.feiten.bijstand else {}


def _partners(request: GemeenteRequest, beeld: Dossierbeeld) -> Any:
    """Other people of the gezin whom this person may see."""
    zichtbaar = zichtbare_dossiers(request, beeld.op)
    gezin = beeld.dossier.inburgeraar.gezin_id
    leden = zichtbaar.lopend().filter(inburgeraar__gezin=gezin, inburgeraar__gezin__isnull=False)
    return leden.exclude(pk=beeld.dossier.pk).select_related("inburgeraar")
