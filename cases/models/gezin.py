"""Who came into a gezin and who left it, and the children, who have no dossier of their own."""

from datetime import date

import pghistory
from django.db import models
from django.db.models import Q

from cases.enums import Gezinsrol, Gezinsstap, Schoolsoort
from cases.klok import stempel
from cases.querysets.gezinnen import GezinskindQuerySet

from .bescherming import ALLEEN_TOEVOEGEN
from .inburgeraar import Gezin, Inburgeraar, leeftijd
from .medewerker import Medewerker

LEERPLICHTIG, VOORSCHOOLS = 5, (2, 4)


class Gezinswijziging(models.Model):
    """One step in the history of a gezin; only ever added. Who is in it now stands with the Inburgeraar."""

    gezin = models.ForeignKey(Gezin, models.CASCADE, related_name="wijzigingen")
    inburgeraar = models.ForeignKey(Inburgeraar, models.CASCADE, related_name="gezinswijzigingen")
    stap = models.CharField(max_length=10, choices=Gezinsstap)
    rol = models.CharField(max_length=20, choices=Gezinsrol, blank=True)
    datum = models.DateField("vanaf")
    reden = models.CharField("reden", max_length=250, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    door_naam = models.CharField(max_length=120)
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-datum", "-pk"]
        triggers = [ALLEEN_TOEVOEGEN]
        constraints = [
            models.CheckConstraint(
                name="gezinswijziging_eruit_met_reden",
                condition=~Q(stap="eruit") | ~Q(reden=""),
                violation_error_message="Schrijf op waarom deze persoon uit het gezin gaat.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_stap_display()} {self.datum}"


@pghistory.track()
class Gezinskind(models.Model):
    """A child without a dossier. With `uit_gezin_op` it no longer belongs to the gezin; it is never removed.

    `bij` is in whose dossier it was recorded: with extra protection there, nobody else of the gezin shows it.
    """

    gezin = models.ForeignKey(Gezin, models.CASCADE, related_name="kinderen")
    bij = models.ForeignKey(Inburgeraar, models.SET_NULL, null=True, editable=False, related_name="gezinskinderen")
    naam = models.CharField("naam", max_length=120)
    geboortedatum = models.DateField("geboortedatum")
    schoolsoort = models.CharField("school of opvang", max_length=12, choices=Schoolsoort, default=Schoolsoort.GEEN)
    school = models.CharField("naam van de school of opvang", max_length=120, blank=True)
    uit_gezin_op = models.DateField("hoort niet meer bij het gezin vanaf", null=True, blank=True)

    objects = GezinskindQuerySet.as_manager()

    class Meta:
        ordering = ["geboortedatum", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="gezinskind_een_keer",
                fields=["gezin", "bij", "naam", "geboortedatum"],
                violation_error_message="Dit kind staat al bij dit gezin.",
            ),
            models.CheckConstraint(
                name="gezinskind_uit_na_geboorte",
                condition=Q(uit_gezin_op__isnull=True) | Q(uit_gezin_op__gte=models.F("geboortedatum")),
                violation_error_message="Deze datum ligt voor de geboortedatum.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def leeftijd(self, op: date) -> int:
        """Whole years on this date."""
        return leeftijd(self.geboortedatum, op)

    def is_voorschools(self, op: date) -> bool:
        """Of the age for voorschoolse educatie, and not at school yet."""
        jong, oud = VOORSCHOOLS
        naar_school = self.schoolsoort in (Schoolsoort.BASISSCHOOL, Schoolsoort.VOORTGEZET)
        return jong <= self.leeftijd(op) <= oud and not naar_school

    def zonder_school(self, op: date) -> bool:
        """Of school age, while no school is known."""
        return LEERPLICHTIG <= self.leeftijd(op) < 18 and self.schoolsoort == Schoolsoort.GEEN
