"""What goes with the decision without being part of it: dated versions, each a letter."""

import pgtrigger
from django.db import models
from django.db.models import Q

from cases.models import Document, Medewerker

from .pip import Pip


class PipBijlage(models.Model):
    """Details, subdoelen, rooster and agreements without a fine (domain 4.2). One concept at most; issued ones stay.

    `inhoud` has a text per name of `inhoud_bijlage.BIJLAGEVELDEN`, one item per line; `versie` counts over the dossier.
    """

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="bijlagen")
    versie = models.PositiveSmallIntegerField("versie")
    inhoud = models.JSONField(default=dict)
    revisie = models.PositiveIntegerField(default=0, help_text="Goes up with every save; tells of a save in between.")
    geldig_vanaf = models.DateField("geldig vanaf", null=True, blank=True)
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="pip_bijlage")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    bewaard_op = models.DateField("bewaard op")

    class Meta:
        ordering = ["-versie", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="pip_bijlage_versie_uniek",
                fields=["pip", "versie"],
                violation_error_message="Deze versie van de bijlage is er al.",
            ),
            models.UniqueConstraint(
                name="pip_bijlage_een_concept",
                fields=["pip"],
                condition=Q(document__isnull=True),
                violation_error_message="Er is al een concept van de bijlage.",
            ),
            models.CheckConstraint(
                name="pip_bijlage_uitgebracht_met_datum",
                condition=Q(document__isnull=True, geldig_vanaf__isnull=True)
                | Q(document__isnull=False, geldig_vanaf__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="uitgebracht_blijft",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__document__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Bijlage {self.versie}"
