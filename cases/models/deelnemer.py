"""Who is asked to an afspraak beside the consulent, in which capacity, and whether he came."""

from django.db import models
from django.db.models import Q

from cases.enums import NAASTEN, Hoedanigheid

from .afspraak import Afspraak


class Deelnemer(models.Model):
    """One party of an afspraak. A talk that is individual has no partner or relative at the table (Bi 5.2)."""

    afspraak = models.ForeignKey(Afspraak, models.CASCADE, related_name="deelnemers")
    hoedanigheid = models.CharField("hoedanigheid", max_length=20, choices=Hoedanigheid)
    naam = models.CharField("naam", max_length=120, blank=True)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    uitgenodigd_op = models.DateField("uitgenodigd op", null=True, blank=True)
    aanwezig = models.BooleanField("was erbij", null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="deelnemer_een_inburgeraar",
                fields=["afspraak"],
                condition=Q(hoedanigheid="inburgeraar"),
                violation_error_message="De inburgeraar staat er al bij.",
            )
        ]

    def __str__(self) -> str:
        soort = self.get_hoedanigheid_display()
        wie = ", ".join(deel for deel in (self.naam, self.organisatie) if deel)
        return f"{wie} ({soort})" if wie else soort

    @property
    def is_naaste(self) -> bool:
        """Partner, relative or acquaintance: not at an individual talk."""
        return self.hoedanigheid in NAASTEN
