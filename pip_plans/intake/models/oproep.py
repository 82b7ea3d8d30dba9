"""Formal oproepen for the intake and the test (Wi 14): at most three, in order, each a letter."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from cases.models import Afspraak, Document
from pip_plans.intake.enums import Oproepsoort, Verschijning
from pip_plans.intake.querysets import TELLEND, OproepQuerySet

from .intake import BredeIntake

MEESTE_OPROEPEN = 3


@pghistory.track()
class Oproep(models.Model):
    """An oproep with a valid reason not to come, or to which the person came, gives its number back."""

    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="oproepen")
    soort = models.CharField("soort", max_length=10, choices=Oproepsoort)
    nummer = models.PositiveSmallIntegerField("nummer")
    dagtekening = models.DateField("dagtekening")
    uiterlijk = models.DateField("uiterlijk afbellen op")
    begin = models.DateTimeField("datum en tijd")
    locatie = models.CharField("locatie", max_length=120)
    adres = models.CharField("adres", max_length=200)
    wijst_op_individueel_gesprek = models.BooleanField(default=False)
    document = models.OneToOneField(Document, models.PROTECT, related_name="oproep")
    afspraak = models.OneToOneField(Afspraak, models.SET_NULL, null=True, blank=True, related_name="oproep")
    verschijning = models.CharField("uitkomst", max_length=20, choices=Verschijning, blank=True)
    geldige_reden = models.BooleanField("geldige reden", null=True, blank=True)
    reden = models.CharField("reden", max_length=500, blank=True)

    objects = OproepQuerySet.as_manager()

    class Meta:
        ordering = ["dagtekening", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="oproep_nummer_uniek",
                fields=["intake", "soort", "nummer"],
                condition=TELLEND,
                violation_error_message="Deze oproep is al verstuurd.",
            ),
            models.UniqueConstraint(
                name="oproep_een_open",
                fields=["intake", "soort"],
                condition=Q(verschijning=""),
                violation_error_message="Leg eerst de uitkomst van de vorige oproep vast.",
            ),
            models.CheckConstraint(
                name="oproep_hoogstens_drie",
                condition=Q(nummer__gte=1, nummer__lte=MEESTE_OPROEPEN),
                violation_error_message="Er zijn hoogstens drie oproepen.",
            ),
            models.CheckConstraint(
                name="oproep_uiterlijk_na_brief",
                condition=Q(uiterlijk__gte=F("dagtekening")),
                violation_error_message="De laatste dag om af te bellen ligt niet vóór de brief.",
            ),
            models.CheckConstraint(
                name="oproep_reden_bij_wegblijven",
                condition=Q(geldige_reden__isnull=True) | Q(verschijning__in=["afgemeld", "niet_verschenen"]),
                violation_error_message="Een reden hoort alleen bij iemand die niet kwam.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}e oproep {self.get_soort_display()}"

    @property
    def dag(self) -> date:
        """The day named in the letter, in the Netherlands."""
        return timezone.localtime(self.begin).date()

    @property
    def met_waarschuwing(self) -> bool:
        """From the second on the letter carries the written warning (Wi 14)."""
        return self.nummer > 1

    @property
    def is_gemist(self) -> bool:
        """Nobody came without a valid reason; an apology that was not judged yet is none."""
        if self.verschijning == Verschijning.AFGEMELD:
            return self.geldige_reden is False
        return self.verschijning == Verschijning.NIET_VERSCHENEN and self.geldige_reden is not True

    @property
    def wat_gebeurde(self) -> str:
        """Of a missed oproep, to the person: what is certain and nothing more."""
        reden = self.geldige_reden is False
        if self.verschijning == Verschijning.AFGEMELD:
            return "u belde af, maar had daar geen geldige reden voor." if reden else "u belde af."
        return "u kwam niet en had daar geen geldige reden voor." if reden else "u kwam niet."

    @property
    def telt(self) -> bool:
        """Whether it holds its number: open, or not come to without a valid reason. The same as TELLEND."""
        voorbij = self.verschijning in (Verschijning.VERSCHENEN, Verschijning.INGETROKKEN)
        return not voorbij and self.geldige_reden is not True

    @property
    def te_beoordelen(self) -> bool:
        """Somebody called off: whether the reason is valid decides about the next oproep."""
        return self.verschijning == Verschijning.AFGEMELD and self.geldige_reden is None
