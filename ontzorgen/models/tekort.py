"""What a fixed month did not pay of a fixed cost for want of bijstand: a payment that deviates from its decision."""

from django.db import models
from django.db.models import F, Q

from ontzorgen.querysets_tekort import TekortQuerySet

from .betaalmaand import Maandafrekening
from .herzieningbewaking import NIET_WIJZIGEN, alleen_herzien
from .last import VasteLast


class Lasttekort(models.Model):
    """One fixed cost of one settlement: `betaald` cents of the `gevraagd` that were due. Goes when that is withdrawn.

    It asks for a besluit *afwijkende betaling* (art. 79 Participatiewet) until one holds for its month.
    """

    afrekening = models.ForeignKey(Maandafrekening, models.CASCADE, related_name="tekorten")
    last = models.ForeignKey(VasteLast, models.CASCADE, related_name="tekorten")
    maand = models.DateField("maand")
    betaald = models.PositiveIntegerField("betaald in centen")
    gevraagd = models.PositiveIntegerField("verschuldigd in centen")

    objects = TekortQuerySet.as_manager()

    class Meta:
        ordering = ["maand", "pk"]
        constraints = [
            models.UniqueConstraint(name="lasttekort_een_keer", fields=["last", "maand"]),
            models.CheckConstraint(name="lasttekort_te_weinig", condition=Q(gevraagd__gt=F("betaald"))),
        ]
        triggers = [NIET_WIJZIGEN, alleen_herzien("OLD.afrekening_id", "lasttekort")]

    def __str__(self) -> str:
        return f"{self.last} {self.maand:%m-%Y}"
