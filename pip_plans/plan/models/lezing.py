"""What the tweede lezer said; only ever added."""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.models import Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN
from pip_plans.plan.enums import Oordeel

from .pip import Pip

# Who started the PIP is seen by a constraint; who only wrote on it stands in another table.
LEZER_SCHREEF_NIET = pgtrigger.Trigger(
    name="lezer_schreef_niet",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF EXISTS (
            SELECT FROM plan_pip_schrijvers WHERE pip_id = NEW.pip_id AND medewerker_id = NEW.lezer_id
        ) THEN
            RAISE EXCEPTION 'lezing_vier_ogen: wie aan een PIP schreef, beoordeelt het niet' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


class Lezing(models.Model):
    """One reading. `opgesteld_door` is copied from the PIP, so that the database itself sees four eyes."""

    pip = models.ForeignKey(Pip, models.PROTECT, related_name="lezingen")
    lezer = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    oordeel = models.CharField("oordeel", max_length=15, choices=Oordeel)
    opmerkingen = models.TextField("opmerkingen", max_length=4000, blank=True)
    op = models.DateField("gelezen op")

    class Meta:
        ordering = ["pk"]
        triggers = [ALLEEN_TOEVOEGEN, LEZER_SCHREEF_NIET]
        constraints = [
            models.CheckConstraint(
                name="lezing_vier_ogen",
                condition=~Q(lezer=F("opgesteld_door")),
                violation_error_message="Wie een PIP opstelt, kan het niet zelf beoordelen.",
            ),
            models.CheckConstraint(
                name="lezing_terug_met_opmerkingen",
                condition=~Q(oordeel="teruggegeven") | ~Q(opmerkingen=""),
                violation_error_message="Schrijf op wat er anders moet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_oordeel_display()} {self.op}"
