"""Rows below a PIP: the agreements, and the decisions on bijstand that form one PIP with it."""

from django.db import models

from cases.models import Stuk
from pip_plans.plan.querysets import PwBeschikkingManager

from .bescherming import RIJ_STAAT_VAST
from .pip import Pip


class PipAfspraak(models.Model):
    """One row of the table of agreements; after vaststellen it can be enforced (Wi 23)."""

    pip = models.ForeignKey(Pip, models.CASCADE, related_name="afspraken")
    volgorde = models.PositiveSmallIntegerField(default=0)
    wat = models.CharField("wat", max_length=200, blank=True)
    wie = models.CharField("wie", max_length=120, blank=True)
    hoeveel = models.CharField("hoeveel", max_length=80, blank=True)
    wanneer = models.CharField("wanneer", max_length=80, blank=True)

    class Meta:
        ordering = ["volgorde", "pk"]
        triggers = [RIJ_STAAT_VAST]

    def __str__(self) -> str:
        return self.wat or "afspraak zonder omschrijving"


class PwBeschikking(models.Model):
    """A decision under the Participatiewet that is attached (Wi 15(3)); `stuk` is the paper, once it came in."""

    pip = models.ForeignKey(Pip, models.CASCADE, related_name="pw_beschikkingen")
    omschrijving = models.CharField("wat het besluit regelt", max_length=200, blank=True)
    datum = models.DateField("datum", null=True, blank=True)
    kenmerk = models.CharField("kenmerk", max_length=40, blank=True)
    stuk = models.ForeignKey(Stuk, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="stuk")

    objects = PwBeschikkingManager()

    class Meta:
        ordering = ["pk"]
        triggers = [RIJ_STAAT_VAST]

    def __str__(self) -> str:
        return self.kenmerk or "besluit zonder kenmerk"
