"""Questions about the lists of withholdings that were asked for."""

from datetime import datetime

from django.db.models import QuerySet

from ontzorgen.enums_betaling import Lijststand


class LijstaanvraagQuerySet(QuerySet):
    def wachtend(self) -> "LijstaanvraagQuerySet":
        """Which a worker has still to make."""
        return self.filter(stand=Lijststand.WACHT)

    def blijft_liggen(self, sinds: datetime) -> "LijstaanvraagQuerySet":
        """On which nobody has worked since this moment."""
        return self.wachtend().filter(gewerkt_op__lt=sinds)
