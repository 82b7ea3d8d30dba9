"""Who gets the bijstand together: the uitkeringseenheid, its members, and how they live."""

from datetime import date

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from cases.klok import stempel
from cases.models import Dossier, Gemeente, Medewerker
from ontzorgen.enums import LEEFTIJDSGROEPEN, LEEFVORMEN
from ontzorgen.maanden import laatste_dag
from ontzorgen.querysets_lid import LidQuerySet


class Dagbereik(Func):
    """The days from `vanaf` up to and including `tot`; without an end when `tot` is empty."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Uitkeringseenheid(models.Model):
    """One person, or partners with one household; the bijstand is granted and reckoned per unit."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="uitkeringseenheden")
    nummer = models.CharField("nummer", max_length=20)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["nummer", "pk"]
        constraints = [models.UniqueConstraint(name="uitkeringseenheid_nummer", fields=["gemeente", "nummer"])]

    def __str__(self) -> str:
        return self.nummer


@pghistory.track()
class Eenheidlid(models.Model):
    """Who belongs to the unit, from when until when. Nobody is in two units on one day."""

    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="leden")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="uitkeringseenheden")
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)

    objects = LidQuerySet.as_manager()

    class Meta:
        ordering = ["vanaf", "pk"]
        constraints = [
            models.CheckConstraint(
                name="eenheidlid_tot_na_vanaf",
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            ExclusionConstraint(
                name="eenheidlid_een_tegelijk",
                expressions=[
                    ("dossier", RangeOperators.EQUAL),
                    (Dagbereik("vanaf", "tot", RangeBoundary(inclusive_upper=True)), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze persoon hoort op die dagen al bij een andere uitkeringseenheid.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.eenheid} vanaf {self.vanaf}"

    def geldt_in(self, maand: date) -> bool:
        """Whether he belongs to the unit on any day of the month."""
        return self.vanaf <= laatste_dag(maand) and (self.tot is None or self.tot >= maand)


@pghistory.track()
class Leefsituatie(models.Model):
    """How the unit lives from a day on (art. 4 and 19a to 24 Participatiewet); it decides the norm.

    With a `besluit_bedrag` the norm is what the college decided itself, in cents, beside what it reserves as
    vakantietoeslag; the table is then not asked.
    """

    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="leefsituaties")
    vanaf = models.DateField("vanaf")
    leefvorm = models.CharField("leefvorm", max_length=25, choices=LEEFVORMEN)
    leeftijdsgroep = models.CharField("leeftijd", max_length=20, choices=LEEFTIJDSGROEPEN)
    kostendelers = models.PositiveSmallIntegerField("aantal kostendelers", default=0)
    partner_zonder_recht = models.BooleanField("partner zonder recht op bijstand", default=False)
    besluit_bedrag = models.PositiveIntegerField("vastgestelde norm in centen", null=True, blank=True)
    besluit_vakantietoeslag = models.PositiveIntegerField("vakantietoeslag daarbij in centen", default=0)
    bron = models.CharField("bron", max_length=250, help_text="Bijvoorbeeld het nummer van de bijstandsbeschikking.")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["vanaf", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="leefsituatie_een_per_dag",
                fields=["eenheid", "vanaf"],
                violation_error_message="Voor deze dag is de leefsituatie al vastgelegd.",
            ),
            models.CheckConstraint(
                name="leefsituatie_kostendelers_redelijk",
                condition=Q(kostendelers__lte=20),
                violation_error_message="Meer dan twintig kostendelers: kijk of het aantal klopt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_leefvorm_display()} vanaf {self.vanaf}"
