"""Traces: who looked, what ran, what was destroyed."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils import timezone

from cases.enums import Controlefase
from cases.querysets.toezicht import ZelfcontroleQuerySet

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
        indexes = [
            GinIndex(
                name="inzage_verzameling",
                fields=["verzameling"],
                opclasses=["jsonb_path_ops"],
                condition=Q(dossier__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.medewerker_naam}: {self.wat}"

    @property
    def zin(self) -> str:
        """What was seen or taken along; of several dossiers at once, of how many."""
        return f"{self.wat}, van {len(self.verzameling)} dossiers tegelijk" if len(self.verzameling) > 1 else self.wat


class Hartslag(models.Model):
    """The last run of one periodic job."""

    taak = models.CharField(max_length=60, unique=True)
    aangevraagd_op = models.DateTimeField(null=True, help_text="Queued by hand or because a run was missed.")
    gestart_op = models.DateTimeField(null=True)
    gelukt_op = models.DateTimeField(null=True)
    duur_ms = models.PositiveIntegerField(default=0)
    aantallen = models.JSONField(default=dict)
    fout = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.taak


class Zelfcontrole(models.Model):
    """One recomputation of the open dossiers, in pieces: `tot_en_met` is the last dossier that was counted.

    First everything is counted, only then something is repaired. `afwijkend` holds ids of dossiers with a difference.
    """

    op = models.DateField()
    fase = models.CharField(max_length=10, choices=Controlefase, default=Controlefase.TELLEN)
    tot_en_met = models.BigIntegerField(default=0)
    bekeken = models.PositiveIntegerField(default=0)
    afwijkend = models.JSONField(default=list)
    regels = models.JSONField(default=list, help_text="What was repaired: {dossier, wijzigingen}.")
    gestart_op = models.DateTimeField(default=timezone.now)
    gewerkt_op = models.DateTimeField(default=timezone.now)
    gemeld_op = models.DateTimeField(null=True)

    objects = ZelfcontroleQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="zelfcontrole_een_tegelijk", fields=["fase"], condition=Q(fase="tellen")),
            models.CheckConstraint(name="zelfcontrole_fase_bekend", condition=Q(fase__in=Controlefase.values)),
        ]

    def __str__(self) -> str:
        return f"zelfcontrole {self.op}"


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
