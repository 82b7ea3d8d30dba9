"""What a gemeente made of a phrase of the phrase bank."""

from django.db import models
from django.db.models import Q

from .bescherming import ALLEEN_TOEVOEGEN
from .gemeente import Gemeente
from .medewerker import Medewerker


class Vertaling(models.Model):
    """A corrected or checked translation from a date on; only ever added. The shipped ones are files."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="vertalingen")
    code = models.SlugField("zin", max_length=60)
    taal = models.CharField("taal", max_length=5)
    tekst = models.TextField("vertaling", max_length=500)
    nederlands = models.TextField("Nederlandse zin waarbij deze vertaling hoort", max_length=500)
    nagekeken_door = models.CharField("nagekeken door", max_length=120, blank=True)
    nagekeken_op = models.DateField("nagekeken op", null=True, blank=True)
    geldig_vanaf = models.DateField("geldig vanaf")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-geldig_vanaf", "-pk"]
        indexes = [models.Index(fields=["gemeente", "taal", "geldig_vanaf"], name="vertaling_per_taal")]
        triggers = [ALLEEN_TOEVOEGEN]
        constraints = [
            models.CheckConstraint(
                name="vertaling_nagekeken_met_datum",
                condition=Q(nagekeken_door="", nagekeken_op__isnull=True)
                | (~Q(nagekeken_door="") & Q(nagekeken_op__isnull=False)),
                violation_error_message="Vul in wie de vertaling heeft nagekeken, en op welke dag.",
            ),
            models.CheckConstraint(
                name="vertaling_niet_leeg",
                condition=~Q(tekst=""),
                violation_error_message="Vul de vertaling in.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.taal})"
