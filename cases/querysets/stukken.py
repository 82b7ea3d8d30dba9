"""Questions about many papers that came in."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q, QuerySet

from cases.enums_stukken import Stukonderwerp, Stukstatus

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker

WEG = (Stukstatus.GEWEIGERD, Stukstatus.VERWIJDERD)
TE_OPENEN = (Stukstatus.SCHOON, Stukstatus.NIET_GESCAND)


class StukQuerySet(QuerySet):
    def zonder_bytes(self) -> "StukQuerySet":
        """For lists: the row without the file itself."""
        return self.defer("bytes")

    def aanwezig(self) -> "StukQuerySet":
        """Whose bytes are here, scanned or not."""
        return self.exclude(status__in=WEG)

    def te_openen(self) -> "StukQuerySet":
        return self.filter(status__in=TE_OPENEN)

    def niet_bijzonder(self) -> "StukQuerySet":
        """For who may not see health of this dossier."""
        return self.exclude(onderwerp=Stukonderwerp.MEDISCH)

    def in_postvak(self, medewerker: "Medewerker", gemeente: "Gemeente") -> "StukQuerySet":
        """What has no dossier yet; refused papers too, until somebody clears them away.

        Without what was taken out of a dossier that was protected afterwards, for who is not named on it.
        """
        zichtbaar = apps.get_model("cases", "Dossier").objects.niet_afgeschermd_voor(medewerker)
        rijen = self.filter(Q(uit_dossier__isnull=True) | Q(uit_dossier__in=zichtbaar))
        return rijen.filter(gemeente=gemeente, dossier__isnull=True).exclude(status=Stukstatus.VERWIJDERD)

    def te_controleren(self) -> "StukQuerySet":
        """What waits for the scanner, and what came in before there was one: that can be opened meanwhile."""
        return self.filter(status__in=(Stukstatus.WACHT, Stukstatus.NIET_GESCAND))

    def wacht(self) -> "StukQuerySet":
        return self.filter(status=Stukstatus.WACHT)

    def blijft_liggen(self, sinds: datetime) -> "StukQuerySet":
        """To be scanned since before this moment, and not tried after it: new to the scanner, or the queue lost it."""
        niet_geprobeerd = Q(geprobeerd_op__isnull=True) | Q(geprobeerd_op__lt=sinds)
        return self.te_controleren().filter(niet_geprobeerd, toegevoegd_op__lt=sinds)
