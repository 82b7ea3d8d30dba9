"""What was paid of a fine, in one time or in parts."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Medewerker

from .zaak import Handhavingszaak

# Counts under a lock on the case, so that two people together never write down more than the fine.
NIET_MEER_DAN_DE_BOETE = pgtrigger.Trigger(
    name="niet_meer_dan_de_boete",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("boete", "integer"), ("al", "integer")],
    func="""
        SELECT bedrag INTO boete FROM handhaving_handhavingszaak WHERE id = NEW.zaak_id FOR NO KEY UPDATE;
        SELECT coalesce(sum(centen), 0) INTO al FROM handhaving_boetebetaling
        WHERE zaak_id = NEW.zaak_id AND ingetrokken_op IS NULL;
        IF boete IS NULL OR al + NEW.centen > boete THEN
            RAISE EXCEPTION 'boetebetaling_te_veel: meer dan de boete' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Boetebetaling(models.Model):
    """One payment, in cents. A mistake stays, and no longer counts from the day it was taken back."""

    zaak = models.ForeignKey(Handhavingszaak, models.PROTECT, related_name="betalingen")
    datum = models.DateField("betaald op")
    centen = models.PositiveIntegerField("bedrag in centen")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    ingetrokken_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "betalingen van een boete"
        ordering = ["datum", "pk"]
        triggers = [
            NIET_MEER_DAN_DE_BOETE,
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="betaling_blijft",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__datum__df=pgtrigger.F("new__datum"))
                | pgtrigger.Q(old__centen__df=pgtrigger.F("new__centen"))
                | pgtrigger.Q(old__ingetrokken_op__isnull=False),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="boetebetaling_een_keer",
                fields=["zaak", "datum", "centen"],
                condition=Q(ingetrokken_op__isnull=True),
                violation_error_message="Deze betaling staat er al.",
            ),
            models.CheckConstraint(
                name="boetebetaling_bedrag",
                condition=Q(centen__gte=1),
                violation_error_message="Vul in hoeveel er is betaald.",
            ),
            models.CheckConstraint(
                name="boetebetaling_ingetrokken_door",
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True)
                | Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"betaling van {self.datum:%d-%m-%Y}"
