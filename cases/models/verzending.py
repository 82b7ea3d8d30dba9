"""That a letter left the gemeente: when, how, and who recorded it."""

from django.db import models
from django.db.models import Q

from cases.enums import Verzendkanaal
from cases.klok import stempel

from .bescherming import ALLEEN_TOEVOEGEN
from .beschikking import Document
from .medewerker import Medewerker


class Verzending(models.Model):
    """Only ever added, once per document and channel; a wrong day is put right by a row that `corrigeert` it.

    A beschikking keeps its own day of bekendmaking instead.
    """

    document = models.ForeignKey(Document, models.PROTECT, related_name="verzendingen")
    kanaal = models.CharField("hoe", max_length=12, choices=Verzendkanaal)
    datum = models.DateField("verzonden op")
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)
    corrigeert = models.OneToOneField("self", models.PROTECT, null=True, related_name="correctie")
    reden = models.CharField("reden", max_length=250, blank=True)

    class Meta:
        ordering = ["datum", "pk"]
        triggers = [ALLEEN_TOEVOEGEN]
        constraints = [
            models.UniqueConstraint(
                name="verzending_een_per_kanaal",
                fields=["document", "kanaal"],
                condition=Q(corrigeert__isnull=True),
                violation_error_message="Deze verzending is al vastgelegd.",
            ),
            models.CheckConstraint(
                name="verzending_correctie_met_reden",
                condition=Q(corrigeert__isnull=True, reden="") | Q(corrigeert__isnull=False) & ~Q(reden=""),
                violation_error_message="Schrijf op waarom de datum niet klopte.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()} {self.datum:%d-%m-%Y}"
