"""A term that somebody put aside for a while. Nothing brings it back but the calendar."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from cases.klok import stempel
from cases.querysets.termijnen import UitstelQuerySet

from .medewerker import Medewerker
from .termijn import Termijn


class Uitstel(models.Model):
    """Put off until the day `tot`, on which it is work again. `laatste_dag` is that of the term when it was put off."""

    termijn = models.ForeignKey(Termijn, models.CASCADE, related_name="uitstellen")
    tot = models.DateField("terug op")
    laatste_dag = models.DateField()
    reden = models.CharField("reden", max_length=250)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    aangemaakt_op = models.DateTimeField(default=stempel)
    beeindigd_op = models.DateTimeField(null=True)

    objects = UitstelQuerySet.as_manager()

    class Meta:
        ordering = ["tot", "pk"]
        indexes = [models.Index(fields=["tot", "id"], condition=Q(beeindigd_op__isnull=True), name="uitstel_lopend")]
        constraints = [
            models.CheckConstraint(
                name="uitstel_niet_na_laatste_dag",
                condition=Q(tot__lte=F("laatste_dag")),
                violation_error_message="Uitstellen kan niet tot na de wettelijke laatste dag.",
            ),
            models.CheckConstraint(
                name="uitstel_met_reden",
                condition=~Q(reden=""),
                violation_error_message="Noem de reden van het uitstel.",
            ),
            models.UniqueConstraint(
                name="uitstel_een_lopend",
                fields=["termijn"],
                condition=Q(beeindigd_op__isnull=True),
                violation_error_message="Deze termijn is al uitgesteld.",
            ),
        ]

    def __str__(self) -> str:
        return f"uitstel tot {self.tot}"

    def loopt(self, op: date) -> bool:
        """Whether the term is still put aside on this date."""
        return self.beeindigd_op is None and self.tot > op
