"""The end of ontzorgen: who takes over which payment, and the contacts afterwards."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Dossier, Medewerker
from ontzorgen.enums_einde import Contactuitkomst, Contactwijze, Overnamewijze, Overnemer

from .last import OP_DE_EERSTE, VasteLast


@pghistory.track()
class Overname(models.Model):
    """Who pays one fixed cost after the ontzorgen, how and from which month; `overgenomen_op` once it was seen to run.

    It hangs on the first row of a fixed cost with one creditor: another amount keeps the agreement, another creditor
    asks for a new one (`services.afbouw`).
    """

    last = models.OneToOneField(VasteLast, models.PROTECT, related_name="overname")
    wie = models.CharField("wie neemt de betaling over", max_length=12, choices=Overnemer)
    naam = models.CharField("naam van die ander", max_length=120, blank=True)
    wijze = models.CharField("hoe wordt er betaald", max_length=12, choices=Overnamewijze, blank=True)
    vanaf_maand = models.DateField("eerste maand")
    overgenomen_op = models.DateField("overgenomen op", null=True, blank=True)
    bewijs = models.CharField("waaraan u dat zag", max_length=250, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "overnames van vaste lasten"
        constraints = [
            models.CheckConstraint(
                name="overname_op_de_eerste",
                condition=Q(vanaf_maand__day=1),
                violation_error_message=OP_DE_EERSTE,
            ),
            models.CheckConstraint(
                name="overname_ander_met_naam",
                condition=~Q(wie="ander") | ~Q(naam=""),
                violation_error_message="Vul in wie de betaling overneemt.",
            ),
            models.CheckConstraint(
                name="overname_met_betaalwijze",
                condition=Q(wie="vervalt") | ~Q(wijze=""),
                violation_error_message="Kies hoe er straks wordt betaald.",
            ),
            models.CheckConstraint(
                name="overname_gezien_met_bewijs",
                condition=Q(overgenomen_op__isnull=True, bewijs="") | (Q(overgenomen_op__isnull=False) & ~Q(bewijs="")),
                violation_error_message="Schrijf op waaraan u zag dat de betaling is overgenomen.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam or self.get_wie_display()

    def geldt_in(self, maand: date) -> bool:
        """Whether the gemeente no longer pays in this month: somebody was seen to take over, or it stopped."""
        return self.vanaf_maand <= maand and (self.overgenomen_op is not None or self.wie == Overnemer.VERVALT)


@pghistory.track()
class Nazorgcontact(models.Model):
    """A talk after the ontzorgen: planned for a day, and afterwards what was said and agreed. Nothing about health."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="nazorgcontacten")
    gepland_op = models.DateField("gepland op")
    wijze = models.CharField("hoe", max_length=12, choices=Contactwijze, default=Contactwijze.TELEFOON)
    uitkomst = models.CharField("uitkomst", max_length=15, choices=Contactuitkomst, default=Contactuitkomst.OPEN,
                                blank=True)  # fmt: skip
    gehouden_op = models.DateField("op welke dag", null=True, blank=True)
    verslag = models.TextField("kort verslag", max_length=1000, blank=True)
    afspraak = models.CharField("afgesproken", max_length=250, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "contacten van de nazorg"
        ordering = ["gepland_op", "pk"]
        indexes = [models.Index(fields=["gepland_op"], condition=Q(uitkomst=""), name="nazorg_open")]
        constraints = [
            models.UniqueConstraint(
                name="nazorg_een_per_dag",
                fields=["dossier", "gepland_op"],
                violation_error_message="Op deze dag is al een contact gepland.",
            ),
            models.CheckConstraint(
                name="nazorg_uitkomst_met_dag",
                condition=Q(uitkomst="", gehouden_op__isnull=True) | (~Q(uitkomst="") & Q(gehouden_op__isnull=False)),
                violation_error_message="Vul de uitkomst in, met de dag van het contact.",
            ),
            models.CheckConstraint(
                name="nazorg_gesproken_met_verslag",
                condition=~Q(uitkomst="gesproken") | ~Q(verslag=""),
                violation_error_message="Schrijf kort op wat er is besproken.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_wijze_display()} op {self.gepland_op:%d-%m-%Y}"
