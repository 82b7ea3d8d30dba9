"""What the bank said of our payments: each message once, and of its lines those that a person has to know."""

from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Gemeente, Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN
from ontzorgen.enums_betaling import Bankuitkomst, Berichtsoort

from .batch import Betaalbatch
from .poging import Betaalpoging


class Bankbericht(models.Model):
    """A message that was read. `batch` is empty for a statement, which may be about many runs."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="bankberichten")
    batch = models.ForeignKey(Betaalbatch, models.PROTECT, null=True, related_name="berichten")
    soort = models.CharField(max_length=10, choices=Berichtsoort)
    sha256 = models.CharField(max_length=64)
    bericht_id = models.CharField(max_length=70, blank=True)
    inhoud = models.CharField(max_length=64, blank=True, help_text="Of what it says, however it was packed.")
    telling = models.JSONField(default=dict, help_text="How many payments of which outcome.")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="bankbericht_een_keer",
                fields=["gemeente", "sha256"],
                violation_error_message="Dit bestand is al ingelezen.",
            ),
            models.UniqueConstraint(
                name="bankbericht_nummer_een_keer",
                fields=["batch", "bericht_id", "inhoud"],
                condition=Q(soort="status"),
                violation_error_message="Dit bericht van de bank is al ingelezen.",
            ),
            models.CheckConstraint(
                name="bankbericht_status_van_run", condition=~Q(soort="status") | Q(batch__isnull=False)
            ),
        ]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.bericht_id}"


class Bankregel(models.Model):
    """A line that matters: refused, returned, unknown here, or against what was known."""

    bericht = models.ForeignKey(Bankbericht, models.PROTECT, related_name="regels")
    poging = models.ForeignKey(Betaalpoging, models.PROTECT, null=True, related_name="bankregels")
    uitkomst = models.CharField(max_length=15, choices=Bankuitkomst)
    referentie = models.CharField(max_length=70, blank=True)
    cents = models.PositiveBigIntegerField(null=True)
    datum = models.DateField(null=True)
    zin = models.CharField(max_length=600)

    class Meta:
        ordering = ["pk"]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return self.zin
