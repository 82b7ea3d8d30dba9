"""Doorverwijzingen of which something is still to be heard, as a step of *Wat nu?*; also after the intake."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse

from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from inburgering.recht.uitleg import datum_zonder_weekdag

from .models import Doorverwijzing

VOLGORDE = 60


@registreer_stappen
def stappen(beeld: Dossierbeeld) -> Iterable[Stap]:
    """One step, by the oldest. It names neither addressee nor area: both may say something about health."""
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
    adres = reverse(
        "intake:overzicht", kwargs={"gemeente": beeld.dossier.gemeente.slug, "nummer": beeld.dossier.nummer}
    )
    yield Stap(titel, reden, f"{adres}#doorverwijzingen", None, VOLGORDE)
