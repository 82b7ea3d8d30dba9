"""Doorverwijzingen of which something is still to be heard: a step of *Wat nu?* and a pile on the werkvoorraad.

Neither names addressee or area: both may say something about health.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse

from cases.models import Dossier
from cases.panelen import (
    MEESTE_TELLEN,
    Dossierbeeld,
    Stap,
    Werkblik,
    Werkrij,
    Werkstapel,
    registreer_stappen,
    registreer_werkstapel,
)
from cases.services.vervanging import vervangen_consulenten
from cases.toegang import Actie
from inburgering.recht.uitleg import datum_zonder_weekdag

from .models import Doorverwijzing
from .querysets_kaart import DoorverwijzingQuerySet

VOLGORDE = 60
GEDULD = timedelta(days=14)
"""An organisation gets this long to answer before the doorverwijzing lies on the pile."""


@registreer_stappen
def stappen(beeld: Dossierbeeld) -> Iterable[Stap]:
    """One step, by the oldest; also after the intake was completed."""
    return list(
        _stap(beeld, [rij.datum for rij in Doorverwijzing.objects.open().filter(intake__dossier=beeld.dossier)])
    )


def _stap(beeld: Dossierbeeld, dagen: list[date]) -> Iterator[Stap]:
    if not dagen:
        return
    oudste = datum_zonder_weekdag(min(dagen))
    titel = "Uitkomst van een doorverwijzing vastleggen"
    reden = f"Doorverwezen op {oudste}; de uitkomst is nog niet bekend."
    if len(dagen) > 1:
        titel = f"Uitkomst van {len(dagen)} doorverwijzingen vastleggen"
        reden = f"De oudste is van {oudste}."
    yield Stap(titel, reden, _adres(beeld.dossier, beeld.dossier.gemeente.slug), None, VOLGORDE)


def _adres(dossier: Dossier, gemeente: str) -> str:
    return f"{reverse('intake:overzicht', kwargs={'gemeente': gemeente, 'nummer': dossier.nummer})}#doorverwijzingen"


def _wachtend(blik: Werkblik) -> DoorverwijzingQuerySet:
    """Of her own dossiers and of whom she replaces, oldest first."""
    mijn = vervangen_consulenten(medewerker=blik.medewerker, gemeente_id=blik.gemeente.pk, op=blik.op)
    dossiers = Dossier.objects.zichtbaar_voor(blik.medewerker, blik.gemeente, blik.op).lopend().van(mijn)
    return (
        Doorverwijzing.objects.open()
        .filter(datum__lte=blik.op - GEDULD, intake__dossier__in=dossiers)
        .select_related("intake__dossier__inburgeraar")
    )


def _rijen(blik: Werkblik, meeste: int) -> Sequence[Werkrij]:
    return [
        Werkrij(
            "Navragen hoe het met een doorverwijzing gaat",
            rij.intake.dossier.inburgeraar.lijstnaam,
            _adres(rij.intake.dossier, blik.gemeente.slug),
            rij.datum,
        )
        for rij in _wachtend(blik)[:meeste]
    ]


registreer_werkstapel(
    Werkstapel(
        label="doorverwezen zonder uitkomst",
        kop="Doorverwijzingen zonder uitkomst",
        actie=Actie.DOSSIER_BEWERKEN,
        tel=lambda blik: _wachtend(blik).values("pk")[: MEESTE_TELLEN + 1].count(),
        lijst=_rijen,
        volgorde=60,
    )
)
