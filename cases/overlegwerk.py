"""Actions from a casusoverleg in the werkvoorraad until they are done, and meetings that nobody keeps as a remnant."""

from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse

from .models import Casusoverleg, Overlegactie, Overlegpunt
from .panelen import MEESTE_TELLEN, Werkblik, Werkrij, Werkstapel, registreer_werkstapel
from .restanten import registreer_restant
from .services.vervanging import vervangen_consulenten
from .toegang import Actie


def _acties(blik: Werkblik) -> "QuerySet[Overlegactie]":
    """Her own open actions and those of whom she replaces, on dossiers that she may see."""
    wie = vervangen_consulenten(medewerker=blik.medewerker, gemeente_id=blik.gemeente.pk, op=blik.op)
    punten = Overlegpunt.objects.voor(blik.medewerker, blik.gemeente, blik.op)
    return Overlegactie.objects.filter(eigenaar__in=wie, gedaan_op=None, punt__in=punten).order_by("uiterlijk", "pk")


def _rijen(blik: Werkblik, meeste: int) -> list[Werkrij]:
    acties = _acties(blik).select_related("punt__dossier__inburgeraar")[:meeste]
    return [
        Werkrij(
            titel=f"{actie.wat} (uiterlijk {actie.uiterlijk:%d-%m-%Y})",
            van_wie=actie.punt.dossier.inburgeraar.lijstnaam,
            url=reverse("cases:dossier_overleg", args=(blik.gemeente.slug, actie.punt.dossier.nummer)),
        )
        for actie in acties
    ]


registreer_werkstapel(
    Werkstapel(
        label="uit een casusoverleg",
        kop="Acties uit het casusoverleg",
        actie=Actie.CASUSOVERLEG,
        tel=lambda blik: _acties(blik)[: MEESTE_TELLEN + 1].count(),
        lijst=_rijen,
        volgorde=75,
    )
)


@registreer_restant
def voorbij_zonder_dossiers(gemeente_id: int, _op: date) -> QuerySet:
    """A meeting that was held or cancelled, of which all dossiers were destroyed."""
    voorbij = Q(gehouden_op__isnull=False) | Q(afgezegd_op__isnull=False)
    return Casusoverleg.objects.filter(voorbij, gemeente=gemeente_id, punten__isnull=True)
