"""What happened in a dossier: facts the law counts from, and steps of our own. Only ever added."""

from django.db import models
from django.db.models import F, Q

from cases.enums import GebeurtenisAard
from cases.klok import stempel
from cases.querysets.gebeurtenissen import GebeurtenisQuerySet

from .bescherming import ALLEEN_TOEVOEGEN, NIET_IN_SAMENGEVOEGD
from .dossier import Dossier
from .medewerker import Medewerker


class Gebeurtenis(models.Model):
    """A correction is a new row that points to the one it replaces; with `vervalt` the old one simply never counted."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="gebeurtenissen")
    aard = models.CharField(max_length=10, choices=GebeurtenisAard)
    soort = models.CharField(max_length=40)
    datum = models.DateField()
    vastgelegd_op = models.DateTimeField(default=stempel)
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    door_naam = models.CharField(max_length=120, help_text="The name as it was then; 'systeem' without a person.")
    bron = models.CharField(max_length=60)
    kenmerk = models.CharField(max_length=120, blank=True)
    gegevens = models.JSONField(default=dict)
    toelichting = models.CharField(max_length=1000, blank=True)
    corrigeert = models.OneToOneField("self", models.PROTECT, null=True, related_name="correctie")
    vervalt = models.BooleanField(default=False)

    objects = GebeurtenisQuerySet.as_manager()

    class Meta:
        ordering = ["datum", "pk"]
        triggers = [ALLEEN_TOEVOEGEN, NIET_IN_SAMENGEVOEGD]
        indexes = [models.Index(fields=["dossier", "aard", "soort"], name="gebeurtenis_soort")]
        constraints = [
            models.UniqueConstraint(
                name="gebeurtenis_een_per_kenmerk", fields=["dossier", "bron", "kenmerk"], condition=~Q(kenmerk="")
            ),
            models.CheckConstraint(
                name="gebeurtenis_corrigeert_een_ander",
                condition=Q(corrigeert__isnull=True) | ~Q(corrigeert=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.datum}"
