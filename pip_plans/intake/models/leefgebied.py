"""What was written down per area of life. Nothing in it is compulsory before the intake is completed."""

import pghistory
from django.db import models
from django.utils import timezone

from cases.models import Medewerker
from pip_plans.intake.enums import Gebied

from .intake import BredeIntake


@pghistory.track()
class Leefgebied(models.Model):
    """One row per area. `versie` tells a writer that somebody else saved in between."""

    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="leefgebieden")
    gebied = models.CharField("leefgebied", max_length=12, choices=Gebied)
    situatie = models.TextField("situatie", max_length=8000, blank=True)
    mogelijkheden = models.TextField("mogelijkheden", max_length=8000, blank=True)
    belemmeringen = models.TextField("belemmeringen", max_length=8000, blank=True)
    versie = models.PositiveIntegerField(default=0)
    bijgewerkt_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    bijgewerkt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(name="leefgebied_een_per_intake", fields=["intake", "gebied"])]

    def __str__(self) -> str:
        return self.get_gebied_display()

    @property
    def is_leeg(self) -> bool:
        return not (self.situatie or self.mogelijkheden or self.belemmeringen)

    @property
    def is_bijzonder(self) -> bool:
        """Special data in the sense of Wi 37: shown only to who works on the dossier."""
        return self.gebied == Gebied.GEZONDHEID
