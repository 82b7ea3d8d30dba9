"""A frozen month that was withdrawn while nothing of it had been released: what it said, who withdrew it and why."""

import pgtrigger
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN

from .batch import Betaalbatch
from .eenheid import Uitkeringseenheid

# What was ever released or told to the benefit system stays for good.
NIETS_VRIJGEGEVEN = pgtrigger.Trigger(
    name="niets_vrijgegeven",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("run", "ontzorgen_betaalbatch%ROWTYPE")],
    func="""
        SELECT * INTO run FROM ontzorgen_betaalbatch WHERE id = NEW.batch_id FOR SHARE;
        IF run.stand NOT IN ('voorstel', 'beoordeeld', 'gecontroleerd') OR NOT EXISTS (
            SELECT FROM ontzorgen_maandafrekening a WHERE a.id = NEW.afrekening
            AND a.eenheid_id = NEW.eenheid_id AND a.betaalmaand_id = run.betaalmaand_id
        ) THEN
            RAISE EXCEPTION 'herziening_past: deze run is vrijgegeven, of dit is een andere afrekening'
            USING ERRCODE = '23514';
        END IF;
        IF EXISTS (
            SELECT FROM ontzorgen_betaalverplichting v
            LEFT JOIN ontzorgen_betaalpoging p ON p.verplichting_id = v.id
            LEFT JOIN ontzorgen_betaalbatch b ON b.id = p.batch_id
            LEFT JOIN ontzorgen_inhoudingsregel r ON r.verplichting_id = v.id
            WHERE v.afrekening_id = NEW.afrekening AND (b.stand = 'vrijgegeven' OR r.id IS NOT NULL)
        ) THEN
            RAISE EXCEPTION 'herziening_vrijgegeven: van deze maand is al iets vrijgegeven of doorgegeven'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# At the end of the transaction: the record does not stay as a key for later.
OUDE_IS_WEG = pgtrigger.Trigger(
    name="oude_is_weg",
    when=pgtrigger.After,
    timing=pgtrigger.Deferred,
    operation=pgtrigger.Insert,
    func="""
        IF EXISTS (SELECT FROM ontzorgen_maandafrekening a WHERE a.id = NEW.afrekening) THEN
            RAISE EXCEPTION 'herziening_weg: de afrekening die is ingetrokken, staat er nog' USING ERRCODE = '23514';
        END IF;
        RETURN NULL;
    """,
)


class Afrekeningherziening(models.Model):
    """The settlement of a unit as it was, its number, its rows and its payments; the month can be reckoned anew."""

    batch = models.ForeignKey(Betaalbatch, models.PROTECT, related_name="herzieningen")
    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="herzieningen")
    afrekening = models.BigIntegerField(unique=True, help_text="The number of the settlement that was withdrawn.")
    inhoud = models.JSONField()
    reden = models.CharField("reden", max_length=250)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="herziening_met_reden",
                condition=~Q(reden=""),
                violation_error_message="Schrijf op wat er niet klopt.",
            )
        ]
        triggers = [ALLEEN_TOEVOEGEN, NIETS_VRIJGEGEVEN, OUDE_IS_WEG]

    def __str__(self) -> str:
        return f"{self.eenheid} {self.batch}"
