"""Questions about the background work that is under way."""

from django.db.models import QuerySet

from cases.enums import Controlefase


class ZelfcontroleQuerySet(QuerySet):
    def bezig(self) -> "ZelfcontroleQuerySet":
        return self.filter(fase=Controlefase.TELLEN)

    def niet_gemeld(self) -> "ZelfcontroleQuerySet":
        """Done, but the mail about it has not gone out."""
        return self.exclude(fase=Controlefase.TELLEN).filter(gemeld_op__isnull=True)
