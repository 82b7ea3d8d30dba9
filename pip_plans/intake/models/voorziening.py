"""The sociale kaart of a gemeente: where to refer somebody to. No persons stand in it."""

import pghistory
from django.db import models
from django.db.models.functions import Lower

from cases.models import Gemeente
from pip_plans.intake.keuzelijsten import Voorzieningsoort
from pip_plans.intake.querysets_kaart import VoorzieningQuerySet


@pghistory.track()
class Voorziening(models.Model):
    """One organisation or activity. Once referred to it is set inactive instead of removed."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="voorzieningen")
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=12, choices=Voorzieningsoort)
    wat = models.TextField("wat ze doen", max_length=600, blank=True)
    voor_wie = models.CharField("voor wie", max_length=250, blank=True)
    adres = models.CharField("adres", max_length=200, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mail", blank=True)
    website = models.URLField("website", blank=True)
    actief = models.BooleanField("in gebruik", default=True)
    gecontroleerd_op = models.DateField("gecontroleerd op", null=True, blank=True)

    objects = VoorzieningQuerySet.as_manager()

    class Meta:
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                "gemeente",
                Lower("naam"),
                name="voorziening_naam_uniek",
                violation_error_message="Deze naam staat al op de sociale kaart.",
            )
        ]

    def __str__(self) -> str:
        return self.naam
