"""The bank said two things of one payment: nothing of it is paid again until a person decided which one holds."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Medewerker
from ontzorgen.enums_betaling import Bankantwoord

from .batchbewaking import BLIJFT
from .poging import Betaalpoging


@pghistory.track()
class Tegenspraak(models.Model):
    """What the bank said is in the lines of its messages (`poging.bankregels`); here is what a person made of it."""

    poging = models.ForeignKey(Betaalpoging, models.PROTECT, related_name="tegenspraken")
    gevonden_op = models.DateTimeField(default=stempel)
    uitkomst = models.CharField("wat klopt", max_length=12, choices=Bankantwoord, blank=True)
    reden = models.CharField("reden", max_length=250, blank=True)
    beslist_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    beslist_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="tegenspraak_een_open", fields=["poging"], condition=Q(uitkomst="")),
            models.CheckConstraint(
                name="tegenspraak_besluit_heel",
                condition=Q(uitkomst="", reden="", beslist_door__isnull=True, beslist_op__isnull=True)
                | ~Q(uitkomst="") & ~Q(reden="") & Q(beslist_door__isnull=False, beslist_op__isnull=False),
                violation_error_message="Schrijf op waarom dit klopt.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="besluit_blijft", operation=pgtrigger.Update, condition=~pgtrigger.Q(old__uitkomst="")
            ),
            pgtrigger.Protect(name="poging_blijft", operation=pgtrigger.UpdateOf("poging_id")),
            BLIJFT,
        ]

    def __str__(self) -> str:
        return f"{self.poging}, {self.get_uitkomst_display() or 'nog niet beslist'}"
