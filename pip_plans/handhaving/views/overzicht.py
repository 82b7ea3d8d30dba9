"""The tab Handhaving of a dossier: its cases, the fines of DUO, and what the gemeente chose for this group."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest, pagina
from cases.views.dossier_beeld import dossierbeeld, toon_tab
from inburgering.recht.feiten import FeitSoort, Regime
from pip_plans.handhaving.enums import Duoartikel, Gedraging
from pip_plans.handhaving.forms.duo import DuoboeteForm
from pip_plans.handhaving.forms.stappen import ConstateringForm
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services.beleid import WI2013, keuzes_voor
from pip_plans.handhaving.services.betaling import leg_duoboete_vast, neem_duoboete_terug
from pip_plans.handhaving.services.zaken import constateer

from .basis import naar_zaak, probeer, toon_formulier


@pagina(Actie.DOSSIER_LEZEN)
def overzicht(request: GemeenteRequest, nummer: str) -> HttpResponse:
    beeld = dossierbeeld(request, nummer, "handhaving")
    zaken = Handhavingszaak.objects.met_alles().filter(dossier=beeld.dossier)
    context = {
        "zaken": zaken,
        "keuzes": keuzes_voor(dossier=beeld.dossier, op=beeld.op),
        "duoboetes": beeld.feiten.alle(FeitSoort.BOETE_DUO),
        "wi2013": WI2013 if beeld.feiten.regime is Regime.WI2013 else "",
        "mag_voorstellen": mag(request.rollen, Actie.BOETE_VOORSTELLEN),
    }
    return toon_tab(request, beeld, "handhaving/overzicht.html", context)


@pagina(Actie.BOETE_VOORSTELLEN)
def constatering(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """Record what was found; nothing follows by itself."""
    beeld = dossierbeeld(request, nummer, "handhaving")
    form = ConstateringForm(request.POST or None)
    gemaakt: list[Handhavingszaak] = []

    def doe() -> None:
        velden: dict[str, Any] = form.cleaned_data | {"gedraging": Gedraging(form.cleaned_data["gedraging"])}
        gemaakt.append(constateer(dossier=beeld.dossier, door=request.user, op=beeld.op, **velden))

    if form.is_valid() and probeer(form, doe):
        return naar_zaak(request, gemaakt[0], f"Zaak {gemaakt[0]} is geopend. Er gaat nog niets naar de inburgeraar.")
    return toon_formulier(request, beeld, form, "Constatering vastleggen", intro="handhaving/intro_constatering.html")


@pagina(Actie.BOETE_VOORSTELLEN)
def duoboete(request: GemeenteRequest, nummer: str) -> HttpResponse:
    """A fine of DUO: only a fact; one that was a mistake is taken back here as well."""
    beeld = dossierbeeld(request, nummer, "handhaving")
    terug = request.POST.get("terug", "")
    if terug.isascii() and terug.isdigit() and len(terug) < 19:
        neem_duoboete_terug(dossier=beeld.dossier, feit=int(terug), door=request.user, op=beeld.op)
        messages.success(request, "De boete van DUO telt niet meer mee.")
        return redirect("handhaving:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
    form = DuoboeteForm(request.POST or None)

    def doe() -> None:
        velden = form.cleaned_data
        leg_duoboete_vast(
            dossier=beeld.dossier, artikel=Duoartikel(velden["artikel"]), datum=velden["datum"],
            centen=int(velden["bedrag"] * 100), maanden=velden["maanden"], vanaf=velden["vanaf"],
            door=request.user, op=beeld.op,
        )  # fmt: skip

    if form.is_valid() and probeer(form, doe):
        messages.success(request, "De boete van DUO is vastgelegd.")
        return redirect("handhaving:overzicht", gemeente=request.gemeente.slug, nummer=nummer)
    return toon_formulier(
        request,
        beeld,
        form,
        "Boete van DUO vastleggen",
        intro="handhaving/intro_duo.html",
        duoboetes=beeld.feiten.alle(FeitSoort.BOETE_DUO),
    )
