"""Where the intake shows itself on the pages of the core: its tab, and what follows an afspraak."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak, Dossier, Medewerker
from cases.panelen import (
    MEESTE_TELLEN,
    Ingang,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_bij_uitkomst,
    registreer_inzagegrond,
    registreer_menu,
    registreer_tab,
    registreer_vervolg,
    registreer_werkstapel,
)
from cases.toegang import Actie

from .models import Toetsontheffing
from .services.ontheffing import ligt_ter_beslissing_bij
from .services.oproepen import neem_uitkomst_over

registreer_menu(Ingang("Sociale kaart", "intake:sociale_kaart", Actie.SOCIALE_KAART, 40, onder="Uitvoering"))
registreer_tab(Ingang("Brede intake", "intake:overzicht", Actie.DOSSIER_LEZEN, 40))
GESPREKKEN = frozenset({Afspraaksoort.INTAKE, Afspraaksoort.INDIVIDUEEL})


@registreer_bij_uitkomst
def neem_over(afspraak: Afspraak, door: Medewerker | None, op: date) -> None:
    """The outcome of an afspraak is that of its oproep."""
    neem_uitkomst_over(afspraak, door, op)


@registreer_vervolg
def vervolg(afspraak: Afspraak) -> str:
    """After an intake talk: record it. Of a dossier whose intake was not started or is completed: nothing."""
    if afspraak.soort not in GESPREKKEN or afspraak.uitkomst != Afspraakuitkomst.VERSCHENEN:
        return ""
    intake = getattr(afspraak.dossier, "brede_intake", None)
    if intake is None or intake.is_afgerond:
        return ""
    gesprek = reverse(
        "intake:gesprek", kwargs={"gemeente": afspraak.dossier.gemeente.slug, "nummer": afspraak.dossier.nummer}
    )
    return f"{gesprek}?afspraak={afspraak.pk}"


def _tel(blik: Werkblik) -> int:
    wachtend = Toetsontheffing.objects.te_beslissen_door(blik.medewerker, blik.gemeente, blik.op)
    return wachtend.values("pk")[: MEESTE_TELLEN + 1].count()


def _lijst(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    wachtend = Toetsontheffing.objects.te_beslissen_door(blik.medewerker, blik.gemeente, blik.op)[:aantal]
    return [_rij(rij, blik.gemeente.slug) for rij in wachtend]


def _rij(rij: Toetsontheffing, gemeente: str) -> Werkrij:
    dossier = rij.intake.dossier
    url = reverse("intake:ontheffing", kwargs={"gemeente": gemeente, "nummer": dossier.nummer, "pk": rij.pk})
    return Werkrij("Ontheffing van de toets", dossier.inburgeraar.lijstnaam, url, rij.opgesteld_op)


registreer_werkstapel(
    Werkstapel(
        "voor een besluit over ontheffing", "Ontheffing van de toets", Actie.ONTHEFFING_BESLISSEN, _tel, _lijst, 25
    )
)


@registreer_inzagegrond
def beslist_over_ontheffing(dossier: Dossier, medewerker: Medewerker, rollen: frozenset[str]) -> bool:
    """Who decides on an ontheffing sees its ground while the proposal lies before her."""
    return ligt_ter_beslissing_bij(dossier=dossier, medewerker=medewerker, rollen=rollen)
