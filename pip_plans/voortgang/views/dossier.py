"""Hours, presence and levels of one dossier, below the tab Leerroute en modules."""

from typing import Any

from django.http import Http404, HttpResponse

from cases.kort import kort
from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from pip_plans.uitvoering.views.basis import verwerkt
from pip_plans.voortgang.enums import TELVELDEN, Vaardigheid
from pip_plans.voortgang.forms.uren import ContactForm, CorrectieForm, NiveauForm, WeekForm
from pip_plans.voortgang.models import Niveaumeting, Weekstaat
from pip_plans.voortgang.services import contact as contactdienst
from pip_plans.voortgang.services import niveaus, uren
from pip_plans.voortgang.services.norm import onderdelen
from pip_plans.voortgang.weken import maandag

from .basis import WAT, haal_plaats, plaatsen_met_uren, terug, toon_formulier

MEESTE_WEKEN, MEESTE_METINGEN = 60, 40
UITLEG_WEEK = "Wat in deze week is gevolgd en gemist. Krijgt u een rapport van de aanbieder, lees dat dan in."


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The hours beside their norms, week by week, and the levels."""
    beeld = dossierbeeld(request, nummer, WAT)
    rijen = Weekstaat.objects.van_dossier(beeld.dossier.pk)
    volledig = rijen.select_related("plaatsing__contract__aanbieder", "plaatsing__aanbieder", "rapport", "door")
    metingen = kort(Niveaumeting.objects.filter(dossier=beeld.dossier).select_related("rapport"), MEESTE_METINGEN)
    context = {
        "onderdelen": onderdelen(beeld.dossier, beeld.feiten),
        "groep_bekend": beeld.feiten.doelgroep is not None,
        "plaatsen": plaatsen_met_uren(beeld),
        "vooraf": beeld.dossier.beginstanden.select_related("door"),
        "weken": kort(volledig, MEESTE_WEKEN),
        "niveaus": _laatste(list(metingen)),
        "metingen": metingen,
        "daling": volledig.dalingen(beeld.op).first() if beeld.loopt else None,
    }
    return toon_tab(request, beeld, "voortgang/overzicht.html", context)


def _laatste(metingen: list[Niveaumeting]) -> list[tuple[str, Niveaumeting | None]]:
    """Per skill the newest measurement."""
    nieuwste = {rij.vaardigheid: rij for rij in reversed(metingen)}
    return [(wat.label, nieuwste.get(wat.value)) for wat in Vaardigheid]


@pagina(Actie.DOSSIER_BEWERKEN)
def week(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Hours of a week at one place."""
    beeld, plaatsing = haal_plaats(request, nummer, pk)
    form = WeekForm(request.POST or None, soort=plaatsing.soort, afgesproken=plaatsing.uren_per_week)
    wie: dict[str, Any] = {"plaatsing": plaatsing, "door": request.user, "op": beeld.op}

    def doe() -> None:
        uren.leg_week_vast(week=maandag(form.cleaned_data["dag"]), waarden=form.waarden(), **wie)

    if verwerkt(request, form, doe):
        return terug(request, nummer, "De uren zijn vastgelegd.")
    return toon_formulier(request, beeld, form, f"Uren vastleggen: {plaatsing}", UITLEG_WEEK)


@pagina(Actie.DOSSIER_BEWERKEN)
def corrigeren(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Other hours for a week, or none."""
    beeld = dossierbeeld(request, nummer, WAT)
    rijen = Weekstaat.objects.van_dossier(beeld.dossier.pk)
    rij = rijen.select_related("plaatsing__contract__aanbieder", "plaatsing__aanbieder").filter(pk=pk).first()
    if rij is None:
        raise Http404
    begin = {veld: getattr(rij, veld) for veld in TELVELDEN}
    form = CorrectieForm(request.POST or None, soort=rij.plaatsing.soort, initial=begin)
    wie: dict[str, Any] = {"weekstaat": rij, "door": request.user, "op": beeld.op}

    def doe() -> None:
        reden = form.cleaned_data["reden"]
        if form.cleaned_data["intrekken"]:
            uren.trek_week_in(reden=reden, **wie)
        else:
            uren.corrigeer_week(waarden=form.waarden(), reden=reden, **wie)

    if verwerkt(request, form, doe):
        return terug(request, nummer, "De uren zijn gecorrigeerd. De oude staan in de geschiedenis.")
    return toon_formulier(request, beeld, form, f"Uren corrigeren: {rij}, {rij.plaatsing}")


@pagina(Actie.DOSSIER_BEWERKEN)
def niveau(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """The levels of a day; also to correct them."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = NiveauForm(request.POST or None)

    def doe() -> None:
        velden = {veld: form.cleaned_data[veld] for veld in ("gemeten_op", "reden")}
        wie: dict[str, Any] = {"dossier": beeld.dossier, "door": request.user, "op": beeld.op}
        niveaus.leg_niveaus_vast(niveaus=form.niveaus(), **velden, **wie)

    if verwerkt(request, form, doe):
        return terug(request, nummer, "Het niveau is vastgelegd.")
    uitleg = "Wat de docent of een voortgangstoets zegt. Uitslagen van examens horen hier niet."
    return toon_formulier(request, beeld, form, "Taalniveau vastleggen", uitleg)


@pagina(Actie.DOSSIER_BEWERKEN)
def contact(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """That somebody was spoken to about his presence."""
    beeld = dossierbeeld(request, nummer, WAT)
    form = ContactForm(request.POST or None, initial={"datum": beeld.op})

    def doe() -> None:
        velden = form.cleaned_data | {"hoe": contactdienst.Contactwijze(form.cleaned_data["hoe"])}
        contactdienst.leg_contact_vast(dossier=beeld.dossier, door=request.user, op=beeld.op, **velden)

    if verwerkt(request, form, doe):
        return terug(request, nummer, "Het contact is vastgelegd. Het staat in de geschiedenis.")
    uitleg = "Vraag wat er speelt en wat zou helpen. Dit is een gesprek, nog geen handhaving."
    return toon_formulier(request, beeld, form, "Contact over de aanwezigheid", uitleg)
