"""What the tweede lezer said; only ever added."""

from django.db import models
from django.db.models import F, Q

from cases.models import Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN
from pip_plans.plan.enums import Oordeel

from .pip import Pip


class Lezing(models.Model):
    """One reading. `opgesteld_door` is copied from the PIP, so that the database itself sees four eyes."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="lezingen")
    lezer = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    oordeel = models.CharField("oordeel", max_length=15, choices=Oordeel)
    opmerkingen = models.TextField("opmerkingen", max_length=4000, blank=True)
    op = models.DateField("gelezen op")

    class Meta:
        ordering = ["pk"]
        triggers = [ALLEEN_TOEVOEGEN]
        constraints = [
            models.CheckConstraint(
                name="lezing_vier_ogen",
                condition=~Q(lezer=F("opgesteld_door")),
                violation_error_message="Wie een PIP opstelt, kan het niet zelf beoordelen.",
            ),
            models.CheckConstraint(
                name="lezing_terug_met_opmerkingen",
                condition=~Q(oordeel="teruggegeven") | ~Q(opmerkingen=""),
                violation_error_message="Schrijf op wat er anders moet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_oordeel_display()} {self.op}"
