"""What handhaving has to say when a dossier goes to the other act or is closed."""

from collections.abc import Iterator
from datetime import date

from cases.models import Dossier
from cases.regime import registreer_regimebeletsel
from cases.slot import registreer_slotbeletsel
from inburgering.recht.feiten import Regime

from .models import Handhavingszaak


@registreer_regimebeletsel
def zaak_loopt(dossier: Dossier, regime: Regime) -> Iterator[str]:
    """Under the act of 2013 the gemeente imposes no fine: the case is ended first, with its reason."""
    if regime is Regime.WI2013 and Handhavingszaak.objects.lopend().filter(dossier=dossier).exists():
        yield "Beëindig eerst de handhaving: onder de Wet inburgering 2013 legt de gemeente geen boete op."


@registreer_slotbeletsel
def zaak_open(dossier: Dossier, op: date) -> Iterator[str]:
    """Also a fine that waits for its payment: it is owed after the duty has ended."""
    for zaak in Handhavingszaak.objects.lopend().filter(dossier=dossier):
        yield f"Handhavingszaak {zaak} loopt nog ({zaak.stand})."
