"""Agreements from voortgangsgesprekken in the werkvoorraad of who sees to them."""

from django.urls import reverse

from cases.models import Dossier
from cases.panelen import MEESTE_TELLEN, Werkblik, Werkrij, Werkstapel, registreer_werkstapel
from cases.services.vervanging import vervangen_consulenten
from cases.toegang import Actie

from .models import Gespreksafspraak
from .querysets import GespreksafspraakQuerySet


def _afspraken(blik: Werkblik) -> GespreksafspraakQuerySet:
    """Her own and those of whom she replaces, on dossiers that she may see and that still run."""
    wie = vervangen_consulenten(medewerker=blik.medewerker, gemeente_id=blik.gemeente.pk, op=blik.op)
    dossiers = Dossier.objects.zichtbaar_voor(blik.medewerker, blik.gemeente, blik.op).lopend()
    return Gespreksafspraak.objects.voor(wie, dossiers)


def _rijen(blik: Werkblik, meeste: int) -> list[Werkrij]:
    return [_rij(rij, blik) for rij in _afspraken(blik).select_related("gesprek__dossier__inburgeraar")[:meeste]]


def _rij(rij: Gespreksafspraak, blik: Werkblik) -> Werkrij:
    dossier = rij.gesprek.dossier
    te_laat = ", te laat" if rij.is_te_laat(blik.op) else ""
    doet = "navragen: " if rij.door_inburgeraar else ""
    url = reverse("gesprekken:afhandelen", args=(blik.gemeente.slug, dossier.nummer, rij.pk))
    titel = f"{doet}{rij.wat} (uiterlijk {rij.uiterlijk:%d-%m-%Y}{te_laat})"
    return Werkrij(titel[0].upper() + titel[1:], dossier.inburgeraar.lijstnaam, url)


registreer_werkstapel(
    Werkstapel(
        label="uit een voortgangsgesprek",
        kop="Afspraken uit voortgangsgesprekken",
        actie=Actie.DOSSIER_BEWERKEN,
        tel=lambda blik: _afspraken(blik)[: MEESTE_TELLEN + 1].count(),
        lijst=_rijen,
        volgorde=74,
    )
)
