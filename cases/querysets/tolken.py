"""Questions about many orders for an interpreter."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Count, Q, QuerySet, Sum
from django.utils.timezone import make_aware

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker


class TolkopdrachtQuerySet(QuerySet):
    def zichtbaar_voor(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "TolkopdrachtQuerySet":
        """Of afspraken in dossiers that this person may see."""
        dossiers = apps.get_model("cases", "Dossier").objects.zichtbaar_voor(medewerker, gemeente, op)
        return self.filter(afspraak__dossier__in=dossiers)

    def in_maand(self, maand: date) -> "TolkopdrachtQuerySet":
        """Of afspraken in the month that begins on this day, in Dutch time, earliest first."""
        volgende = date(maand.year + maand.month // 12, maand.month % 12 + 1, 1)
        van, tot = (make_aware(datetime.combine(dag, time.min)) for dag in (maand, volgende))
        rijen = self.filter(afspraak__begin__gte=van, afspraak__begin__lt=tot)
        return rijen.select_related("afspraak__dossier").order_by("afspraak__begin", "pk")

    def totalen(self) -> dict[str, int]:
        """How many orders, how many of them charged and cancelled, minutes, and whole cents."""
        som = self.aggregate(
            aantal=Count("pk"),
            afgerekend=Count("pk", filter=Q(kosten_cent__isnull=False)),
            geannuleerd=Count("pk", filter=Q(geannuleerd_op__isnull=False)),
            minuten=Sum("minuten"),
            cent=Sum("kosten_cent"),
        )
        return {naam: waarde or 0 for naam, waarde in som.items()}
