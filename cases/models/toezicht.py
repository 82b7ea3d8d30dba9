"""Traces: who looked, what ran, what was destroyed."""


from django.db import models
from django.utils import timezone

from .bescherming import ALLEEN_TOEVOEGEN
from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker


class Inzage(models.Model):
    """Who looked at which dossier for what: one row per person, subject and quarter of an hour."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="inzagen")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="inzagen")
    medewerker_naam = models.CharField(max_length=120)
    wat = models.CharField(max_length=60)
    kwartier = models.DateTimeField()
    verzameling = models.JSONField(default=list, help_text="Dossier ids of an export.")

    class Meta:
        ordering = ["-kwartier", "-pk"]
        triggers = [ALLEEN_TOEVOEGEN]
        constraints = [
            models.UniqueConstraint(
                name="inzage_een_per_kwartier",
                fields=["medewerker", "gemeente", "dossier", "wat", "kwartier"],
                nulls_distinct=True,
            )
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_naam}: {self.wat}"


class Hartslag(models.Model):
    """The last run of one periodic job."""

    taak = models.CharField(max_length=60, unique=True)
    gestart_op = models.DateTimeField(null=True)
    gelukt_op = models.DateTimeField(null=True)
    duur_ms = models.PositiveIntegerField(default=0)
    aantallen = models.JSONField(default=dict)
    fout = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.taak


class Vernietiging(models.Model):
    """Proof that a dossier was destroyed, without personal data."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="vernietigingen")
    dossiernummer = models.CharField(max_length=20)
    grondslag = models.CharField("grondslag", max_length=250)
    aantallen = models.JSONField()
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=120)
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-op"]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return self.dossiernummer
