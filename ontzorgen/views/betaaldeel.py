"""What was paid for a unit, for the tab Ontzorgen of a dossier."""

from dataclasses import dataclass
from typing import Any

from cases.kort import kort
from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest
from ontzorgen.enums_betaling import Betaalwijze, Pogingstand
from ontzorgen.models import Betaalverplichting, Uitkeringseenheid
from ontzorgen.services.betaalstops import loopt

LAATSTE = 16


@dataclass(frozen=True, slots=True)
class Betaling:
    """What is due, and what became of it in words."""

    verplichting: Betaalverplichting
    stand: str


def betalingen_van(request: GemeenteRequest, beeld: Dossierbeeld, eenheid: Uitkeringseenheid | None) -> dict[str, Any]:
    """The last payments of the unit and the stop, for the template `deel_betalingen`."""
    rijen = Betaalverplichting.objects.filter(afrekening__eenheid=eenheid).order_by("-maand", "pk")
    rijen = rijen.select_related("afrekening__betaalmaand", "last__soort").prefetch_related("pogingen__batch")
    laatste = kort(rijen if eenheid else rijen.none(), LAATSTE)
    return {
        "betaalstop": loopt(beeld.dossier) if eenheid else None,
        "betalingen": laatste.van(Betaling(rij, stand_in_woorden(rij)) for rij in laatste) if eenheid else [],
        "mag_stoppen": mag(request.rollen, Actie.BETALINGEN_STOPPEN) and beeld.loopt,
    }


def stand_in_woorden(rij: Betaalverplichting) -> str:
    """'uitgevoerd (RUN-2026-0001)'; the pogingen were fetched beforehand."""
    if rij.afrekening.betaalmaand.wijze == Betaalwijze.UITKERINGSSYSTEEM:
        return "via het uitkeringssysteem"
    pogingen = list(rij.pogingen.all())
    if not pogingen:
        return "vastgesteld, nog niet in een run"
    laatste = max(pogingen, key=lambda poging: poging.pk)
    wat = laatste.get_stand_display()
    if laatste.stand == Pogingstand.OPEN and laatste.batch.is_vrij:
        wat = "vrijgegeven voor de bank"
    reden = f": {laatste.reden}" if laatste.reden else ""
    return f"{wat} ({laatste.batch}){reden}"
