"""The decision on what it costs that a decision on a bezwaar came late (Awb 4:18)."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from cases.enums_bezwaar import GeenDwangsom

from .bescherming import staat_vast_na_besluit
from .beschikking import Beschikking
from .bezwaar import Bezwaar
from .medewerker import Medewerker


@pghistory.track()
class Dwangsombesluit(models.Model):
    """One per bezwaar: a concept until somebody else takes it. What it comes to is counted, never typed."""

    bezwaar = models.OneToOneField(Bezwaar, models.PROTECT, related_name="dwangsombesluit")
    uitzondering = models.CharField("waarom geen dwangsom", max_length=1, choices=GeenDwangsom, blank=True)
    toelichting = models.CharField("toelichting", max_length=1000, blank=True)
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    beschikking = models.OneToOneField(Beschikking, models.PROTECT, null=True, related_name="dwangsombesluit")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="dwangsom_uitzondering_met_reden",
                condition=Q(uitzondering="") | ~Q(toelichting=""),
                violation_error_message="Schrijf op waarom er geen dwangsom is (art. 4:17 lid 6 Awb).",
            ),
        ]
        triggers = [
            staat_vast_na_besluit(
                name="besluit_staat_vast",
                kolom="beschikking_id",
                condition=pgtrigger.Q(old__beschikking__isnull=False),
            ),
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"dwangsom bij {self.bezwaar}"

    @property
    def te_doen(self) -> bool:
        """Whether it is still to be taken or to be made known."""
        return self.beschikking is None or self.beschikking.bekendgemaakt_op is None
