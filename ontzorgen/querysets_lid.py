"""Questions about who belongs to a unit in a month."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db.models import Q, QuerySet

from ontzorgen.maanden import laatste_dag


class LidQuerySet(QuerySet):
    def op(self, dag: date) -> Self:
        """Who belongs to a unit on this day."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=dag), vanaf__lte=dag)

    def in_maand(self, maand: date) -> Self:
        """Who belongs to a unit on any day of the month."""
        return self.filter(Q(tot__isnull=True) | Q(tot__gte=maand), vanaf__lte=laatste_dag(maand))

    def gestopt(self, maand: date) -> Self:
        """Of whom the payments are stopped now, as far as he belongs to the unit in this month."""
        stops = apps.get_model("ontzorgen", "Betaalstop")._default_manager.filter(opgeheven_op__isnull=True)
        return self.in_maand(maand).filter(dossier__in=stops.values("dossier"))
