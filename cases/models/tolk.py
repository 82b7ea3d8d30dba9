"""An interpreter ordered for an afspraak: what was asked, what was confirmed, and what it cost."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import F, Q

from cases.enums import Tolkvoorkeur, Tolkvorm
from cases.querysets.tolken import TolkopdrachtQuerySet

from .afspraak import Afspraak
from .medewerker import Medewerker

MEESTE_MINUTEN, MEESTE_CENT = 600, 1_000_000


@pghistory.track()
class Tolkopdracht(models.Model):
    """One order at a bureau. Who interprets is not kept: the bureau knows, by the reference number.

    Minutes and cost (whole cents) come after the talk, the cost with the reference of the invoice. A cancelled order
    stays: a bureau may charge it.
    """

    afspraak = models.ForeignKey(Afspraak, models.CASCADE, related_name="tolkopdrachten")
    bureau = models.CharField("bureau", max_length=80, blank=True)
    taal = models.CharField("taal", max_length=60)
    dialect = models.CharField("dialect of streek", max_length=60, blank=True)
    vorm = models.CharField("hoe", max_length=12, choices=Tolkvorm)
    voorkeur = models.CharField("voorkeur", max_length=1, choices=Tolkvoorkeur, blank=True)
    besteld_op = models.DateField("besteld op")
    bevestigd_op = models.DateField("bevestigd op", null=True, blank=True)
    kenmerk = models.CharField("kenmerk van het bureau", max_length=40, blank=True)
    geannuleerd_op = models.DateField("geannuleerd op", null=True, blank=True)
    geannuleerd_reden = models.CharField("waarom geannuleerd", max_length=250, blank=True)
    minuten = models.PositiveSmallIntegerField("gebruikte minuten", null=True, blank=True)
    kosten_cent = models.PositiveIntegerField("kosten in centen", null=True, blank=True)
    factuur = models.CharField("factuurnummer", max_length=40, blank=True)
    besteld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")

    objects = TolkopdrachtQuerySet.as_manager()

    class Meta:
        ordering = ["besteld_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="tolk_een_per_afspraak",
                fields=["afspraak"],
                condition=Q(geannuleerd_op__isnull=True),
                violation_error_message="Voor deze afspraak is al een tolk besteld.",
            ),
            models.CheckConstraint(
                name="tolk_met_taal",
                condition=~Q(taal=""),
                violation_error_message="Vul in welke taal de tolk spreekt.",
            ),
            models.CheckConstraint(
                name="tolk_bevestigd_na_bestellen",
                condition=Q(bevestigd_op__isnull=True) | Q(bevestigd_op__gte=F("besteld_op")),
                violation_error_message="Een tolk kan pas bevestigd zijn als hij besteld is.",
            ),
            models.CheckConstraint(
                name="tolk_geannuleerd_met_reden",
                condition=Q(geannuleerd_op__isnull=True, geannuleerd_reden="")
                | (Q(geannuleerd_op__isnull=False) & ~Q(geannuleerd_reden="")),
                violation_error_message="Schrijf op waarom u de tolk annuleert.",
            ),
            models.CheckConstraint(
                name="tolk_kosten_met_factuur",
                condition=Q(kosten_cent__isnull=True) | (~Q(factuur="") & Q(minuten__isnull=False)),
                violation_error_message="Bij de kosten horen de minuten en het factuurnummer.",
            ),
            models.CheckConstraint(
                name="tolk_minuten",
                condition=Q(minuten__isnull=True) | Q(minuten__lte=MEESTE_MINUTEN),
                violation_error_message=f"Vul 0 tot {MEESTE_MINUTEN} minuten in.",
            ),
            models.CheckConstraint(
                name="tolk_kosten",
                condition=Q(kosten_cent__isnull=True) | Q(kosten_cent__lte=MEESTE_CENT),
                violation_error_message="Dit bedrag is te hoog voor een tolk. Controleer de komma.",
            ),
        ]

    def __str__(self) -> str:
        return f"tolk {self.taal}, {self.stand}"

    @property
    def loopt(self) -> bool:
        return self.geannuleerd_op is None

    @property
    def stand(self) -> str:
        """In a word, for lists."""
        if not self.loopt:
            return "geannuleerd"
        return "bevestigd" if self.bevestigd_op else "besteld"

    @property
    def is_afgerekend(self) -> bool:
        return self.kosten_cent is not None

    def mag_afrekenen(self, op: date) -> bool:
        """Minutes and cost are known only after the talk, or after the order was cancelled."""
        return not self.loopt or (bool(self.afspraak.uitkomst) and self.afspraak.dag <= op)
