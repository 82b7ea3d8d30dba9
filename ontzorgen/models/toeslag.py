"""Toeslagen of Dienst Toeslagen as the gemeente follows them: applied for, expected, received or refused."""

from datetime import date, timedelta

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from cases.klok import stempel
from cases.models import Dossier, Medewerker
from ontzorgen import toeslagen as waarden
from ontzorgen.enums import TOESLAGSOORTEN

from .eenheid import Uitkeringseenheid
from .last import HOOGSTE_BEDRAG, TE_HOOG

NIHIL = "Een toeslag van € 0,00: vul het bedrag per maand in, of leg vast dat de toeslag is afgewezen."
GRENZEN = [MinValueValidator(1, NIHIL), MaxValueValidator(HOOGSTE_BEDRAG, TE_HOOG)]


class ToeslagQuerySet(models.QuerySet["Toeslag"]):
    """Questions about the toeslagen of many units."""

    def na_te_vragen(self, op: date) -> "ToeslagQuerySet":
        """Those of which a reminder was reached that nobody acted upon since."""
        eerste, laatste = waarden.HERINNER_NA
        vroeg, laat = op - eerste, op - laatste
        sinds = Q(nagevraagd_op__isnull=True)
        na_laatste = Q(aangevraagd_op__lte=laat) & (sinds | Q(nagevraagd_op__lt=F("aangevraagd_op") + laatste))
        na_eerste = Q(aangevraagd_op__lte=vroeg, aangevraagd_op__gt=laat) & (
            sinds | Q(nagevraagd_op__lt=F("aangevraagd_op") + eerste)
        )
        return self.filter(na_laatste | na_eerste, ontvangen_vanaf__isnull=True, afgewezen_op__isnull=True)


@pghistory.track()
class Toeslag(models.Model):
    """One toeslag of a unit, or of one person in it; amounts are cents per month, months are their first day.

    `bedrag` is what is expected, `bron` where that comes from. `nagevraagd_op` is the last day on which somebody asked
    where it stays; it answers the reminders of 8 and 13 weeks up to that day.
    """

    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="toeslagen")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="toeslagen")
    soort = models.CharField("soort", max_length=20, choices=TOESLAGSOORTEN)
    bedrag = models.PositiveIntegerField("verwacht bedrag per maand in centen", validators=GRENZEN)
    bron = models.CharField("waar het bedrag vandaan komt", max_length=250)
    aangevraagd_op = models.DateField("aangevraagd op", null=True, blank=True)
    verwacht_vanaf = models.DateField("verwacht vanaf", null=True, blank=True)
    ontvangen_vanaf = models.DateField("ontvangen vanaf", null=True, blank=True)
    ontvangen_bedrag = models.PositiveIntegerField(
        "ontvangen bedrag per maand in centen", null=True, blank=True, validators=GRENZEN
    )
    laatste_maand = models.DateField("laatste maand", null=True, blank=True)
    afgewezen_op = models.DateField("afgewezen op", null=True, blank=True)
    nagevraagd_op = models.DateField("nagevraagd op", null=True, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    objects = ToeslagQuerySet.as_manager()

    class Meta:
        verbose_name = "toeslag"
        ordering = ["soort", "pk"]
        indexes = [
            models.Index(
                fields=["aangevraagd_op", "id"],
                condition=Q(ontvangen_vanaf__isnull=True, afgewezen_op__isnull=True),
                name="toeslag_wacht",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                name="toeslag_een_keer",
                fields=["eenheid", "soort", "dossier"],
                condition=Q(afgewezen_op__isnull=True, laatste_maand__isnull=True),
                nulls_distinct=False,
                violation_error_message="Deze toeslag staat er al. Wijzig de regel die er is.",
            ),
            models.CheckConstraint(
                name="toeslag_ontvangen_met_bedrag",
                condition=Q(ontvangen_vanaf__isnull=True, ontvangen_bedrag__isnull=True)
                | Q(ontvangen_vanaf__isnull=False, ontvangen_bedrag__isnull=False),
                violation_error_message="Vul bij een ontvangen toeslag de maand én het bedrag in.",
            ),
            models.CheckConstraint(
                name="toeslag_na_aanvraag",
                condition=Q(aangevraagd_op__isnull=False)
                | Q(ontvangen_vanaf__isnull=True, afgewezen_op__isnull=True, nagevraagd_op__isnull=True),
                violation_error_message="Vul eerst in wanneer de toeslag is aangevraagd.",
            ),
            models.CheckConstraint(
                name="toeslag_afgewezen_of_ontvangen",
                condition=Q(afgewezen_op__isnull=True) | Q(ontvangen_vanaf__isnull=True),
                violation_error_message="Een toeslag is afgewezen of ontvangen, niet allebei.",
            ),
            models.CheckConstraint(
                name="toeslag_afgewezen_na_aanvraag",
                condition=Q(afgewezen_op__isnull=True) | Q(afgewezen_op__gte=F("aangevraagd_op")),
                violation_error_message="De afwijzing ligt voor de aanvraag.",
            ),
            models.CheckConstraint(
                name="toeslag_laatste_na_eerste",
                condition=Q(laatste_maand__isnull=True)
                | Q(ontvangen_vanaf__isnull=True)
                | Q(laatste_maand__gte=F("ontvangen_vanaf")),
                violation_error_message="De laatste maand ligt voor de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()

    @property
    def waarde(self) -> waarden.Toeslag:
        """As the forecast reads it."""
        return self.als_waarde()

    def als_waarde(self) -> waarden.Toeslag:
        """Build what the forecast reads. Raises ToeslagFout for days and amounts that cannot be."""
        return waarden.Toeslag(
            waarden.ToeslagSoort(self.soort),
            self.bedrag if self.ontvangen_bedrag is None else self.ontvangen_bedrag,
            aangevraagd=self.aangevraagd_op,
            verwacht=self.verwacht_vanaf,
            ontvangen=self.ontvangen_vanaf,
            laatste=self.laatste_maand,
            afgewezen=self.afgewezen_op,
        )

    def herinnering(self, op: date) -> date | None:
        """The last reminder that was reached by `op` and that nobody acted upon since, or None."""
        bereikt = [dag for dag in self.waarde.herinneringen if dag <= op]
        if not bereikt or (self.nagevraagd_op and self.nagevraagd_op >= bereikt[-1]):
            return None
        return bereikt[-1]

    def weken(self, op: date) -> int:
        """Whole weeks since the application; 0 without one."""
        return (op - self.aangevraagd_op) // timedelta(weeks=1) if self.aangevraagd_op else 0
