"""Asking for an exemption from the leerbaarheidstoets, and what the college decided of it (Wi 14)."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.models import Beschikking, Medewerker
from pip_plans.intake.enums import Ontheffingsgrond, Ontheffingstatus, Ontheffingsvoorstel
from pip_plans.intake.querysets import OntheffingQuerySet

from .intake import BredeIntake

# The decision itself knows only who wrote last.
BESLISSER_SCHREEF_NIET = pgtrigger.Trigger(
    name="beslisser_schreef_niet",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("beschikking_id"),
    condition=pgtrigger.Q(new__beschikking__isnull=False),
    func="""
        IF EXISTS (
            SELECT FROM intake_toetsontheffing_schrijvers
            JOIN cases_beschikking ON cases_beschikking.id = NEW.beschikking_id
            WHERE toetsontheffing_id = NEW.id AND medewerker_id = vastgesteld_door_id
        ) THEN
            RAISE EXCEPTION 'ontheffing_vier_ogen: wie meeschreef, beslist niet' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
LOPEND = (Ontheffingstatus.TER_BESLISSING, Ontheffingstatus.TERUGGEGEVEN)


@pghistory.track()
class Toetsontheffing(models.Model):
    """A proposal with its reasons until somebody else decides. What was decided is frozen in `beschikking`.

    `motivering` goes into the letter: what the person cannot do in the test, never a diagnosis.
    """

    intake = models.ForeignKey(BredeIntake, models.CASCADE, related_name="ontheffingen")
    grond = models.CharField("grond", max_length=10, choices=Ontheffingsgrond)
    gevraagd_op = models.DateField("gevraagd op")
    voorstel = models.CharField("voorstel", max_length=10, choices=Ontheffingsvoorstel)
    motivering = models.TextField("motivering", max_length=2000)
    status = models.CharField(
        "status", max_length=15, choices=Ontheffingstatus, default=Ontheffingstatus.TER_BESLISSING
    )
    revisie = models.PositiveIntegerField(default=0, help_text="Goes up with every change; tells what was read.")
    opmerkingen = models.TextField("opmerkingen van de tweede lezer", max_length=2000, blank=True)
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opgesteld_op = models.DateField("opgesteld op")
    schrijvers = models.ManyToManyField(Medewerker, related_name="geschreven_ontheffingen")
    beschikking = models.OneToOneField(
        Beschikking, models.PROTECT, null=True, blank=True, related_name="toetsontheffing"
    )

    objects = OntheffingQuerySet.as_manager()

    class Meta:
        ordering = ["-opgesteld_op", "-pk"]
        triggers = [BESLISSER_SCHREEF_NIET]
        indexes = [
            models.Index(
                fields=["opgesteld_op", "id"], condition=Q(status="ter_beslissing"), name="ontheffing_te_beslissen"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                name="ontheffing_een_lopend",
                fields=["intake"],
                condition=Q(status__in=[str(status) for status in LOPEND]),
                violation_error_message="Er ligt al een voorstel over een ontheffing van de toets.",
            ),
            models.CheckConstraint(
                name="ontheffing_besloten_met_beschikking",
                condition=Q(status="besloten", beschikking__isnull=False)
                | (~Q(status="besloten") & Q(beschikking__isnull=True)),
            ),
            models.CheckConstraint(
                name="ontheffing_gevraagd_voor_voorstel",
                condition=Q(gevraagd_op__lte=F("opgesteld_op")),
                violation_error_message="De dag van het verzoek ligt niet na het voorstel.",
            ),
            models.CheckConstraint(
                name="ontheffing_met_motivering",
                condition=~Q(motivering=""),
                violation_error_message="Schrijf op waarom u dit voorstelt (art. 3:46 Awb).",
            ),
        ]

    def __str__(self) -> str:
        return f"ontheffing van de leerbaarheidstoets, {self.get_status_display()}"

    @property
    def wordt_verleend(self) -> bool:
        return self.voorstel == Ontheffingsvoorstel.VERLENEN

    @property
    def ligt_ter_beslissing(self) -> bool:
        return self.status == Ontheffingstatus.TER_BESLISSING

    @property
    def loopt(self) -> bool:
        return self.status in LOPEND

    @property
    def geldt(self) -> bool:
        """Granted, and the decision was not withdrawn, replaced or revoked since."""
        return self.wordt_verleend and self.beschikking is not None and self.beschikking.is_geldend

    @property
    def werkt(self) -> bool:
        """Granted and made known: before that the person does not have it (Awb 3:40)."""
        return self.wordt_verleend and self.beschikking is not None and self.beschikking.werkt
