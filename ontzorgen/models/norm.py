"""The bijstandsnormen as dated reference data; a month keeps the norm that held then."""

import pghistory
from django.db import models

from ontzorgen.enums import LEEFTIJDSGROEPEN, LEEFVORMEN


@pghistory.track()
class Bijstandsnorm(models.Model):
    """What the law gives a month from a day on, in cents, without and beside the vakantietoeslag."""

    vanaf = models.DateField("vanaf")
    leefvorm = models.CharField("leefvorm", max_length=25, choices=LEEFVORMEN)
    leeftijdsgroep = models.CharField("leeftijd", max_length=20, choices=LEEFTIJDSGROEPEN)
    bedrag = models.PositiveIntegerField("bedrag in centen")
    vakantietoeslag = models.PositiveIntegerField("vakantietoeslag in centen")
    bron = models.CharField("bron", max_length=250)

    class Meta:
        ordering = ["-vanaf", "leefvorm", "leeftijdsgroep"]
        constraints = [
            models.UniqueConstraint(
                name="bijstandsnorm_een_per_dag",
                fields=["leefvorm", "leeftijdsgroep", "vanaf"],
                violation_error_message="Deze norm is voor deze dag al vastgelegd.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_leefvorm_display()} vanaf {self.vanaf}"
