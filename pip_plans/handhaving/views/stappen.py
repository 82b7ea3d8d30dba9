"""The rungs, each a form on a page of its own."""

from typing import Any

from django.http import HttpResponse

from cases.toegang import Actie
from cases.views.basis import GemeenteRequest, pagina
from inburgering.recht.boete import Verwijtbaarheid as Schuld
from pip_plans.handhaving.enums import Einde, Verwijtbaarheid, Zienswijzesoort
from pip_plans.handhaving.forms import stappen as forms
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services import betaling as betaaldiensten
from pip_plans.handhaving.services import brieven as diensten
from pip_plans.handhaving.services.beleid import keuze_voor
from pip_plans.handhaving.services.weging import bereken_voor, stel_boete_voor
from pip_plans.handhaving.services.zaken import beeindig, einden

from .basis import haal_zaak, naar_zaak, probeer, toon_formulier


@pagina(Actie.BOETE_VOORSTELLEN)
def waarschuwen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """A letter of its own, or the oproep in which the warning stood."""
    beeld, zaak = haal_zaak(request, nummer, pk)
    wie: dict[str, Any] = {"zaak": zaak, "door": request.user, "op": beeld.op}
    eerder = diensten.oproepwaarschuwingen(zaak)
    uit_oproep = "gebruik_oproep" in request.POST
    oproepform = forms.OproepForm(request.POST if uit_oproep else None, waarschuwingen=eerder) if eerder else None
    if uit_oproep and oproepform and oproepform.is_valid():
        gekozen = next(rij.oproep for rij in eerder if str(rij.oproep.pk) == oproepform.cleaned_data["oproep"])
        if probeer(oproepform, lambda: diensten.neem_oproep_over(oproep=gekozen, **wie)):
            return naar_zaak(request, zaak, "De waarschuwing uit de oproep is vastgelegd.")
    form = forms.WaarschuwingForm(None if uit_oproep else request.POST or None)
    if form.is_valid() and probeer(form, lambda: diensten.waarschuw(tot=form.cleaned_data["tot"], **wie)):
        return naar_zaak(request, zaak, "De waarschuwing wordt gemaakt. Verstuur hem vandaag.")
    return toon_formulier(request, beeld, form, "Schriftelijk waarschuwen", zaak, oproepform=oproepform)


@pagina(Actie.BOETE_VOORSTELLEN)
def voornemen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Tell what we are thinking of, and ask for the other side first."""
    beeld, zaak = haal_zaak(request, nummer, pk)
    form = forms.VoornemenForm(request.POST if request.method == "POST" else None, zaak=zaak)

    def doe() -> Handhavingszaak:
        na = form.cleaned_data.get("na_waarschuwing", "")
        return diensten.zeg_boete_aan(zaak=zaak, na_waarschuwing=na, door=request.user, op=beeld.op)

    if form.is_valid() and probeer(form, doe):
        return naar_zaak(request, zaak, "Het voornemen wordt gemaakt. Verstuur het vandaag.")
    return toon_formulier(
        request, beeld, form, "Voornemen tot een boete", zaak, intro="handhaving/intro_voornemen.html"
    )


@pagina(Actie.BOETE_VOORSTELLEN)
def zienswijze(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    beeld, zaak = haal_zaak(request, nummer, pk)
    begin = {"soort": zaak.zienswijze_soort, "datum": zaak.zienswijze_op or beeld.op, "tekst": zaak.zienswijze}
    form = forms.ZienswijzeForm(request.POST or None, initial=begin)

    def doe() -> Handhavingszaak:
        velden = form.cleaned_data
        return diensten.leg_zienswijze_vast(
            zaak=zaak, soort=Zienswijzesoort(velden["soort"]), datum=velden["datum"], tekst=velden["tekst"],
            door=request.user, op=beeld.op,
        )  # fmt: skip

    if form.is_valid() and probeer(form, doe):
        return naar_zaak(request, zaak, "De zienswijze is vastgelegd.")
    return toon_formulier(request, beeld, form, "Zienswijze vastleggen", zaak)


@pagina(Actie.BOETE_VOORSTELLEN)
def voorstel(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Weigh and propose; the page shows what each degree of blame comes to."""
    beeld, zaak = haal_zaak(request, nummer, pk)
    keuze = keuze_voor(dossier=beeld.dossier, artikel=zaak.artikel, op=beeld.op)
    begin = {
        "verwijtbaarheid": zaak.verwijtbaarheid,
        "waarom": zaak.verwijtbaarheid_waarom,
        "individueel": zaak.individuele_afweging,
        "termijn_tot": zaak.nieuwe_termijn_tot,
    }
    form = forms.VoorstelForm(request.POST or None, initial=begin, zaak=zaak, bescherming=keuze.bescherming)

    def doe() -> Handhavingszaak:
        velden = form.cleaned_data
        return stel_boete_voor(
            zaak=zaak, verwijtbaarheid=Schuld(velden["verwijtbaarheid"]), waarom=velden["waarom"],
            individueel=velden.get("individueel", ""), bijstand_verlaagd=velden["bijstand_verlaagd"],
            termijn_tot=velden.get("termijn_tot"), door=request.user, op=beeld.op,
        )  # fmt: skip

    if form.is_valid() and probeer(form, doe):
        return naar_zaak(request, zaak, "Het voorstel ligt bij de teamleider.")
    sommen = [(schuld, bereken_voor(zaak=zaak, verwijtbaarheid=Schuld(schuld.value))) for schuld in Verwijtbaarheid]
    meer = {"intro": "handhaving/intro_voorstel.html", "sommen": sommen, "keuze": keuze}
    return toon_formulier(request, beeld, form, "Wegen en voorstellen", zaak, **meer)


