"""One attempt to pay what is due. While one is under way or done, there is no other."""

import pgtrigger
from django.db import models
from django.db.models import Q

from ontzorgen.enums import KENMERKSOORTEN
from ontzorgen.enums_betaling import LOPEND_OF_BETAALD, NIET_BETAALD, Pogingstand
from ontzorgen.querysets_betaling import PogingQuerySet

from .batch import Betaalbatch
from .batchbewaking import ALLEEN_IN_VOORSTEL, NIET_TEGENGESPROKEN, VERLOOP
from .betaalmaand import Betaalverplichting
from .herzieningbewaking import VAN_POGING, alleen_herzien


class Betaalpoging(models.Model):
    """A row of a run, as it goes into the bank file. `referentie` comes back in every answer of the bank.

    `bankstatus` is the last code that the bank gave, `reden` why it was taken out, refused or returned.
    """

    batch = models.ForeignKey(Betaalbatch, models.PROTECT, related_name="pogingen")
    verplichting = models.ForeignKey(Betaalverplichting, models.PROTECT, related_name="pogingen")
    volgnummer = models.PositiveIntegerField()
    referentie = models.CharField(max_length=35, unique=True)
    cents = models.PositiveIntegerField()
    naam = models.CharField(max_length=70)
    iban = models.CharField(max_length=34)
    kenmerksoort = models.CharField(max_length=20, choices=KENMERKSOORTEN)
    kenmerk = models.CharField(max_length=140)
    stand = models.CharField(max_length=10, choices=Pogingstand, default=Pogingstand.OPEN)
    bankstatus = models.CharField(max_length=4, blank=True)
    reden = models.CharField(max_length=500, blank=True)
    bericht_op = models.DateField(null=True, help_text="When it was taken out, refused, executed or returned.")

    objects = PogingQuerySet.as_manager()

    class Meta:
        ordering = ["volgnummer", "pk"]
        constraints = [
            models.UniqueConstraint(name="betaalpoging_plaats", fields=["batch", "volgnummer"]),
            models.UniqueConstraint(
                name="betaalpoging_nooit_dubbel",
                fields=["verplichting"],
                condition=Q(stand__in=LOPEND_OF_BETAALD),
                violation_error_message="Deze last is voor deze maand al betaald of zit al in een run.",
            ),
            models.CheckConstraint(
                name="betaalpoging_reden",
                condition=Q(stand__in=LOPEND_OF_BETAALD) | ~Q(reden=""),
                violation_error_message="Schrijf op waarom deze betaling niet doorgaat.",
            ),
        ]
        triggers = [
            ALLEEN_IN_VOORSTEL,
            NIET_TEGENGESPROKEN,
            VERLOOP,
            alleen_herzien(VAN_POGING, "betaalpoging"),
            pgtrigger.Protect(
                name="opdracht_blijft",
                operation=pgtrigger.UpdateOf(
                    "batch_id", "verplichting_id", "volgnummer", "referentie", "cents", "naam", "iban", "kenmerksoort",
                    "kenmerk",
                ),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.referentie

    @property
    def betaald(self) -> int:
        """Cents that this attempt pays or paid: nothing once it was taken out, refused, returned or closed."""
        return 0 if self.stand in (Pogingstand.UITGENOMEN, *NIET_BETAALD) else self.cents
