"""Questions about the background work that is under way."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.enums import Controlefase


class ZelfcontroleQuerySet(QuerySet):
    def bezig(self) -> "ZelfcontroleQuerySet":
        return self.filter(fase=Controlefase.TELLEN)

    def blijft_liggen(self, sinds: datetime) -> "ZelfcontroleQuerySet":
        """Counting or reporting, and nobody worked on it since this moment: the queue lost it."""
        te_melden = ~Q(fase=Controlefase.TELLEN) & Q(gemeld_op__isnull=True)
        return self.filter(Q(fase=Controlefase.TELLEN) | te_melden, gewerkt_op__lt=sinds)