@pagina(Actie.DOSSIER_BEWERKEN)
def betaling(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """The whole fine or a part; a payment that was a mistake is taken back here as well."""
    beeld, zaak = haal_zaak(request, nummer, pk)
    wie: dict[str, Any] = {"zaak": zaak, "door": request.user, "op": beeld.op}
    terug = request.POST.get("terug", "")
    form = forms.BetalingForm(
        None if terug else request.POST or None, initial={"datum": beeld.op, "bedrag": zaak.openstaand}
    )
    if terug.isascii() and terug.isdigit() and len(terug) < 19:
        if probeer(form, lambda: betaaldiensten.neem_betaling_terug(betaling=int(terug), **wie)):
            return naar_zaak(request, zaak, "De betaling is teruggenomen.")
    elif form.is_valid() and probeer(form, lambda: _betaal(form, wie)):
        return naar_zaak(request, zaak, "De betaling is vastgelegd.")
    return toon_formulier(request, beeld, form, "Betaling vastleggen", zaak, intro="handhaving/intro_betaling.html")


def _betaal(form: forms.BetalingForm, wie: dict[str, Any]) -> Handhavingszaak:
    velden = form.cleaned_data
    return betaaldiensten.leg_betaling_vast(datum=velden["datum"], centen=velden["bedrag"], **wie)


@pagina(Actie.DOSSIER_BEWERKEN)
def regeling(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """Paying in parts; the last day moves to the day that was agreed."""
    beeld, zaak = haal_zaak(request, nummer, pk)
    form = forms.RegelingForm(request.POST or None)
    wie: dict[str, Any] = {"zaak": zaak, "door": request.user, "op": beeld.op}
    if form.is_valid() and probeer(form, lambda: betaaldiensten.spreek_regeling_af(**form.cleaned_data, **wie)):
        return naar_zaak(request, zaak, "De regeling is vastgelegd.")
    return toon_formulier(request, beeld, form, "Betalingsregeling vastleggen", zaak)


@pagina(Actie.DOSSIER_BEWERKEN)
def beeindigen(request: GemeenteRequest, nummer: str, pk: int) -> HttpResponse:
    """End the case with a reason, on any rung."""
    beeld, zaak = haal_zaak(request, nummer, pk)
    form = forms.EindeForm(request.POST or None, einden=einden(zaak))

    def doe() -> Handhavingszaak:
        einde, waarom = Einde(form.cleaned_data["einde"]), form.cleaned_data["waarom"]
        return beeindig(zaak=zaak, einde=einde, waarom=waarom, door=request.user, op=beeld.op)

    if form.is_valid() and probeer(form, doe):
        return naar_zaak(request, zaak, "De zaak is beëindigd.")
    return toon_formulier(request, beeld, form, "Zaak beëindigen", zaak)
