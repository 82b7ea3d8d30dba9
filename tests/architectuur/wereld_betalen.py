"""A payment run in the world of the addresses."""

from typing import Any

from cases.models import Dossier
from tests.fabriek import Cast
from tests.ontzorgen.bouw import leg_last
from tests.ontzorgen.bouw_betaling import NOV, betaalt_zelf, crediteur, vrijgegeven

RUNDELEN = ("", "_zoeken", "_beoordelen", "_controleren", "_vrijgeven", "_intrekken")
OVERIGE = ("betaalrij_uitnemen", "betaalbestand", "betaalbestand_opnieuw", "terugmelding")


def betaalrijen(cast: Cast, dossier: Dossier) -> dict[str, Any]:
    """A released run of November with its file, for somebody with a unit and a period."""
    betaalt_zelf(cast, vanaf=NOV)
    eenheid = dossier.uitkeringseenheden.get().eenheid
    leg_last(cast, eenheid, crediteur(cast, "Waterbedrijf"), soort="water", kenmerk="w 1", bedrag=1_450)
    batch = vrijgegeven(cast)
    namen = [*(f"betaalrun{deel}" for deel in RUNDELEN), *OVERIGE]
    rijen = {f"ontzorgen:{naam}.pk": batch.pk for naam in namen}
    return rijen | {"ontzorgen:betaalrij_uitnemen.rij": batch.pogingen.get().pk}
