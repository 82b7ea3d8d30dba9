"""Questions about many weeks: sums, and whose presence falls."""

from datetime import date
from decimal import Decimal
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import DecimalField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Sum, Value, Window
from django.db.models.functions import Coalesce, Lag

from pip_plans.uitvoering.enums import Plaatsingstand

from .enums import DALING_GELDT, NOG_GOED, TELVELDEN, UREN

if TYPE_CHECKING:
    from cases.querysets.dossiers import DossierQuerySet

CONTACT = "CONTACT_OVER_AANWEZIGHEID"
_DEEL = DecimalField(max_digits=9, decimal_places=6)
GEVOLGD = reduce(add, (F(veld) for veld in UREN))
SAMEN = reduce(add, (F(veld) for veld in TELVELDEN))


class WeekstaatQuerySet(QuerySet):
    def van_dossier(self, dossier_id: int) -> "WeekstaatQuerySet":
        return self.filter(plaatsing__dossier=dossier_id)

    def sommen(self) -> dict[str, dict[str, Decimal]]:
        """Kind of place → field → hours, in one query."""
        rijen = self.order_by().values("plaatsing__soort").annotate(**{f"som_{v}": Sum(v) for v in TELVELDEN})
        return {rij["plaatsing__soort"]: {veld: rij[f"som_{veld}"] for veld in TELVELDEN} for rij in rijen}

    def met_aanwezigheid(self) -> "WeekstaatQuerySet":
        """Annotates `deel`: the part of the hours that somebody came, from 0 to 1. Without weeks of no lessons."""
        deel = ExpressionWrapper(GEVOLGD * Value(Decimal("1.000000")) / SAMEN, output_field=_DEEL)
        return self.annotate(samen=SAMEN).filter(samen__gt=0).annotate(deel=deel)

    def dalingen(self, op: date) -> "WeekstaatQuerySet":
        """The last of three weeks in a row with less presence than before them, and no contact about it since.

        Each of the three is as low as the one before it or lower, and the first is lower than the week before; of who
        has just begun that is 'always there'. Weeks without lessons do not count. Only of places that run, and of the
        last months. A place may be there more than once: the newest week says it.
        """
        loopt = Q(plaatsing__stand=Plaatsingstand.GEPLAATST) & (
            Q(plaatsing__einde__isnull=True) | Q(plaatsing__einde__gte=op)
        )
        vorige = {f"terug{n}": Window(Lag("deel", n), partition_by="plaatsing", order_by="week") for n in (1, 2, 3)}
        gedaald = (
            self.filter(loopt, week__gte=op - 2 * DALING_GELDT)
            .met_aanwezigheid()
            .annotate(**vorige)
            .annotate(ervoor=Coalesce("terug3", Value(Decimal(1)), output_field=_DEEL))
            .filter(deel__lte=F("terug1"), terug1__lte=F("terug2"), terug2__lt=F("ervoor"))
        )
        contact = apps.get_model("cases", "Gebeurtenis").objects.filter(
            dossier=OuterRef("plaatsing__dossier"), soort=CONTACT, datum__gte=OuterRef("week")
        )
        # Outside the windows: what lies before these weeks, and weeks that went well, still say how it was before.
        rijen = self.met_aanwezigheid().filter(~Exists(contact), pk__in=gedaald.values("pk"), deel__lt=NOG_GOED)
        return rijen.filter(week__gte=op - DALING_GELDT, week__lte=op).order_by("-week", "plaatsing")

    def in_dossiers(self, dossiers: "DossierQuerySet") -> "WeekstaatQuerySet":
        return self.filter(plaatsing__dossier__in=dossiers)
