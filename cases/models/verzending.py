"""That a letter left the gemeente: when, how, and who recorded it."""

from django.db import models

from cases.enums import Verzendkanaal
from cases.klok import stempel

from .bescherming import ALLEEN_TOEVOEGEN
from .beschikking import Document
from .medewerker import Medewerker


class Verzending(models.Model):
    """Only ever added, once per document and channel. A beschikking keeps its own day of bekendmaking instead."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="verzendingen")
    kanaal = models.CharField("hoe", max_length=12, choices=Verzendkanaal)
    datum = models.DateField("verzonden op")
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["datum", "pk"]
        triggers = [ALLEEN_TOEVOEGEN]
        constraints = [
            models.UniqueConstraint(
                name="verzending_een_per_kanaal",
                fields=["document", "kanaal"],
                violation_error_message="Deze verzending is al vastgelegd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kanaal_display()} {self.datum:%d-%m-%Y}"
