"""Stopping the payments of somebody, until it is lifted: nothing of the unit is released in between."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Dossier, Medewerker


@pghistory.track()
class Betaalstop(models.Model):
    """Who stopped the payments and why; `opgeheven_op` is empty while it holds."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="betaalstops")
    reden = models.CharField("reden", max_length=250)
    gezet_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gezet_op = models.DateTimeField(default=stempel)
    opgeheven_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    opgeheven_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="betaalstop_een_tegelijk",
                fields=["dossier"],
                condition=Q(opgeheven_op__isnull=True),
                violation_error_message="De betalingen van dit dossier zijn al gestopt.",
            ),
            models.CheckConstraint(
                name="betaalstop_met_reden",
                condition=~Q(reden=""),
                violation_error_message="Schrijf op waarom de betalingen stoppen.",
            ),
            models.CheckConstraint(
                name="betaalstop_opgeheven_door_iemand",
                condition=Q(opgeheven_op__isnull=True, opgeheven_door__isnull=True)
                | Q(opgeheven_op__isnull=False, opgeheven_door__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.reden
