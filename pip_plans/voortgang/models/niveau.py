"""The level of a language skill on a day."""

import pghistory
from django.db import models

from cases.klok import stempel
from cases.models import Dossier, Medewerker
from pip_plans.voortgang import enums

from .rapport import Rapport


@pghistory.track()
class Niveaumeting(models.Model):
    """What a teacher or a test said. Results of exams are no measurements and stand elsewhere."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="niveaus")
    vaardigheid = models.CharField("vaardigheid", max_length=10, choices=enums.Vaardigheid)
    niveau = models.CharField("niveau", max_length=3, choices=enums.Taalniveau)
    gemeten_op = models.DateField("gemeten op")
    rapport = models.ForeignKey(Rapport, models.PROTECT, null=True, blank=True, related_name="niveaus")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "metingen van het niveau"
        ordering = ["-gemeten_op", "vaardigheid"]
        constraints = [
            models.UniqueConstraint(
                name="niveau_een_per_dag",
                fields=["dossier", "vaardigheid", "gemeten_op"],
                violation_error_message="Voor deze dag staat er al een niveau.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_vaardigheid_display()} {self.get_niveau_display()}"
