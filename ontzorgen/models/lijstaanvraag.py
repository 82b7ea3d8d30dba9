"""Somebody asked for a list of withholdings: a worker freezes the month and makes it."""

from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Gemeente, Medewerker
from ontzorgen.enums_betaling import Lijststand
from ontzorgen.querysets_lijst import LijstaanvraagQuerySet

from .inhouding import Inhoudingslijst
from .last import OP_DE_EERSTE


class Lijstaanvraag(models.Model):
    """Waits until a worker made the list; `uitkomst` says why there was nothing to make."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="lijstaanvragen")
    maand = models.DateField("maand")
    stand = models.CharField(max_length=10, choices=Lijststand, default=Lijststand.WACHT)
    lijst = models.ForeignKey(Inhoudingslijst, models.PROTECT, null=True, related_name="+")
    uitkomst = models.CharField(max_length=250, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField(default=stempel)
    gewerkt_op = models.DateTimeField(default=stempel)

    objects = LijstaanvraagQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="lijstaanvraag_een_tegelijk",
                fields=["gemeente", "maand"],
                condition=Q(stand="wacht"),
                violation_error_message="De lijst van deze maand wordt al gemaakt.",
            ),
            models.CheckConstraint(
                name="lijstaanvraag_op_de_eerste", condition=Q(maand__day=1), violation_error_message=OP_DE_EERSTE
            ),
            models.CheckConstraint(
                name="lijstaanvraag_uitkomst",
                condition=Q(stand="wacht", lijst__isnull=True)
                | Q(stand="klaar", lijst__isnull=False)
                | Q(stand="niets") & ~Q(uitkomst=""),
            ),
        ]

    def __str__(self) -> str:
        return f"lijst van {self.maand:%m-%Y}, {self.get_stand_display()}"
