"""Hours that somebody followed before this system kept them."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Dossier, Medewerker
from pip_plans.voortgang import enums


@pghistory.track()
class Beginstand(models.Model):
    """One number per part, up to and including a day, from a paper or another system; counted apart from the weeks."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="beginstanden")
    onderdeel = models.CharField("onderdeel", max_length=20, choices=list(enums.UREN.items()))
    uren = models.DecimalField("uren", max_digits=6, decimal_places=2)
    tot_en_met = models.DateField("tot en met")
    bron = models.CharField("waar dit vandaan komt", max_length=200)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "uren van vóór dit systeem"
        ordering = ["onderdeel"]
        constraints = [
            models.UniqueConstraint(
                name="beginstand_een_per_onderdeel",
                fields=["dossier", "onderdeel"],
                violation_error_message="Van dit onderdeel staan er al uren van vóór dit systeem.",
            ),
            models.CheckConstraint(
                name="beginstand_kan",
                condition=Q(uren__gt=0, uren__lte=enums.MEESTE_VOORAF),
                violation_error_message=f"Kies meer dan 0 en hoogstens {enums.MEESTE_VOORAF} uur.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_onderdeel_display()}, tot en met {self.tot_en_met:%d-%m-%Y}"
