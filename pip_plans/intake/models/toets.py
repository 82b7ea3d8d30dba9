"""The leerbaarheidstoets: planned, missed, taken, exempted, or not needed; and every result as DUO gave it."""

from typing import TYPE_CHECKING

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.models import Medewerker
from pip_plans.intake.enums import GeenToets, Toetsbron, Toetsrichting, Toetsuitslag

from .intake import BredeIntake

if TYPE_CHECKING:
    from datetime import date

RESULTAAT = ("afgenomen_op", "uitslag", "richting", "code", "woorden", "kenmerk", "bron", "ontvangen_op")


class Toetsresultaat(models.Model):
    """One result in the words and the code of DUO. It never changes: a correction is a new row that names the old."""

    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="toetsresultaten")
    afgenomen_op = models.DateField("afgenomen op")
    uitslag = models.CharField("is B1 haalbaar", max_length=15, choices=Toetsuitslag)
    richting = models.CharField("richting die DUO noemt", max_length=12, choices=Toetsrichting, blank=True)
    code = models.CharField("code van DUO", max_length=40, blank=True)
    woorden = models.CharField("uitslag in de woorden van DUO", max_length=250, blank=True)
    kenmerk = models.CharField("examennummer of kenmerk", max_length=40, blank=True)
    bron = models.CharField("hoe ontvangen", max_length=10, choices=Toetsbron, default=Toetsbron.PORTAAL)
    ontvangen_op = models.DateField("ontvangen op")
    vervangt = models.OneToOneField("self", models.CASCADE, null=True, blank=True, related_name="vervangen_door")
    reden = models.CharField("waarom verbeterd", max_length=250, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    ingetrokken_reden = models.CharField("waarom ingetrokken", max_length=250, blank=True)
    vastgelegd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    vastgelegd_op = models.DateField("vastgelegd op")

    class Meta:
        ordering = ["afgenomen_op", "pk"]
        constraints = [
            models.CheckConstraint(
                name="toetsresultaat_ontvangen_na_afname",
                condition=Q(ontvangen_op__gte=F("afgenomen_op")),
                violation_error_message="De uitslag kan niet binnenkomen vóór de dag van de toets.",
            ),
            models.CheckConstraint(
                name="toetsresultaat_verbeterd_met_reden",
                condition=Q(vervangt__isnull=True, reden="") | (Q(vervangt__isnull=False) & ~Q(reden="")),
                violation_error_message="Schrijf op waarom u de uitslag verbetert.",
            ),
            models.CheckConstraint(
                name="toetsresultaat_ingetrokken_met_reden",
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_reden="")
                | (Q(ingetrokken_op__isnull=False) & ~Q(ingetrokken_reden="")),
                violation_error_message="Schrijf op waarom deze uitslag niet geldt.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="uitslag_staat_vast", operation=pgtrigger.UpdateOf(*RESULTAAT))]

    def __str__(self) -> str:
        return f"uitslag van {self.afgenomen_op:%d-%m-%Y}"

    @property
    def geldt(self) -> bool:
        """Neither corrected nor withdrawn."""
        return self.ingetrokken_op is None and not hasattr(self, "vervangen_door")


@pghistory.track()
class Leerbaarheidstoets(models.Model):
    """Where the test of one intake stands. `resultaat` is the one that holds of `intake.toetsresultaten`."""

    intake = models.OneToOneField(BredeIntake, models.CASCADE, related_name="leerbaarheidstoets")
    gepland_op = models.DateField("gepland op", null=True, blank=True)
    gemist_op = models.DateField("niet verschenen op", null=True, blank=True)
    resultaat = models.OneToOneField(Toetsresultaat, models.SET_NULL, null=True, blank=True, related_name="+")
    ontheffing = models.OneToOneField(
        "Toetsontheffing", models.SET_NULL, null=True, blank=True, related_name="leerbaarheidstoets"
    )
    geen_reden = models.CharField("waarom er geen toets is", max_length=12, choices=GeenToets, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="toets_een_uitkomst",
                condition=Q(resultaat__isnull=True, ontheffing__isnull=True)
                | Q(resultaat__isnull=True, geen_reden="")
                | Q(ontheffing__isnull=True, geen_reden=""),
                violation_error_message="Een toets heeft een uitslag, een ontheffing of een reden dat hij er niet is.",
            ),
        ]

    def __str__(self) -> str:
        return f"leerbaarheidstoets {self.stand}"

    @property
    def is_klaar(self) -> bool:
        """Nothing more is needed for the PIP."""
        return bool(self.resultaat or self.werkt_ontheffing or self.geen_reden)

    @property
    def is_ontheven(self) -> bool:
        """An ontheffing that was decided and still stands (Wi 14); a proposal or a refusal is none."""
        return self.ontheffing is not None and self.ontheffing.geldt

    @property
    def is_besloten(self) -> bool:
        """Nothing more is to be done about the test, though the letter of the ontheffing may have to be sent yet."""
        return self.is_klaar or self.is_ontheven

    @property
    def werkt_ontheffing(self) -> bool:
        """An ontheffing that was made known as well: only then no test is needed (Awb 3:40)."""
        return self.ontheffing is not None and self.ontheffing.werkt

    @property
    def afgenomen_op(self) -> "date | None":
        return self.resultaat.afgenomen_op if self.resultaat else None

    @property
    def uitslag(self) -> str:
        return self.resultaat.uitslag if self.resultaat else ""

    @property
    def b1_haalbaar(self) -> bool | None:
        return self.uitslag == Toetsuitslag.HAALBAAR if self.uitslag else None

    @property
    def reden_geen(self) -> str:
        """Why no result will come; '' when there is one or still may be. Never the ground of an exemption: health."""
        if self.werkt_ontheffing:
            return "ontheffing van de leerbaarheidstoets"
        return self.get_geen_reden_display() if self.geen_reden else ""

    @property
    def stand(self) -> str:
        """In a word, for lists."""
        if self.resultaat:
            return self.resultaat.get_uitslag_display()
        if self.reden_geen:
            return self.reden_geen
        if self.is_ontheven:
            return "ontheffing vastgesteld, nog niet verzonden"
        if self.gepland_op and self.gepland_op != self.gemist_op:
            return "gepland"
        return "niet verschenen" if self.gemist_op else "nog te plannen"
