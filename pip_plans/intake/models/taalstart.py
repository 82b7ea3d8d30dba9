"""The Taalstart that Diemen adds to the intake: a course that shows in practice how somebody learns."""

import pghistory
from django.db import models
from django.db.models import F, Q

from pip_plans.intake.enums import Routeoordeel

from .intake import BredeIntake

GEEN_ADVIES = Q(advies="", advies_onderwijs="", advies_b1="", advies_z="")


@pghistory.track()
class Taalstart(models.Model):
    """Its adviesrapport says something of each leerroute; it is weighed beside the test and decides nothing."""

    intake = models.OneToOneField(BredeIntake, models.CASCADE, related_name="taalstart")
    aanbieder = models.CharField("aanbieder", max_length=150, blank=True)
    start = models.DateField("gestart op")
    eind = models.DateField("geëindigd op", null=True, blank=True)
    voortgang = models.TextField("voortgang", max_length=4000, blank=True)
    rapport_op = models.DateField("datum van het adviesrapport", null=True, blank=True)
    advies_onderwijs = models.CharField("onderwijsroute", max_length=10, choices=Routeoordeel, blank=True)
    advies_b1 = models.CharField("B1-route", max_length=10, choices=Routeoordeel, blank=True)
    advies_z = models.CharField("Z-route", max_length=10, choices=Routeoordeel, blank=True)
    advies = models.CharField("advies", max_length=500, blank=True)
    toelichting = models.TextField("toelichting", max_length=4000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="taalstart_eind_na_start",
                condition=Q(eind__isnull=True) | Q(eind__gte=F("start")),
                violation_error_message="De Taalstart eindigt niet vóór hij begint.",
            ),
            models.CheckConstraint(
                name="taalstart_rapport_na_start",
                condition=Q(rapport_op__isnull=True) | Q(rapport_op__gte=F("start")),
                violation_error_message="Het adviesrapport komt niet vóór het begin van de Taalstart.",
            ),
            models.CheckConstraint(
                name="taalstart_advies_met_rapport",
                condition=GEEN_ADVIES | Q(rapport_op__isnull=False),
                violation_error_message="Vul bij het advies de datum van het adviesrapport in.",
            ),
        ]

    def __str__(self) -> str:
        return f"Taalstart vanaf {self.start}"

    @property
    def per_route(self) -> "list[tuple[str, str]]":
        """Route and what the report says of it, for the routes it speaks of."""
        rijen = (("Onderwijsroute", "onderwijs"), ("B1-route", "b1"), ("Z-route", "z"))
        return [
            (naam, Routeoordeel(getattr(self, f"advies_{code}")).label)
            for naam, code in rijen
            if getattr(self, f"advies_{code}")
        ]
