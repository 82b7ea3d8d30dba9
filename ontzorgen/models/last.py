"""What is paid every month out of the bijstand, and what else changes the bijstand of a month."""

from datetime import date
from typing import TYPE_CHECKING

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from cases.klok import stempel
from cases.models import Dossier, Medewerker, Stuk
from ontzorgen.enums import KENMERKSOORTEN, Postsoort

from .crediteur import Crediteur, Lastsoort
from .eenheid import Dagbereik, Uitkeringseenheid

if TYPE_CHECKING:
    from .besluit import Ontzorgbesluit

HOOGSTE_BEDRAG = 500_000
NIHIL = "Een bedrag van € 0,00 is geen vaste last of post. Vul het bedrag per maand in."
TE_HOOG = "Een bedrag boven € 5.000 per maand: kijk of de komma goed staat."
OP_DE_EERSTE = "Een maand begint op de eerste dag."


def _hele_maanden(eerste: str, laatste: str, naam: str) -> list[models.CheckConstraint]:
    return [
        models.CheckConstraint(
            name=f"{naam}_op_de_eerste",
            condition=Q(**{f"{eerste}__day": 1}) & (Q(**{f"{laatste}__isnull": True}) | Q(**{f"{laatste}__day": 1})),
            violation_error_message=OP_DE_EERSTE,
        ),
        models.CheckConstraint(
            name=f"{naam}_laatste_na_eerste",
            condition=Q(**{f"{laatste}__isnull": True}) | Q(**{f"{laatste}__gte": F(eerste)}),
            violation_error_message="De laatste maand ligt voor de eerste.",
        ),
    ]


def _bedrag() -> models.PositiveIntegerField:
    grenzen = [MinValueValidator(1, NIHIL), MaxValueValidator(HOOGSTE_BEDRAG, TE_HOOG)]
    return models.PositiveIntegerField("bedrag per maand in centen", validators=grenzen)


@pghistory.track()
class VasteLast(models.Model):
    """A fixed cost of a unit, in whole cents a month, for the months from `eerste_maand` up to `laatste_maand`.

    Another amount from a month on is a new row that follows on this one (`volgt_op`); the past stays as it was paid.
    """

    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="lasten")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="lasten")
    soort = models.ForeignKey(Lastsoort, models.PROTECT, related_name="lasten")
    crediteur = models.ForeignKey(Crediteur, models.PROTECT, related_name="lasten")
    kenmerksoort = models.CharField("soort kenmerk", max_length=20, choices=KENMERKSOORTEN, default="VRIJ")
    kenmerk = models.CharField("kenmerk", max_length=140)
    bedrag = _bedrag()
    eerste_maand = models.DateField("eerste maand")
    laatste_maand = models.DateField("laatste maand", null=True, blank=True)
    bron = models.CharField("waar het bedrag vandaan komt", max_length=250)
    stuk = models.ForeignKey(Stuk, models.PROTECT, null=True, blank=True, related_name="+")
    machtiging_op = models.DateField("machtiging getekend op", null=True, blank=True)
    volgt_op = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="vervolg")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name = "vaste last"
        ordering = ["soort__volgorde", "eerste_maand", "pk"]
        constraints = [
            *_hele_maanden("eerste_maand", "laatste_maand", "vastelast"),
            models.CheckConstraint(
                name="vastelast_bedrag_redelijk",
                condition=Q(bedrag__gte=1, bedrag__lte=HOOGSTE_BEDRAG),
                violation_error_message=TE_HOOG,
            ),
            models.CheckConstraint(
                name="vastelast_met_kenmerk",
                condition=~Q(kenmerk=""),
                violation_error_message="Zonder kenmerk weet de crediteur niet voor wie de betaling is.",
            ),
            ExclusionConstraint(
                name="vastelast_niet_dubbel",
                expressions=[
                    ("eenheid", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    ("crediteur", RangeOperators.EQUAL),
                    ("kenmerk", RangeOperators.EQUAL),
                    (
                        Dagbereik("eerste_maand", "laatste_maand", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Deze vaste last staat er voor (een deel van) deze maanden al.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort}: {self.crediteur}"

    @property
    def sleutel(self) -> str:
        """What the reckoning calls it: unique in a month, and in the order in which the rows were recorded."""
        return f"{self.pk:012d}"

    def is_overgenomen(self, maand: date) -> bool:
        """Whether somebody else pays it in this month, or nobody has to any more."""
        overname = getattr(self, "overname", None)
        return overname is not None and overname.geldt_in(maand)

    def afwijking_in(self, maand: date) -> "Ontzorgbesluit | None":
        """The last decision to pay another amount of it in this month, as long as it holds."""
        rijen = (besluit for besluit in self.afwijkingen.all() if besluit.geldt_in(maand) and besluit.telt)
        return max(rijen, key=lambda besluit: besluit.pk, default=None)

    def gevraagd_in(self, maand: date) -> int:
        """Cents that are due of it in this month: its amount, or that of the decision to deviate from it."""
        besluit = self.afwijking_in(maand)
        return self.bedrag if besluit is None or besluit.bedrag is None else besluit.bedrag

    def geldt_in(self, maand: date) -> bool:
        """Whether it is due in the month that starts on this day."""
        return self.eerste_maand <= maand and (self.laatste_maand is None or maand <= self.laatste_maand)


@pghistory.track()
class Maandpost(models.Model):
    """Income, a korting, beslag, an advance or an overbrugging, in whole cents a month.

    Beslag and terugvordering stop at the `beslagvrije_voet`, also in cents, which the bailiff or the gemeente set.
    """

    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="posten")
    soort = models.CharField("soort", max_length=15, choices=Postsoort)
    omschrijving = models.CharField("omschrijving", max_length=120)
    bedrag = _bedrag()
    beslagvrije_voet = models.PositiveIntegerField("beslagvrije voet in centen", null=True, blank=True)
    eerste_maand = models.DateField("eerste maand")
    laatste_maand = models.DateField("laatste maand", null=True, blank=True)
    bron = models.CharField("bron", max_length=250)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name = "post"
        ordering = ["soort", "eerste_maand", "pk"]
        constraints = [
            *_hele_maanden("eerste_maand", "laatste_maand", "maandpost"),
            models.CheckConstraint(
                name="maandpost_met_voet",
                condition=~Q(soort__in=["BESLAG", "TERUGVORDERING"]) | Q(beslagvrije_voet__isnull=False),
                violation_error_message="Vul de beslagvrije voet in die de deurwaarder of de gemeente vaststelde.",
            ),
            models.CheckConstraint(
                name="maandpost_bedrag_redelijk",
                condition=Q(bedrag__gte=1, bedrag__lte=HOOGSTE_BEDRAG),
                violation_error_message=TE_HOOG,
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving

    def geldt_in(self, maand: date) -> bool:
        """Whether it counts in the month that starts on this day."""
        return self.eerste_maand <= maand and (self.laatste_maand is None or maand <= self.laatste_maand)
