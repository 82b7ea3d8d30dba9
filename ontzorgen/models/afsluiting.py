"""The way out of a released run: what the bank did not execute is closed by two people, and can be paid anew."""

import pghistory
from django.db import models
from django.db.models import F, Q

from cases.klok import stempel
from cases.models import Medewerker
from ontzorgen.enums_betaling import Afsluitbewijs, Afsluitstand

from .afsluitbewaking import AANTONEN, BESLUIT_BLIJFT, EERST_VOORGELEGD, VOORSTEL_BLIJFT
from .batch import Betaalbatch
from .batchbewaking import BLIJFT


@pghistory.track()
class Runafsluiting(models.Model):
    """Somebody proposes that the open payments of a run were never executed; another decides.

    `aantal` and `cents` are the open payments that both saw. `kenmerk` says where the evidence is to be found.
    """

    batch = models.ForeignKey(Betaalbatch, models.PROTECT, related_name="afsluitingen")
    bewijs = models.CharField("waaruit dat blijkt", max_length=15, choices=Afsluitbewijs)
    kenmerk = models.CharField("waar het bewijs staat", max_length=120, blank=True)
    reden = models.CharField("reden", max_length=250)
    aantal = models.PositiveIntegerField()
    cents = models.PositiveBigIntegerField()
    stand = models.CharField(max_length=12, choices=Afsluitstand, default=Afsluitstand.VOORGESTELD)
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField(default=stempel)
    beslist_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    beslist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="runafsluiting_een_tegelijk",
                fields=["batch"],
                condition=~Q(stand="afgewezen"),
                violation_error_message="Er ligt al een voorstel om deze run af te sluiten.",
            ),
            models.CheckConstraint(
                name="runafsluiting_met_reden",
                condition=~Q(reden=""),
                violation_error_message="Schrijf op waarom de bank niet heeft betaald.",
            ),
            models.CheckConstraint(
                name="runafsluiting_met_kenmerk",
                condition=Q(bewijs="niet_verstuurd") | ~Q(kenmerk=""),
                violation_error_message="Schrijf op waar het bewijs van de bank staat.",
            ),
            models.CheckConstraint(
                name="runafsluiting_twee_mensen",
                condition=Q(stand="afgewezen") | Q(beslist_door__isnull=True) | ~Q(beslist_door=F("voorgesteld_door")),
                violation_error_message="U hebt dit zelf voorgesteld. Een collega beslist.",
            ),
            models.CheckConstraint(
                name="runafsluiting_beslist_door_iemand",
                condition=Q(stand="voorgesteld", beslist_door__isnull=True, beslist_op__isnull=True)
                | ~Q(stand="voorgesteld") & Q(beslist_door__isnull=False, beslist_op__isnull=False),
            ),
        ]
        triggers = [EERST_VOORGELEGD, AANTONEN, VOORSTEL_BLIJFT, BESLUIT_BLIJFT, BLIJFT]

    def __str__(self) -> str:
        return f"{self.batch} afsluiten, {self.get_stand_display()}"

    @property
    def wacht(self) -> bool:
        return self.stand == Afsluitstand.VOORGESTELD
