"""Talks of the brede intake and who was there."""

import pghistory
from django.db import models

from cases.enums import Hoedanigheid, Plaatssoort
from cases.models import Afspraak, Medewerker

from .intake import BredeIntake


@pghistory.track()
class Intakegesprek(models.Model):
    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="gesprekken")
    datum = models.DateField("datum")
    plaatssoort = models.CharField("waar", max_length=20, choices=Plaatssoort)
    plaats = models.CharField("adres of kamer", max_length=150, blank=True)
    onderwerpen = models.CharField("waarover", max_length=250, blank=True)
    tolk_taal = models.CharField("taal van de tolk", max_length=60, blank=True)
    individueel = models.BooleanField("individueel gesprek", default=False)
    verslag = models.TextField("verslag", max_length=8000, blank=True)
    afspraak = models.OneToOneField(
        Afspraak, models.SET_NULL, null=True, blank=True, related_name="intakegesprek", verbose_name="afspraak"
    )
    gevoerd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["datum", "pk"]

    def __str__(self) -> str:
        return f"intakegesprek {self.datum:%d-%m-%Y}"

    @property
    def waar(self) -> str:
        plaats = self.get_plaatssoort_display()
        return f"{plaats}, {self.plaats}" if self.plaats else plaats


class Aanwezige(models.Model):
    """Somebody beside the inburgeraar and the one who led the talk."""

    gesprek = models.ForeignKey(Intakegesprek, models.CASCADE, related_name="aanwezigen")
    naam = models.CharField("naam", max_length=120, blank=True)
    hoedanigheid = models.CharField("hoedanigheid", max_length=20, choices=Hoedanigheid)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        soort = self.get_hoedanigheid_display()
        return f"{self.naam} ({soort})" if self.naam else soort
