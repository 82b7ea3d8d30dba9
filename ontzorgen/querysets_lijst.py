"""Questions about the lists of withholdings that were asked for."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from ontzorgen.enums_betaling import Lijststand

if TYPE_CHECKING:
    from cases.models import Gemeente


class LijstaanvraagQuerySet(QuerySet):
    def van_belang(self, gemeente: "Gemeente") -> "LijstaanvraagQuerySet":
        """What is being made now, and the last one when there was nothing to make."""
        laatste = self.filter(gemeente=gemeente).order_by("-pk").values("pk")[:1]
        rijen = self.filter(gemeente=gemeente).select_related("door")
        return rijen.filter(Q(stand=Lijststand.WACHT) | Q(stand=Lijststand.NIETS, pk__in=laatste))

    def wachtend(self) -> "LijstaanvraagQuerySet":
        """Which a worker has still to make."""
        return self.filter(stand=Lijststand.WACHT)

    def blijft_liggen(self, sinds: datetime) -> "LijstaanvraagQuerySet":
        """On which nobody has worked since this moment."""
        return self.wachtend().filter(gewerkt_op__lt=sinds)
