"""What was written down per area of life. Nothing in it is compulsory before the intake is completed."""

import pghistory
from django.db import models
from django.utils import timezone

from cases.models import Medewerker
from pip_plans.intake.enums import Gebied
from pip_plans.intake.vragen import Antwoord, beantwoord, vragen

from .intake import BredeIntake

TEKSTEN = ("situatie", "mogelijkheden", "belemmeringen")


@pghistory.track()
class Leefgebied(models.Model):
    """One row per area. `versie` tells a writer that somebody else saved in between.

    `antwoorden` holds the answers to the questions of this area (`pip_plans.intake.vragen`), by code, empty ones left
    out. They are kept in one row with the texts, so that a version of the area is one row of its history.
    """

    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="leefgebieden")
    gebied = models.CharField("leefgebied", max_length=12, choices=Gebied)
    antwoorden = models.JSONField(default=dict, blank=True)
    situatie = models.TextField("situatie", max_length=8000, blank=True)
    mogelijkheden = models.TextField("mogelijkheden", max_length=8000, blank=True)
    belemmeringen = models.TextField("belemmeringen", max_length=8000, blank=True)
    versie = models.PositiveIntegerField(default=0)
    bijgewerkt_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    bijgewerkt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(name="leefgebied_een_per_intake", fields=["intake", "gebied"])]

    def __str__(self) -> str:
        return self.get_gebied_display()

    @property
    def is_leeg(self) -> bool:
        return not (self.antwoorden or self.situatie or self.mogelijkheden or self.belemmeringen)

    @property
    def is_bijzonder(self) -> bool:
        """Special data in the sense of Wi 37: shown only to who works on the dossier."""
        return self.gebied == Gebied.GEZONDHEID

    @property
    def velden(self) -> dict[str, Antwoord]:
        """Every text and every answer by name, '' where there is none: what two writers are compared on."""
        teksten: dict[str, Antwoord] = {naam: getattr(self, naam) for naam in TEKSTEN}
        return teksten | {vraag.code: self.antwoorden.get(vraag.code, "") for vraag in vragen(Gebied(self.gebied))}

    @property
    def beantwoord(self) -> tuple[tuple[str, str], ...]:
        """The answers as (label, words)."""
        return beantwoord(Gebied(self.gebied), self.antwoorden)
