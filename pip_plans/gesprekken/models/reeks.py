"""How many talks the PIP promises and how far they are; derived, and brought up to date by `services.reeks`."""

from django.db import models
from django.db.models import F, Q

from cases.models import Dossier
from pip_plans.gesprekken.querysets import ReeksQuerySet


class Gesprekkenreeks(models.Model):
    """One row per dossier with a PIP that holds. `uiterlijk` is the last day for the next talk, empty when all were."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="gesprekkenreeks")
    aantal = models.PositiveSmallIntegerField("aantal volgens het PIP")
    gehouden = models.PositiveSmallIntegerField("gehouden")
    sinds = models.DateField("vorige gesprek, of het PIP")
    uiterlijk = models.DateField("volgende uiterlijk op", null=True)

    objects = ReeksQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "reeksen van voortgangsgesprekken"
        ordering = ["uiterlijk", "pk"]
        indexes = [
            models.Index(fields=["uiterlijk", "id"], condition=Q(uiterlijk__isnull=False), name="reeks_uiterlijk")
        ]
        constraints = [
            models.CheckConstraint(name="reeks_minstens_een", condition=Q(aantal__gte=1)),
            models.CheckConstraint(
                name="reeks_uiterlijk_tot_alle",
                condition=Q(uiterlijk__isnull=True, gehouden__gte=F("aantal"))
                | Q(uiterlijk__isnull=False, gehouden__lt=F("aantal")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gehouden} van {self.aantal}"

    @property
    def volgende(self) -> int:
        """The number of the next talk."""
        return self.gehouden + 1
