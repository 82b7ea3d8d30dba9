"""What somebody followed and missed in one week at one place."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q

from cases.klok import stempel
from cases.models import Medewerker
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang import enums
from pip_plans.voortgang.querysets import WeekstaatQuerySet
from pip_plans.voortgang.weken import weeknaam

from .rapport import Rapport


class UrenVeld(models.DecimalField):
    """Hours, in quarters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"max_digits": 5, "decimal_places": 2, "default": 0} | kwargs))


@pghistory.track()
class Weekstaat(models.Model):
    """`week` is its Monday. `rapport` is the report that said so last; None when a person recorded or corrected it."""

    plaatsing = models.ForeignKey(Plaatsing, models.PROTECT, related_name="weekstaten")
    week = models.DateField("week")
    uren_nt2 = UrenVeld(enums.UREN["uren_nt2"])
    uren_knm = UrenVeld(enums.UREN["uren_knm"])
    uren_participatie = UrenVeld(enums.UREN["uren_participatie"])
    uren_map = UrenVeld(enums.UREN["uren_map"])
    uren_pvt = UrenVeld(enums.UREN["uren_pvt"])
    verzuim_geoorloofd = UrenVeld(enums.VERZUIM["verzuim_geoorloofd"])
    verzuim_ongeoorloofd = UrenVeld(enums.VERZUIM["verzuim_ongeoorloofd"])
    rapport = models.ForeignKey(Rapport, models.PROTECT, null=True, blank=True, related_name="weekstaten")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    objects = WeekstaatQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "weken met uren"
        ordering = ["-week", "plaatsing"]
        constraints = [
            models.UniqueConstraint(
                name="weekstaat_een_per_week",
                fields=["plaatsing", "week"],
                violation_error_message="Voor deze week staan al uren. Corrigeer die, met een reden.",
            ),
            models.CheckConstraint(name="weekstaat_begint_op_maandag", condition=Q(week__iso_week_day=1)),
            models.CheckConstraint(
                name="weekstaat_niet_negatief", condition=Q(**{f"{veld}__gte": 0 for veld in enums.TELVELDEN})
            ),
            models.CheckConstraint(
                name="weekstaat_past_in_een_week",
                condition=Q(
                    uren_nt2__lte=enums.MEESTE_PER_WEEK
                    - F("uren_knm")
                    - F("uren_participatie")
                    - F("uren_map")
                    - F("uren_pvt")
                    - F("verzuim_geoorloofd")
                    - F("verzuim_ongeoorloofd")
                ),
                violation_error_message=f"Meer dan {enums.MEESTE_PER_WEEK} uur in één week kan niet.",
            ),
        ]

    def __str__(self) -> str:
        return weeknaam(self.week)

    @property
    def waarden(self) -> dict[str, Decimal]:
        return {veld: getattr(self, veld) for veld in enums.TELVELDEN}

    @property
    def gevolgd(self) -> Decimal:
        return som(self.waarden, enums.UREN)

    @property
    def gemist(self) -> Decimal:
        return som(self.waarden, enums.VERZUIM)

    @property
    def aanwezig(self) -> int | None:
        """Present, in whole percents; None in a week without lessons."""
        samen = self.gevolgd + self.gemist
        return int(self.gevolgd * 100 / samen) if samen else None


def som(waarden: Mapping[str, Decimal], velden: Mapping[str, str]) -> Decimal:
    return sum((waarden[veld] for veld in velden), Decimal(0))
