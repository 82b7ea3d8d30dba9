"""Questions about many reports and their rows."""

from datetime import datetime

from django.db.models import Q, QuerySet

from cases.enums import Importstatus, Regeluitkomst
from cases.models import Gemeente
from cases.querysets.dossiers import DossierQuerySet
from pip_plans.uitvoering.models import Aanbieder


class RapportQuerySet(QuerySet):
    def van(self, gemeente: Gemeente) -> "RapportQuerySet":
        return self.filter(gemeente=gemeente)

    def bevestigd(self) -> "RapportQuerySet":
        """Written, or being written."""
        return self.exclude(status=Importstatus.VOORBEELD)

    def bij_gemeente(self) -> "RapportQuerySet":
        """Without what an aanbieder has not sent in, or got back."""
        return self.exclude(door__is_extern=True, ingestuurd_op__isnull=True)

    def wacht(self) -> "RapportQuerySet":
        """Sent in by an aanbieder; somebody of the gemeente takes it in or sends it back."""
        return self.filter(status=Importstatus.VOORBEELD, ingestuurd_op__isnull=False)

    def zelf_gemaakt_bij(self, aanbieder: Aanbieder) -> "RapportQuerySet":
        """By people of this aanbieder. Not what the gemeente uploaded: that was judged with more knowledge."""
        return self.filter(aanbieder=aanbieder, door__is_extern=True)

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
