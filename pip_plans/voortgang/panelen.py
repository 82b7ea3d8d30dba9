"""Where the progress shows itself on the pages of the core: the list of reports, and the pile of falling presence."""

from collections.abc import Sequence
from datetime import timedelta

from django.urls import reverse

from cases.achtergrondtaken import Achtergrondtaak, registreer_achtergrondtaak
from cases.models import Dossier
from cases.panelen import (
    MEESTE_TELLEN,
    Ingang,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_menu,
    registreer_werkstapel,
)
from cases.toegang import Actie

from .models import Weekstaat
from .querysets import WeekstaatQuerySet
from .stappen import TITEL

registreer_menu(Ingang("Rapporten", "voortgang:rapporten", Actie.DOSSIER_BEWERKEN, 45, onder="Uitvoering"))
registreer_achtergrondtaak(
    Achtergrondtaak(
        "rapporten_veeg",
        "pip_plans.voortgang.tasks.veeg",
        "Rapporten van aanbieders oppakken",
        "Kijkt elke minuut of er een rapport blijft liggen dat geschreven moet worden, en zet het opnieuw klaar.",
        timedelta(minutes=5),
    )
)
registreer_achtergrondtaak(
    Achtergrondtaak(
        "rapporten_opruimen",
        "pip_plans.voortgang.tasks.ruim_op",
        "Oude rapporten opruimen",
        "Wist elke nacht de inhoud van rapporten van aanbieders die niet meer nodig is.",
    )
)


def _dalingen(blik: Werkblik) -> WeekstaatQuerySet:
    zichtbaar = Dossier.objects.zichtbaar_voor(blik.medewerker, blik.gemeente, blik.op).lopend()
    rijen: WeekstaatQuerySet = Weekstaat.objects.in_dossiers(zichtbaar).dalingen(blik.op)
    return rijen


def _tel(blik: Werkblik) -> int:
    return _dalingen(blik).order_by().values("plaatsing__dossier").distinct()[: MEESTE_TELLEN + 1].count()


def _lijst(blik: Werkblik, aantal: int) -> Sequence[Werkrij]:
    """One row per dossier, of its newest week."""
    per_dossier: dict[int, Weekstaat] = {}
    for rij in _dalingen(blik).select_related("plaatsing__dossier__inburgeraar"):
        per_dossier.setdefault(rij.plaatsing.dossier_id, rij)
    return [
        Werkrij(TITEL, rij.plaatsing.dossier.inburgeraar.lijstnaam, _adres(rij.plaatsing.dossier, blik), rij.week)
        for rij in list(per_dossier.values())[:aantal]
    ]


def _adres(dossier: Dossier, blik: Werkblik) -> str:
    return reverse("voortgang:overzicht", kwargs={"gemeente": blik.gemeente.slug, "nummer": dossier.nummer})


registreer_werkstapel(
    Werkstapel("met minder aanwezigheid", "Drie weken minder aanwezig", Actie.DOSSIER_BEWERKEN, _tel, _lijst, 45)
)
