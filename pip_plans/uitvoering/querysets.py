"""Questions about many aanbieders, contracts and places."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from .enums import EINDIGT_BINNENKORT, OPEN, Plaatsingstand

if TYPE_CHECKING:
    from cases.models import Gemeente
    from cases.querysets.dossiers import DossierQuerySet


class AanbiederQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente") -> "AanbiederQuerySet":
        return self.filter(gemeente=gemeente)

    def actief(self) -> "AanbiederQuerySet":
        """With whom new places are arranged."""
        return self.filter(actief=True)


class ContractQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente") -> "ContractQuerySet":
        return self.filter(aanbieder__gemeente=gemeente)

    def loopt(self, op: date) -> "ContractQuerySet":
        """Those under which somebody can start on this day or later."""
        return self.filter(tot__gte=op)

    def met_bezetting(self, op: date) -> "ContractQuerySet":
        """Annotates `bezet` (places taken on this day or given away for later) and `wachtend`."""
        plaatsing = apps.get_model("uitvoering", "Plaatsing").objects.filter(contract=OuterRef("pk")).order_by()
        bezet = plaatsing.bezet_vanaf(op).values("contract").annotate(n=Count("pk")).values("n")
        wachtend = plaatsing.wachtend().values("contract").annotate(n=Count("pk")).values("n")
        return self.annotate(bezet=Coalesce(Subquery(bezet), 0), wachtend=Coalesce(Subquery(wachtend), 0))


class PlaatsingQuerySet(QuerySet):
    def open(self) -> "PlaatsingQuerySet":
        """Not stopped."""
        return self.filter(stand__in=OPEN)

    def loopt(self, op: date) -> "PlaatsingQuerySet":
        """Placed, and not over on this day; who still has to start counts."""
        return self.filter(Q(einde__isnull=True) | Q(einde__gte=op), stand=Plaatsingstand.GEPLAATST)

    def bezet_vanaf(self, op: date) -> "PlaatsingQuerySet":
        """What takes a place on this day or later, also the last days of who stopped."""
        return self.filter(Q(einde__isnull=True) | Q(einde__gte=op), start__isnull=False)

    def wachtend(self) -> "PlaatsingQuerySet":
        return self.filter(stand=Plaatsingstand.WACHTLIJST)

    def eindigt_binnenkort(self, op: date) -> "PlaatsingQuerySet":
        """Placed, with an end in the coming weeks or behind us: somebody has to say what comes next."""
        return self.filter(stand=Plaatsingstand.GEPLAATST, einde__lte=op + EINDIGT_BINNENKORT)

    def in_dossiers(self, dossiers: "DossierQuerySet") -> "PlaatsingQuerySet":
        """Of these dossiers only, with what a list shows."""
        return self.filter(dossier__in=dossiers).select_related(
            "dossier__inburgeraar", "dossier__consulent", "contract__aanbieder", "aanbieder"
        )
