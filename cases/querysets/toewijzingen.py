"""Questions about many rounds of giving dossiers, and their rows."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.enums_werk import Toewijsuitkomst


class ToewijsrondeQuerySet(QuerySet):
    def blijft_liggen(self, sinds: datetime) -> "ToewijsrondeQuerySet":
        """Not done, and nobody has worked on it since this moment: the queue lost it."""
        stil = Q(gewerkt_op__isnull=True, aangemaakt_op__lt=sinds) | Q(gewerkt_op__lt=sinds)
        return self.filter(stil, klaar_op__isnull=True)


class ToewijsregelQuerySet(QuerySet):
    def te_doen(self) -> "ToewijsregelQuerySet":
        return self.filter(uitkomst=Toewijsuitkomst.TE_DOEN)
