"""What became of one voortgangsgesprek: the report or the judgement on staying away, and the agreements."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Afspraak, Medewerker
from pip_plans.gesprekken import enums
from pip_plans.gesprekken.querysets import GespreksafspraakQuerySet


@pghistory.track()
class Gespreksverslag(models.Model):
    """What was said, of who came; of who stayed away without a word, whether there was a good reason. No health."""

    afspraak = models.OneToOneField(Afspraak, models.PROTECT, related_name="gespreksverslag")
    verslag = models.TextField("verslag", max_length=enums.MEESTE_TEKST, blank=True)
    verzuim = models.CharField("verzuim", max_length=15, choices=enums.Verzuim, blank=True)
    reden = models.CharField("waarom", max_length=500, blank=True)
    revisie = models.PositiveIntegerField(default=0, help_text="Goes up with every save; tells of a save in between.")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    bewaard_op = models.DateField("bewaard op")

    class Meta:
        verbose_name_plural = "verslagen van voortgangsgesprekken"
        constraints = [
            models.CheckConstraint(
                name="gespreksverslag_een_van_beide",
                condition=(Q(verzuim="", reden="") & ~Q(verslag="")) | (Q(verslag="") & ~Q(verzuim="") & ~Q(reden="")),
                violation_error_message="Schrijf op wat er is besproken, of waarom iemand niet kwam.",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_verzuim_display() if self.verzuim else "verslag")


@pghistory.track()
class Gespreksafspraak(models.Model):
    """What was agreed at a talk, by when. The owner does it, or with `door_inburgeraar` sees to it that he does."""

    gesprek = models.ForeignKey(Afspraak, models.PROTECT, related_name="gespreksafspraken")
    wat = models.CharField("wat", max_length=250)
    door_inburgeraar = models.BooleanField("de inburgeraar doet het; deze collega volgt het", default=False)
    eigenaar = models.ForeignKey(
        Medewerker, models.PROTECT, related_name="gespreksafspraken", verbose_name="wie ziet erop toe"
    )
    uiterlijk = models.DateField("uiterlijk")
    uitkomst = models.CharField("uitkomst", max_length=15, choices=enums.Nakoming, blank=True)
    toelichting = models.CharField("toelichting", max_length=250, blank=True)
    afgehandeld_op = models.DateField("afgehandeld op", null=True, blank=True)
    afgehandeld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    objects = GespreksafspraakQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "afspraken uit voortgangsgesprekken"
        ordering = ["uiterlijk", "pk"]
        indexes = [
            models.Index(fields=["eigenaar", "uiterlijk"], condition=Q(uitkomst=""), name="gespreksafspraak_open")
        ]
        constraints = [
            models.UniqueConstraint(
                name="gespreksafspraak_een_keer",
                fields=["gesprek", "wat", "eigenaar"],
                condition=Q(uitkomst=""),
                violation_error_message="Deze afspraak staat er al.",
            ),
            models.CheckConstraint(
                name="gespreksafspraak_met_wat",
                condition=~Q(wat=""),
                violation_error_message="Schrijf op wat u hebt afgesproken.",
            ),
            models.CheckConstraint(
                name="gespreksafspraak_afgehandeld",
                condition=Q(uitkomst="", afgehandeld_op__isnull=True, afgehandeld_door__isnull=True)
                | (~Q(uitkomst="") & Q(afgehandeld_op__isnull=False, afgehandeld_door__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.wat

    def is_te_laat(self, op: date) -> bool:
        """Open, and its day is over."""
        return not self.uitkomst and self.uiterlijk < op
