"""Questions about many PIPs."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Manager, Q, QuerySet

from cases.enums import Beschikkingstatus

from .enums import LOPEND, Pipstatus

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker


class PipQuerySet(QuerySet):
    def lopend(self) -> "PipQuerySet":
        """Neither decided nor withdrawn."""
        return self.filter(status__in=LOPEND)

    def uitgegeven(self) -> "PipQuerySet":
        """What left the house or is about to: decided on, or brought out as an advice."""
        return self.zonder_nooit_verzonden().filter(status__in=[Pipstatus.VASTGESTELD, Pipstatus.UITGEBRACHT])

    def zonder_nooit_verzonden(self) -> "PipQuerySet":
        """Without what was replaced or kept back before it was ever sent: it never was a PIP."""
        te_verzenden = Q(beschikking__status=Beschikkingstatus.VASTGESTELD)
        return self.filter(te_verzenden | Q(beschikking__isnull=True) | Q(beschikking__bekendgemaakt_op__isnull=False))

    def geldend(self) -> "PipQuerySet":
        """Everything but withdrawn concepts."""
        return self.exclude(status=Pipstatus.INGETROKKEN)

    def met_beschikking(self) -> "PipQuerySet":
        """With the decision and its document, without the bytes of that document and the frozen contents."""
        return self.select_related(
            "beschikking__document", "beschikking__vastgesteld_door", "document", "opgesteld_door", "gewijzigd_door"
        ).defer(
            "beschikking__inhoud", "beschikking__document__bytes", "beschikking__document__inhoud", "document__bytes"
        )

    def te_beoordelen_door(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "PipQuerySet":
        """Waiting for a reader who did not write on it herself, in dossiers that she may see."""
        dossiers = apps.get_model("cases", "Dossier").objects.zichtbaar_voor(medewerker, gemeente, op)
        return (
            self.filter(status=Pipstatus.TER_LEZING, dossier__in=dossiers)
            .exclude(schrijvers=medewerker)
            .select_related("dossier__inburgeraar")
            .order_by("aangeboden_op", "pk")
        )


class PwBeschikkingManager(Manager):
    def get_queryset(self) -> QuerySet:
        """With the paper of each decision, without its bytes."""
        return super().get_queryset().select_related("stuk").defer("stuk__bytes")
