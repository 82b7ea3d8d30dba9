"""Questions about many reports and their rows."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.enums import Importstatus, Regeluitkomst
from cases.models import Gemeente
from cases.querysets.dossiers import DossierQuerySet


class RapportQuerySet(QuerySet):
    def van(self, gemeente: Gemeente) -> "RapportQuerySet":
        return self.filter(gemeente=gemeente)

    def bevestigd(self) -> "RapportQuerySet":
        """Written, or being written."""
        return self.exclude(status=Importstatus.VOORBEELD)

    def blijft_liggen(self, sinds: datetime) -> "RapportQuerySet":
        """Confirmed, and nobody has written a piece of it since this moment: the queue lost it."""
        stil = Q(gewerkt_op__isnull=True, bevestigd_op__lt=sinds) | Q(gewerkt_op__lt=sinds)
        return self.filter(stil, status=Importstatus.BEVESTIGD)


class RapportregelQuerySet(QuerySet):
    def te_schrijven(self) -> "RapportregelQuerySet":
        """Good rows that are not in the database yet."""
        return self.filter(verwerkt_op__isnull=True).exclude(uitkomst=Regeluitkomst.FOUT)

    def fout(self) -> "RapportregelQuerySet":
        return self.filter(uitkomst=Regeluitkomst.FOUT)

    def zichtbaar_met(self, dossiers: DossierQuerySet) -> "RapportregelQuerySet":
        """Without the rows about a dossier that is not among these visible ones."""
        return self.filter(Q(dossier__isnull=True) | Q(dossier__in=dossiers))
