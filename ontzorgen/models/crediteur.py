"""Who is paid and who pays: creditors, and the accounts of them and of the gemeente, which two people look at."""

from collections.abc import Iterable

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.models import Gemeente, Medewerker
from ontzorgen.enums import Rekeningstand
from ontzorgen.rekening import buitenland, in_groepen

WACHT_AL = "Er ligt al een rekening ter goedkeuring."


class Lastsoort(models.Model):
    """A kind of fixed cost. `volgorde` decides what is paid first when there is not enough, unless a gemeente chose
    another order; `per_persoon` tells health insurance from rent.
    """

    code = models.SlugField("code", max_length=30, unique=True)
    naam = models.CharField("naam", max_length=80)
    volgorde = models.PositiveSmallIntegerField("volgorde bij een tekort")
    per_persoon = models.BooleanField("per persoon", default=False)
    in_56a = models.BooleanField("genoemd in art. 56a Participatiewet", default=True)

    class Meta:
        ordering = ["volgorde", "code"]

    def __str__(self) -> str:
        return self.naam


@pghistory.track()
class Crediteur(models.Model):
    """A landlord, energy supplier, water company or insurer, as this gemeente knows it."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="crediteuren")
    naam = models.CharField("naam", max_length=70, help_text="Zoals op de rekening of de nota.")
    straat = models.CharField("straat en huisnummer of postbus", max_length=120, blank=True)
    postcode_plaats = models.CharField("postcode en plaats", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    actief = models.BooleanField("in gebruik", default=True)

    class Meta:
        ordering = ["naam", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="crediteur_een_keer",
                fields=["gemeente", "naam"],
                violation_error_message="Deze crediteur staat al in de lijst.",
            )
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def rekening(self) -> "Rekening | None":
        """The account that is paid to: the last one that was approved."""
        return geldige(self.rekeningen.all())

    @property
    def voorstel(self) -> "Rekening | None":
        """The account that waits for a second person."""
        return wachtende(self.rekeningen.all())


class Rekening(models.Model):
    """An account of a creditor, or the one from which the gemeente pays.

    Proposed by one person, judged by another; what was judged never changes. The last one that was approved counts.
    """

    crediteur = models.ForeignKey(Crediteur, models.PROTECT, null=True, blank=True, related_name="rekeningen")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="rekeningen")
    iban = models.CharField("IBAN", max_length=34)
    tenaamstelling = models.CharField("op naam van", max_length=70)
    bron = models.CharField("waar het nummer vandaan komt", max_length=250)
    stand = models.CharField(max_length=15, choices=Rekeningstand, default=Rekeningstand.VOORGESTELD)
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    voorgesteld_op = models.DateField()
    beoordeeld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    beoordeeld_op = models.DateField(null=True, blank=True)
    reden = models.CharField("waarom afgewezen", max_length=250, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="rekening_een_houder",
                condition=Q(crediteur__isnull=False, gemeente__isnull=True)
                | Q(crediteur__isnull=True, gemeente__isnull=False),
            ),
            models.UniqueConstraint(
                name="rekening_een_voorstel",
                fields=["crediteur"],
                condition=Q(stand="voorgesteld"),
                violation_error_message=WACHT_AL,
            ),
            models.UniqueConstraint(
                name="rekening_gemeente_een_voorstel",
                fields=["gemeente"],
                condition=Q(stand="voorgesteld"),
                violation_error_message=WACHT_AL,
            ),
            models.CheckConstraint(
                name="rekening_iban_vorm", condition=Q(iban__regex=r"^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")
            ),
            models.CheckConstraint(
                name="rekening_vier_ogen",
                condition=Q(beoordeeld_door__isnull=True) | ~Q(beoordeeld_door=F("voorgesteld_door")),
                violation_error_message="Een ander dan wie de rekening invoerde, keurt haar goed.",
            ),
            models.CheckConstraint(
                name="rekening_beoordeeld_met_naam",
                condition=Q(stand="voorgesteld", beoordeeld_door__isnull=True, beoordeeld_op__isnull=True)
                | (~Q(stand="voorgesteld") & Q(beoordeeld_door__isnull=False, beoordeeld_op__isnull=False)),
            ),
            models.CheckConstraint(
                name="rekening_afgewezen_met_reden",
                condition=~Q(stand="afgewezen") | ~Q(reden=""),
                violation_error_message="Schrijf op waarom de rekening is afgewezen.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="beoordeeld_blijft",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__stand="voorgesteld"),
            ),
            pgtrigger.Protect(name="blijft", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="nummer_blijft",
                operation=pgtrigger.UpdateOf(
                    "iban", "tenaamstelling", "crediteur_id", "gemeente_id", "voorgesteld_door_id"
                ),
            ),
        ]

    def __str__(self) -> str:
        return in_groepen(self.iban)

    @property
    def buitenland(self) -> str:
        """The country of an account abroad, '' for a Dutch one."""
        return buitenland(self.iban)


def geldige(rekeningen: Iterable[Rekening]) -> Rekening | None:
    """Of one holder, the newest first: the account that counts."""
    return next((rij for rij in rekeningen if rij.stand == Rekeningstand.GOEDGEKEURD), None)


def wachtende(rekeningen: Iterable[Rekening]) -> Rekening | None:
    """The one that waits for a second person."""
    return next((rij for rij in rekeningen if rij.stand == Rekeningstand.VOORGESTELD), None)
