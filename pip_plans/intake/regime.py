"""What of the brede intake belongs to the act of 2021 only."""

from collections.abc import Iterator

from django.db.models import QuerySet

from cases.models import Dossier
from cases.regime import registreer_ongegrond
from inburgering.recht.feiten import Regime

from .models import Leerbaarheidstoets, Toetsontheffing, Toetsresultaat


@registreer_ongegrond
def leerbaarheidstoets(dossier: Dossier, regime: Regime) -> Iterator[tuple[str, QuerySet]]:
    """The act of 2013 knows no leerbaarheidstoets (art. 14 Wi 2021 brought it)."""
    if regime is Regime.WI2013:
        van_dossier = {"intake__dossier": dossier}
        yield "leerbaarheidstoets", Leerbaarheidstoets.objects.filter(**van_dossier)
        yield "uitslag van de leerbaarheidstoets", Toetsresultaat.objects.filter(**van_dossier)
        yield "ontheffing van de leerbaarheidstoets", Toetsontheffing.objects.filter(**van_dossier)
