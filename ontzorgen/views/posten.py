"""Income, kortingen, beslag and advances of a unit: recorded, changed from a month on, ended or taken out."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from ontzorgen.enums import Postsoort
from ontzorgen.forms.eenheid import PostEindeForm, PostForm, PostWijzigForm
from ontzorgen.maanden import eerste_dag, volgende_maand
from ontzorgen.models import Maandpost, Uitkeringseenheid
from ontzorgen.services.lasten import leg_post_vast
from ontzorgen.services.posten import beeindig_post, neem_post_terug, wijzig_post
from ontzorgen.services.vastgesteld import laatste_vaste_maand

from .basis import bij_eenheid, met_eenheid, toon_formulier, verwerkt

POST = "Inkomen en kortingen gaan van de norm af. Een overbrugging komt erbij na een besluit over bijzondere bijstand."
WIJZIGEN = (
    "De oude regel loopt door tot en met de maand ervoor. Een maand die is vastgesteld, verandert niet. Kies de eerste "
    "maand van de regel om een fout te verbeteren die nog niet is vastgesteld."
)
EINDE = "Vanaf de maand erna telt deze regel niet meer mee."


@pagina(Actie.ONTZORGEN_FEITEN)
def post(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Income, a korting, beslag or an advance."""
    beeld, eenheid = met_eenheid(request, nummer)
    form = PostForm(request.POST or None, initial={"eerste_maand": eerste_dag(beeld.op)})

    def doe() -> None:
        leg_post_vast(eenheid=eenheid, gegevens=form.cleaned_data, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De post is vastgelegd.")
    return toon_formulier(request, beeld, form, "Inkomen of korting", POST)


@pagina(Actie.ONTZORGEN_FEITEN)
def post_wijzigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Another amount or source from a month on."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = _post(eenheid, pk)
    vast = laatste_vaste_maand(eenheid)
    eerste = max(rij.eerste_maand, volgende_maand(vast)) if vast else rij.eerste_maand
    begin = {veld: getattr(rij, veld) for veld in ("omschrijving", "bedrag", "beslagvrije_voet", "bron")}
    form = PostWijzigForm(request.POST or None, initial=begin | {"vanaf_maand": eerste})

    def doe() -> None:
        gegevens = dict(form.cleaned_data)
        vanaf = gegevens.pop("vanaf_maand")
        wijzig_post(post=rij, vanaf_maand=vanaf, gegevens=gegevens, door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "De regel is gewijzigd.")
    return toon_formulier(request, beeld, form, f"Wijzigen: {rij.get_soort_display()}", WIJZIGEN)


@pagina(Actie.ONTZORGEN_FEITEN)
def post_einde(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The last month in which it counts, or that it should not be there."""
    beeld, eenheid = met_eenheid(request, nummer)
    rij = _post(eenheid, pk)
    nu = rij.laatste_maand
    form = PostEindeForm(request.POST or None, initial={"laatste_maand": nu}, loopt_door=nu is None)

    def doe() -> None:
        if form.cleaned_data["vervalt"]:
            neem_post_terug(post=rij, door=request.user, op=beeld.op)
        else:
            beeindig_post(post=rij, laatste_maand=form.cleaned_data["laatste_maand"], door=request.user, op=beeld.op)

    if verwerkt(request, form, doe):
        return bij_eenheid(request, beeld, "Het einde van de regel is vastgelegd.")
    return toon_formulier(request, beeld, form, f"Beëindigen: {rij.get_soort_display()}", EINDE)


def _post(eenheid: Uitkeringseenheid, pk: int) -> Maandpost:
    """One that is kept up here; an overbrugging follows its decision."""
    return get_object_or_404(eenheid.posten.exclude(soort=Postsoort.OVERBRUGGING), pk=pk)
