"""Doorverwijzingen per leefgebied, and the coded aandachtspunten and subdoelen of an intake."""

import pghistory
from django.db import models
from django.db.models import F, Q

from cases.models import Medewerker
from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Reactie
from pip_plans.intake.querysets_kaart import DoorverwijzingQuerySet
from pip_plans.intake.referentielijsten import BIJZONDER, Aandachtspuntsoort, Subdoelsoort, Thema, thema

from .intake import BredeIntake
from .voorziening import Voorziening


@pghistory.track()
class Doorverwijzing(models.Model):
    """To whom, agreed or not, and what came of it. It may go on after the intake was completed."""

    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="doorverwijzingen")
    gebied = models.CharField("leefgebied", max_length=12, choices=Gebied)
    voorziening = models.ForeignKey(
        Voorziening, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="uit de sociale kaart"
    )
    naar = models.CharField("naar wie", max_length=150, blank=True)
    waarvoor = models.CharField("waarvoor", max_length=300, blank=True)
    datum = models.DateField("datum")
    in_overleg = models.BooleanField("in overleg met de inburgeraar")
    reactie = models.CharField("reactie", max_length=12, choices=Reactie, default=Reactie.ONBEKEND)
    uitkomst = models.TextField("uitkomst", max_length=1000, blank=True)
    uitkomst_op = models.DateField("datum van de uitkomst", null=True, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")

    objects = DoorverwijzingQuerySet.as_manager()

    class Meta:
        ordering = ["datum", "pk"]
        constraints = [
            models.CheckConstraint(
                name="doorverwijzing_naar_een",
                condition=Q(voorziening__isnull=True) & ~Q(naar="") | Q(voorziening__isnull=False, naar=""),
                violation_error_message="Kies uit de sociale kaart, of schrijf op naar wie. Niet allebei.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_uitkomst_met_datum",
                condition=Q(uitkomst="", uitkomst_op__isnull=True) | (~Q(uitkomst="") & Q(uitkomst_op__isnull=False)),
                violation_error_message="Bij een uitkomst hoort een datum.",
            ),
            models.CheckConstraint(
                name="doorverwijzing_uitkomst_erna",
                condition=Q(uitkomst_op__isnull=True) | Q(uitkomst_op__gte=F("datum")),
                violation_error_message="De uitkomst ligt niet vóór de doorverwijzing.",
            ),
        ]

    def __str__(self) -> str:
        return f"doorverwijzing naar {self.naar_wie}"

    @property
    def naar_wie(self) -> str:
        return str(self.voorziening) if self.voorziening else self.naar

    @property
    def is_open(self) -> bool:
        """Something is still to be heard of it."""
        return self.uitkomst_op is None and self.reactie != Reactie.AFGEWEZEN

    @property
    def is_bijzonder(self) -> bool:
        return self.gebied == Gebied.GEZONDHEID


@pghistory.track()
class Aandachtspunt(models.Model):
    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="aandachtspunten")
    soort = models.CharField("aandachtspunt", max_length=40, choices=Aandachtspuntsoort)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="aandachtspunt_eenmaal", fields=["intake", "soort"])]

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def is_bijzonder(self) -> bool:
        return self.soort in BIJZONDER


@pghistory.track()
class Subdoel(models.Model):
    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="subdoelen")
    soort = models.CharField("subdoel", max_length=40, choices=Subdoelsoort)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="subdoel_eenmaal", fields=["intake", "soort"])]

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def thema(self) -> Thema:
        return thema(Subdoelsoort(self.soort))
