"""What was paid for a unit, for the tab Ontzorgen of a dossier."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from cases.kort import kort
from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest
from ontzorgen.enums_betaling import Betaalwijze, Pogingstand
from ontzorgen.models import Betaalpoging, Betaalverplichting, Uitkeringseenheid
from ontzorgen.services.betaalstops import loopt

LAATSTE = 16


@dataclass(frozen=True, slots=True)
class Betaling:
    """What is due, what became of it in words, and the cents that are paid of it."""

    verplichting: Betaalverplichting
    stand: str
    betaald: int


def betalingen_van(request: GemeenteRequest, beeld: Dossierbeeld, eenheid: Uitkeringseenheid | None) -> dict[str, Any]:
    """The last payments of the unit and the stop, for the template `deel_betalingen`."""
    rijen = Betaalverplichting.objects.filter(afrekening__eenheid=eenheid).order_by("-maand", "pk")
    pogingen = Prefetch("pogingen", Betaalpoging.objects.select_related("batch"))
    rijen = rijen.select_related("afrekening__betaalmaand", "last__soort").prefetch_related(pogingen)
    laatste = kort(rijen if eenheid else rijen.none(), LAATSTE)
    via_systeem = [rij for rij in laatste if rij.afrekening.betaalmaand.wijze == Betaalwijze.UITKERINGSSYSTEEM]
    prefetch_related_objects(via_systeem, "uitkomsten")
    return {
        "betaalstop": loopt(beeld.dossier) if eenheid else None,
        "betalingen": laatste.van(betaling_van(rij) for rij in laatste) if eenheid else [],
        "mag_stoppen": mag(request.rollen, Actie.BETALINGEN_STOPPEN) and beeld.loopt,
    }


def betaling_van(rij: Betaalverplichting) -> Betaling:
    """'uitgevoerd (RUN-2026-0001)'; the pogingen and what was reported were fetched beforehand."""
    if rij.afrekening.betaalmaand.wijze == Betaalwijze.UITKERINGSSYSTEEM:
        return _ingehouden(rij)
    pogingen = list(rij.pogingen.all())
    if not pogingen:
        return Betaling(rij, "vastgesteld, nog niet in een run", rij.bedrag)
    laatste = max(pogingen, key=lambda poging: poging.pk)
    wat = laatste.get_stand_display()
    if laatste.stand == Pogingstand.OPEN and laatste.batch.is_vrij:
        wat = "vrijgegeven voor de bank"
    reden = f": {laatste.reden}" if laatste.reden else ""
    return Betaling(rij, f"{wat} ({laatste.batch}){reden}", laatste.betaald)


def _ingehouden(rij: Betaalverplichting) -> Betaling:
    """The last thing the benefit system told of it; until then what it was asked."""
    gemeld = max(rij.uitkomsten.all(), key=lambda uitkomst: uitkomst.pk, default=None)
    if gemeld and not gemeld.gedaan:
        return Betaling(rij, f"niet ingehouden door het uitkeringssysteem: {gemeld.reden}", 0)
    return Betaling(rij, "via het uitkeringssysteem", gemeld.bedrag if gemeld else rij.bedrag)
