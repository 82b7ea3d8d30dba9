"""Questions about many periods and decisions of ontzorgen."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet

from ontzorgen.maanden import laatste_dag

if TYPE_CHECKING:
    from .models import Ontzorgperiode


class PeriodeQuerySet(QuerySet):
    def in_dagen(self, eerste: date, laatste: date) -> Self:
        """Which hold on any day from `eerste` up to and including `laatste`; an earlier end counts."""
        loopt_door = Q(beeindigd_per__isnull=True) | Q(beeindigd_per__gt=eerste) & Q(beeindigd_per__gt=F("vanaf"))
        return self.filter(loopt_door, vanaf__lte=laatste, tot_en_met__gte=eerste)

    def in_maand(self, maand: date) -> Self:
        """Which hold on any day of the month that starts on this day."""
        return self.in_dagen(maand, laatste_dag(maand))

    def op(self, dag: date) -> Self:
        """Which hold on this day."""
        return self.in_dagen(dag, dag)

    def zonder_vervolg(self) -> Self:
        """Which no other period follows on at once, by a decision on art. 57."""
        dag_erna = ExpressionWrapper(OuterRef("tot_en_met") + 1, output_field=DateField())
        gehouden = Q(beeindigd_per__isnull=True) | Q(beeindigd_per__gt=F("vanaf"))
        vervolg = self.model._default_manager.filter(gehouden, dossier=OuterRef("dossier"), vanaf=dag_erna)
        return self.filter(~Exists(vervolg))

    def verlengt(self, periode: "Ontzorgperiode") -> Self:
        """Which come after this one and were not ended: they end with it."""
        return self.filter(dossier=periode.dossier_id, vanaf__gt=periode.vanaf, beeindigd_per=None)


class BesluitQuerySet(QuerySet):
    def wachtend(self) -> Self:
        """Proposals on which a colleague still decides, the oldest first."""
        return self.filter(stand="voorgesteld").order_by("opgesteld_op", "pk")

    def te_versturen(self) -> Self:
        """Decisions of which the letter must still go out, the oldest first; see `Ontzorgbesluit.is_te_versturen`."""
        eerder = Q(begonnen_periode__beeindigd_per__gt=F("begonnen_periode__vanaf"))
        begonnen = ~Q(soort="57") | Q(begonnen_periode__beeindigd_per__isnull=True) | eerder
        rijen = self.filter(begonnen, beschikking__status="vastgesteld")
        return rijen.order_by("beschikking__dagtekening", "pk")
