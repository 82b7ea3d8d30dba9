"""The months in which the gemeente pays: each period rests on a decision, and no two of one person overlap."""

from datetime import date

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q
from django.db.models.functions import Coalesce

from cases.models import Dossier
from ontzorgen.maanden import laatste_dag
from ontzorgen.querysets_besluiten import PeriodeQuerySet

from .besluit import Ontzorgbesluit
from .eenheid import Dagbereik

EEN_DAG = date.resolution

# Longer than six months, or straight on after them: only a decision on art. 57 Participatiewet can do that.
UIT_BESLUIT = pgtrigger.Trigger(
    name="uit_besluit",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("besluit", "ontzorgen_ontzorgbesluit%ROWTYPE"), ("zes_maanden", "date")],
    func="""
        SELECT * INTO besluit FROM ontzorgen_ontzorgbesluit WHERE id = NEW.besluit_id;
        IF besluit.stand <> 'vastgesteld' OR besluit.soort NOT IN ('56a', '57')
            OR (besluit.dossier_id, besluit.vanaf, besluit.tot_en_met)
            IS DISTINCT FROM (NEW.dossier_id, NEW.vanaf, NEW.tot_en_met)
        THEN
            RAISE EXCEPTION 'ontzorgperiode_uit_besluit: een periode volgt uit het besluit waarmee zij begint'
            USING ERRCODE = '23514';
        END IF;
        zes_maanden := (NEW.vanaf + INTERVAL '6 months')::date;
        IF EXTRACT(day FROM zes_maanden) = EXTRACT(day FROM NEW.vanaf) THEN
            zes_maanden := zes_maanden - 1;
        END IF;
        IF besluit.soort = '56a' AND (NEW.tot_en_met > zes_maanden OR EXISTS (
            SELECT FROM ontzorgen_ontzorgperiode eerder WHERE eerder.dossier_id = NEW.dossier_id
            AND eerder.beeindigd_per IS NULL AND eerder.tot_en_met + 1 = NEW.vanaf
        )) THEN
            RAISE EXCEPTION 'ontzorgperiode_zes_maanden: langer dan zes maanden kan alleen met een besluit op art. 57'
            USING ERRCODE = '23514';
        END IF;
        IF besluit.soort = '57' AND NOT EXISTS (
            SELECT FROM ontzorgen_ontzorgperiode eerder
            WHERE eerder.dossier_id = NEW.dossier_id AND eerder.vanaf < NEW.vanaf
        ) THEN
            RAISE EXCEPTION 'ontzorgperiode_na_56a: een besluit op art. 57 verlengt een eerdere periode'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# By the decision on itself, or with that on an earlier period that it would only have extended.
EINDE_MET_BESLUIT = pgtrigger.Trigger(
    name="einde_met_besluit",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("beeindigd_per", "reden"),
    func="""
        IF OLD.beeindigd_per IS NOT NULL OR NOT EXISTS (
            SELECT FROM ontzorgen_ontzorgbesluit b JOIN ontzorgen_ontzorgperiode p ON p.id = b.periode_id
            WHERE b.soort = 'einde' AND b.stand = 'vastgesteld' AND p.dossier_id = NEW.dossier_id
            AND (p.id = NEW.id AND b.vanaf = NEW.beeindigd_per OR b.vanaf < NEW.vanaf AND NEW.beeindigd_per = NEW.vanaf)
        ) THEN
            RAISE EXCEPTION 'ontzorgperiode_einde_met_besluit: een periode eindigt eerder door een besluit, en een keer'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Ontzorgperiode(models.Model):
    """From `vanaf` up to and including `tot_en_met`, or up to the day before `beeindigd_per` when it ended earlier."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="ontzorgperioden")
    besluit = models.OneToOneField(Ontzorgbesluit, models.PROTECT, related_name="begonnen_periode")
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met")
    beeindigd_per = models.DateField("beëindigd per", null=True, blank=True)
    reden = models.CharField("reden van het eerdere einde", max_length=250, blank=True)

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "periode van ontzorgen"
        verbose_name_plural = "perioden van ontzorgen"
        ordering = ["vanaf", "pk"]
        indexes = [models.Index(fields=["tot_en_met"], condition=Q(beeindigd_per=None), name="ontzorgperiode_einde")]
        constraints = [
            models.CheckConstraint(
                name="ontzorgperiode_tot_na_vanaf",
                condition=Q(tot_en_met__gte=F("vanaf")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="ontzorgperiode_eerder_einde",
                condition=Q(beeindigd_per__isnull=True, reden="")
                | Q(beeindigd_per__isnull=False, beeindigd_per__gte=F("vanaf"), beeindigd_per__lte=F("tot_en_met"))
                & ~Q(reden=""),
                violation_error_message="Het einde ligt niet in de periode, of de reden ontbreekt.",
            ),
            ExclusionConstraint(
                name="ontzorgperiode_een_tegelijk",
                expressions=[
                    ("dossier", RangeOperators.EQUAL),
                    (
                        Dagbereik(
                            "vanaf",
                            Coalesce("beeindigd_per", ExpressionWrapper(F("tot_en_met") + 1, output_field=DateField())),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Deze persoon wordt op (een deel van) die dagen al ontzorgd.",
            ),
        ]
        triggers = [
            UIT_BESLUIT,
            EINDE_MET_BESLUIT,
            pgtrigger.Protect(
                name="dagen_blijven",
                operation=pgtrigger.UpdateOf("dossier_id", "besluit_id", "vanaf", "tot_en_met"),
            ),
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.vanaf} tot en met {self.laatste_dag}"

    @property
    def laatste_dag(self) -> date:
        """The last day on which it holds; the day before `vanaf` when it never began."""
        return self.beeindigd_per - EEN_DAG if self.beeindigd_per else self.tot_en_met

    def geldt_in(self, maand: date) -> bool:
        """Whether it holds on any day of the month that starts on this day, as `in_maand` asks of many."""
        return self.vanaf <= self.laatste_dag and self.vanaf <= laatste_dag(maand) and self.laatste_dag >= maand

    def loopt_op(self, dag: date) -> bool:
        """Whether it holds on this day."""
        return self.vanaf <= dag <= self.laatste_dag
