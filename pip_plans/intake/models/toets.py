"""The leerbaarheidstoets: planned, missed, taken, exempted, or not needed."""

import pghistory
from django.db import models
from django.db.models import Q

from pip_plans.intake.enums import GeenToets, Ontheffingsgrond, Toetsuitslag

from .intake import BredeIntake


@pghistory.track()
class Leerbaarheidstoets(models.Model):
    """The last state of the test of one intake; what came before is in the history of the dossier."""

    intake = models.OneToOneField(BredeIntake, models.CASCADE, related_name="leerbaarheidstoets")
    gepland_op = models.DateField("gepland op", null=True, blank=True)
    gemist_op = models.DateField("niet verschenen op", null=True, blank=True)
    afgenomen_op = models.DateField("afgenomen op", null=True, blank=True)
    uitslag = models.CharField("uitslag", max_length=15, choices=Toetsuitslag, blank=True)
    uitslag_duo = models.CharField("uitslag in de woorden van DUO", max_length=250, blank=True)
    ontheffing = models.CharField("grond van de ontheffing", max_length=10, choices=Ontheffingsgrond, blank=True)
    ontheffing_op = models.DateField("ontheffing op", null=True, blank=True)
    geen_reden = models.CharField("waarom er geen toets is", max_length=12, choices=GeenToets, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="toets_uitslag_met_datum",
                condition=Q(uitslag="", afgenomen_op__isnull=True) | (~Q(uitslag="") & Q(afgenomen_op__isnull=False)),
                violation_error_message="Bij een uitslag hoort de datum waarop de toets is afgenomen.",
            ),
            models.CheckConstraint(
                name="toets_ontheffing_met_datum",
                condition=Q(ontheffing="", ontheffing_op__isnull=True)
                | (~Q(ontheffing="") & Q(ontheffing_op__isnull=False)),
                violation_error_message="Bij een ontheffing hoort de datum ervan.",
            ),
            models.CheckConstraint(
                name="toets_een_uitkomst",
                condition=Q(uitslag="", ontheffing="") | Q(uitslag="", geen_reden="") | Q(ontheffing="", geen_reden=""),
                violation_error_message="Een toets heeft een uitslag, een ontheffing of een reden dat hij er niet is.",
            ),
        ]

    def __str__(self) -> str:
        return f"leerbaarheidstoets {self.stand}"

    @property
    def is_klaar(self) -> bool:
        """Nothing more is needed for the PIP."""
        return bool(self.uitslag or self.ontheffing or self.geen_reden)

    @property
    def b1_haalbaar(self) -> bool | None:
        return self.uitslag == Toetsuitslag.HAALBAAR if self.uitslag else None

    @property
    def reden_geen(self) -> str:
        """Why no result will come; '' when there is one or still may be. Never the ground of an exemption: health."""
        if self.ontheffing:
            return "ontheffing van de leerbaarheidstoets"
        return self.get_geen_reden_display() if self.geen_reden else ""

    @property
    def stand(self) -> str:
        """In a word, for lists."""
        if self.is_klaar:
            return self.get_uitslag_display() if self.uitslag else self.reden_geen
        if self.gepland_op and self.gepland_op != self.gemist_op:
            return "gepland"
        return "niet verschenen" if self.gemist_op else "nog te plannen"
