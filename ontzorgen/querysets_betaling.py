"""Questions about many months, dues and payments."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

if TYPE_CHECKING:
    from cases.models import Gemeente


class AfrekeningQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente", maand: date) -> "AfrekeningQuerySet":
        """The settlements of a gemeente in a month."""
        return self.filter(betaalmaand__gemeente=gemeente, betaalmaand__maand=maand)


class VerplichtingQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente", maand: date) -> "VerplichtingQuerySet":
        """What is due in a gemeente in a month."""
        return self.filter(maand=maand, afrekening__betaalmaand__gemeente=gemeente)
