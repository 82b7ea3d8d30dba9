"""Questions about many afspraken and notities."""

from datetime import date

from django.db.models import QuerySet

from cases.enums import Afspraakuitkomst


class AfspraakQuerySet(QuerySet):
    def open(self) -> "AfspraakQuerySet":
        return self.filter(uitkomst=Afspraakuitkomst.OPEN)

    def op_dag(self, dag: date) -> "AfspraakQuerySet":
        return self.filter(begin__date=dag)


class NotitieQuerySet(QuerySet):
    def open(self) -> "NotitieQuerySet":
        """Reminders and 'wacht op' that nobody has dealt with yet."""
        return self.filter(datum__isnull=False, afgehandeld_op__isnull=True)
