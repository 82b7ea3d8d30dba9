"""Questions about many koppelbestanden and their rows."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.enums import Importstatus, Regeluitkomst

from .dossiers import DossierQuerySet

NIET_TE_SCHRIJVEN = (Regeluitkomst.FOUT, Regeluitkomst.WEGGELATEN)


class KoppelbestandQuerySet(QuerySet):
    def blijft_liggen(self, sinds: datetime) -> "KoppelbestandQuerySet":
        """Confirmed, and nobody has written a piece of it since this moment: the queue lost it."""
        stil = Q(gewerkt_op__isnull=True, bevestigd_op__lt=sinds) | Q(gewerkt_op__lt=sinds)
        return self.filter(stil, status=Importstatus.BEVESTIGD)


class KoppelregelQuerySet(QuerySet):
    def te_schrijven(self) -> "KoppelregelQuerySet":
        """Good rows that are not in the database yet."""
        return self.filter(verwerkt_op__isnull=True).exclude(uitkomst__in=NIET_TE_SCHRIJVEN)

    def fout(self) -> "KoppelregelQuerySet":
        return self.filter(uitkomst=Regeluitkomst.FOUT)

    def zichtbaar_met(self, dossiers: DossierQuerySet) -> "KoppelregelQuerySet":
        """Without the rows about a dossier that is not among these visible ones."""
        return self.filter(Q(dossier__isnull=True) | Q(dossier__in=dossiers))

    def verwerkt(self) -> "KoppelregelQuerySet":
        return self.filter(verwerkt_op__isnull=False)
