"""Who of an aanbieder may come in, from when until when."""

from datetime import date, timedelta

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q

from cases.klok import stempel
from cases.models import Medewerker
from cases.models.medewerker import Periode
from pip_plans.aanbiederportaal.querysets import ExternAccountQuerySet
from pip_plans.uitvoering.models import Aanbieder

LANGST = timedelta(days=366)
ALLEEN_EXTERNE = pgtrigger.Trigger(
    name="alleen_externe",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF NOT EXISTS (SELECT 1 FROM cases_medewerker WHERE id = NEW.persoon_id AND is_extern) THEN
            RAISE EXCEPTION 'externaccount_alleen_extern: een medewerker heeft geen extern account'
                USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class ExternAccount(models.Model):
    """One person at one aanbieder of one gemeente. `persoon` only logs in: without a row of today nothing opens."""

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="externe_accounts")
    persoon = models.ForeignKey(Medewerker, models.PROTECT, related_name="externe_accounts")
    van = models.DateField("van")
    tot = models.DateField("tot en met")
    uitgenodigd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    uitgenodigd_op = models.DateTimeField(default=stempel)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    reden = models.CharField("waarom het account is ingetrokken", max_length=250, blank=True)

    objects = ExternAccountQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "externe accounts"
        ordering = ["-van", "-pk"]
        triggers = [ALLEEN_EXTERNE]
        constraints = [
            models.CheckConstraint(
                name="externaccount_tot_na_van",
                condition=Q(tot__gte=F("van")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="externaccount_hoogstens_een_jaar",
                condition=Q(tot__lte=ExpressionWrapper(F("van") + LANGST, output_field=DateField())),
                violation_error_message="Een account geldt hoogstens een jaar. Nodig daarna opnieuw uit.",
            ),
            models.CheckConstraint(
                name="externaccount_ingetrokken_met_reden",
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_door__isnull=True, reden="")
                | (Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~Q(reden="")),
            ),
            ExclusionConstraint(
                name="externaccount_een_tegelijk",
                expressions=[
                    ("aanbieder", RangeOperators.EQUAL),
                    ("persoon", RangeOperators.EQUAL),
                    (Periode("van", "tot"), RangeOperators.OVERLAPS),
                ],
                condition=Q(ingetrokken_op__isnull=True),
                violation_error_message="Deze persoon heeft in deze periode al een account. Trek dat eerst in.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.persoon} ({self.aanbieder})"

    def stand(self, op: date) -> str:
        """In one word how it is on this day."""
        if self.ingetrokken_op:
            return "ingetrokken"
        if self.tot < op:
            return "verlopen"
        return "geldig" if self.van <= op else "begint nog"
