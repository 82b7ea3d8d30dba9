"""With whom the gemeente works, what they offer, and under which contract. No inburgeraars stand here."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower

from cases.models import Gemeente
from pip_plans.uitvoering import enums
from pip_plans.uitvoering.querysets import AanbiederQuerySet, ContractQuerySet


class Dagbereik(Func):
    """The days from the first up to and including the last."""

    function = "DATERANGE"
    output_field = DateRangeField()


@pghistory.track()
class Aanbieder(models.Model):
    """An organisation with places. Once somebody was placed there it is set inactive instead of removed."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="aanbieders")
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=20, choices=enums.Aanbiedersoort)
    aanbod = ArrayField(
        models.CharField(max_length=15, choices=enums.Aanbodsoort), verbose_name="wat ze aanbieden", default=list
    )
    keurmerk_tot = models.DateField("keurmerk Blik op Werk geldig tot en met", null=True, blank=True)
    contactpersoon = models.CharField("contactpersoon", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mail", blank=True)
    straat = models.CharField("straat en huisnummer, of postbus", max_length=120, blank=True)
    postcode_plaats = models.CharField("postcode en plaats", max_length=120, blank=True)
    actief = models.BooleanField("in gebruik", default=True)

    objects = AanbiederQuerySet.as_manager()

    class Meta:
        ordering = ["naam", "pk"]
        constraints = [
            models.UniqueConstraint(
                "gemeente",
                Lower("naam"),
                name="aanbieder_naam_uniek",
                violation_error_message="Deze aanbieder staat al in de lijst.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def aanbodnamen(self) -> list[str]:
        """What they offer, in the order of the list of kinds."""
        return [soort.label for soort in enums.Aanbodsoort if soort in self.aanbod]

    @property
    def adresregels(self) -> tuple[str, ...]:
        return tuple(regel for regel in (self.straat, self.postcode_plaats) if regel)


@pghistory.track()
class Contract(models.Model):
    """A number of places at the same time, for one kind of offer, in a period. `prijs` is per place, in cents."""

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="contracten")
    soort = models.CharField("waarvoor", max_length=15, choices=enums.Aanbodsoort)
    nummer = models.CharField("contractnummer", max_length=60)
    van = models.DateField("van")
    tot = models.DateField("tot en met")
    plaatsen = models.PositiveSmallIntegerField("plaatsen tegelijk")
    prijs = models.PositiveIntegerField("prijs per plaats, in centen")

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "contracten"
        ordering = ["aanbieder__naam", "soort", "-van", "pk"]
        constraints = [
            models.CheckConstraint(
                name="contract_tot_na_van",
                condition=Q(tot__gte=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="contract_plaatsen_redelijk",
                condition=Q(plaatsen__gte=1, plaatsen__lte=1000),
                violation_error_message="Een contract heeft 1 tot en met 1000 plaatsen.",
            ),
            models.CheckConstraint(
                name="contract_prijs_redelijk",
                condition=Q(prijs__lte=5_000_000),
                violation_error_message="Meer dan € 50.000 per plaats: kijk of de komma goed staat.",
            ),
            ExclusionConstraint(
                name="contract_een_tegelijk",
                expressions=[
                    ("aanbieder", RangeOperators.EQUAL),
                    ("soort", RangeOperators.EQUAL),
                    (Dagbereik("van", "tot", RangeBoundary(inclusive_upper=True)), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze aanbieder heeft hiervoor in deze periode al een contract.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aanbieder}, {self.get_soort_display()} ({self.nummer})"
