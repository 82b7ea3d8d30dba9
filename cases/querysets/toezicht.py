"""Questions about the background work that is under way."""

from datetime import datetime

from django.db.models import QuerySet

from cases.enums import Controlefase


class ZelfcontroleQuerySet(QuerySet):
    def bezig(self) -> "ZelfcontroleQuerySet":
        return self.filter(fase=Controlefase.TELLEN)

    def blijft_liggen(self, sinds: datetime) -> "ZelfcontroleQuerySet":
        """Not all counted, and nobody worked on it since this moment: the queue lost it."""
        return self.bezig().filter(gewerkt_op__lt=sinds)

    def niet_gemeld(self, sinds: datetime) -> "ZelfcontroleQuerySet":
        """Done, but the mail about it has not gone out, nor been tried since this moment."""
        return self.exclude(fase=Controlefase.TELLEN).filter(gemeld_op__isnull=True, gewerkt_op__lt=sinds)
