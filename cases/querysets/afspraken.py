"""Questions about many afspraken and notities."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils.timezone import make_aware

from cases.enums import Afspraakuitkomst


def _middernacht(dag: date) -> datetime:
    return make_aware(datetime.combine(dag, time.min))


class AfspraakQuerySet(QuerySet):
    def open(self) -> "AfspraakQuerySet":
        return self.filter(uitkomst=Afspraakuitkomst.OPEN)

    def met_tolk(self) -> "AfspraakQuerySet":
        """With the orders for an interpreter, so that a list can show how far they are."""
        return self.prefetch_related("tolkopdrachten")

    def op_dag(self, dag: date) -> "AfspraakQuerySet":
        return self.tussen(dag, dag)

    def tussen(self, van: date, tot: date) -> "AfspraakQuerySet":
        """From the first day up to and including the last, in Dutch time."""
        return self.filter(begin__gte=_middernacht(van), begin__lt=_middernacht(tot + timedelta(days=1)))

    def niet_geannuleerd(self) -> "AfspraakQuerySet":
        return self.exclude(uitkomst=Afspraakuitkomst.GEANNULEERD)


class NotitieQuerySet(QuerySet):
    def open(self) -> "NotitieQuerySet":
        """Reminders and 'wacht op' that nobody has dealt with yet."""
        return self.filter(datum__isnull=False, afgehandeld_op__isnull=True)
