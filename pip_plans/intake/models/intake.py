"""The brede intake of one dossier."""

from typing import TYPE_CHECKING

import pghistory
from django.db import models
from django.db.models import F, Q

from cases.models import Dossier
from inburgering.recht.feiten import Regime
from pip_plans.intake.enums import Verschijning, Wijze, Wijzing
from pip_plans.intake.querysets import IntakeQuerySet

if TYPE_CHECKING:
    from .oproep import Oproep
    from .taalstart import Taalstart
    from .toets import Leerbaarheidstoets


@pghistory.track()
class BredeIntake(models.Model):
    """Talks, leefgebieden, oproepen and the test hang on this. Completed when `afgerond_op` is filled."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="brede_intake")
    gestart_op = models.DateField("gestart op")
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    wijze = models.CharField("wijze van afronden", max_length=10, choices=Wijze, blank=True)
    gewezen_op = models.DateField("gewezen op het individuele gesprek op", null=True, blank=True)
    gewezen_hoe = models.CharField("hoe", max_length=10, choices=Wijzing, blank=True)
    individueel_gewenst = models.BooleanField("wil een individueel gesprek", null=True, blank=True)
    individueel_gevoerd_op = models.DateField("individueel gesprek gevoerd op", null=True, blank=True)
    zienswijze = models.TextField("zienswijze", max_length=4000, blank=True)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        verbose_name = "brede intake"
        constraints = [
            models.CheckConstraint(
                name="intake_afgerond_met_wijze",
                condition=Q(afgerond_op__isnull=True, wijze="") | (Q(afgerond_op__isnull=False) & ~Q(wijze="")),
            ),
            models.CheckConstraint(
                name="intake_afgerond_na_start",
                condition=Q(afgerond_op__isnull=True) | Q(afgerond_op__gte=F("gestart_op")),
                violation_error_message="Afronden kan niet vóór de start van de intake.",
            ),
            models.CheckConstraint(
                name="intake_gewezen_met_hoe",
                condition=Q(gewezen_op__isnull=True, gewezen_hoe="")
                | (Q(gewezen_op__isnull=False) & ~Q(gewezen_hoe="")),
            ),
            models.CheckConstraint(
                name="intake_afgerond_na_wijzen",
                condition=Q(afgerond_op__isnull=True) | Q(gewezen_op__isnull=False),
                violation_error_message="De inburgeraar is nog niet gewezen op het recht op een individueel gesprek.",
            ),
        ]

    def __str__(self) -> str:
        return f"brede intake {self.dossier_id}"

    @property
    def is_afgerond(self) -> bool:
        return self.afgerond_op is not None

    @property
    def is_bij_verstek(self) -> bool:
        return self.wijze == Wijze.VERSTEK

    @property
    def toets_nodig(self) -> bool:
        """The leerbaarheidstoets belongs to the Wet inburgering 2021 only."""
        return self.dossier.regime == Regime.WI2021.value

    @property
    def toets(self) -> "Leerbaarheidstoets | None":
        return getattr(self, "leerbaarheidstoets", None)

    @property
    def taalstart_of_niets(self) -> "Taalstart | None":
        return getattr(self, "taalstart", None)

    def gemiste_oproepen(self, soort: str = "intake") -> "list[Oproep]":
        """Oproepen to which nobody came without a valid reason, oldest first. Reads what was prefetched."""
        return [oproep for oproep in self.oproepen.all() if oproep.soort == soort and oproep.is_gemist]

    def open_oproep(self, soort: str = "intake") -> "Oproep | None":
        """The oproep of which the outcome is not known yet; at most one of each kind."""
        openstaand = (o for o in self.oproepen.all() if o.soort == soort and o.verschijning == Verschijning.OPEN)
        return next(openstaand, None)
