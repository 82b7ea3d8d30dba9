"""What a month came to, frozen: per gemeente who pays, per unit the settlement, per fixed cost what is due.

Nothing here changes after it was written: a later change of a cost, a norm or a creditor finds the month as it was.
While nothing of it was released a settlement can be withdrawn as a whole (`herziening`), and is reckoned anew.
"""

import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.klok import stempel
from cases.models import Gemeente, Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN
from ontzorgen.enums import KENMERKSOORTEN
from ontzorgen.enums_betaling import Betaalwijze
from ontzorgen.querysets_betaling import AfrekeningQuerySet, VerplichtingQuerySet

from .crediteur import Crediteur
from .eenheid import Uitkeringseenheid
from .herzieningbewaking import NIET_WIJZIGEN, alleen_herzien
from .last import OP_DE_EERSTE, VasteLast

# At the end of the transaction, when all parts are there: what is due is what the settlement says is paid, and the rows
# that people read add up to the leefgeld.
SOM_KLOPT = """
    SELECT * INTO rij FROM ontzorgen_maandafrekening WHERE id = {afrekening};
    SELECT coalesce(sum(bedrag), 0) INTO som FROM ontzorgen_betaalverplichting WHERE afrekening_id = {afrekening};
    IF som <> rij.lasten THEN
        RAISE EXCEPTION 'maandafrekening_som: de verplichtingen zijn samen niet wat de afrekening zegt'
        USING ERRCODE = '23514';
    END IF;
    SELECT coalesce(sum((regel->>'bedrag')::bigint), 0) INTO som FROM jsonb_array_elements(rij.regels) regel
    WHERE regel->>'soort' <> 'LEEFGELD';
    IF som <> rij.leefgeld THEN
        RAISE EXCEPTION 'maandafrekening_regels: de regels zijn samen niet het leefgeld' USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
"""


def _som_klopt(afrekening: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="som_klopt",
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        operation=pgtrigger.Insert,
        declare=[("rij", "ontzorgen_maandafrekening%ROWTYPE"), ("som", "bigint")],
        func=SOM_KLOPT.format(afrekening=afrekening),
    )


class Betaalmaand(models.Model):
    """One month of a gemeente, with the one who pays the creditors in it. There is one, and it stays what it is."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="betaalmaanden")
    maand = models.DateField("maand")
    wijze = models.CharField("wie de crediteuren betaalt", max_length=20, choices=Betaalwijze)
    bron = models.CharField("bron van de keuze", max_length=250)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-maand", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="betaalmaand_een_per_maand",
                fields=["gemeente", "maand"],
                violation_error_message="Deze maand is al vastgesteld.",
            ),
            models.CheckConstraint(
                name="betaalmaand_op_de_eerste", condition=Q(maand__day=1), violation_error_message=OP_DE_EERSTE
            ),
            models.CheckConstraint(name="betaalmaand_wijze_bekend", condition=Q(wijze__in=Betaalwijze.values)),
        ]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return f"{self.maand:%m-%Y}"


class Maandafrekening(models.Model):
    """The settlement of one unit in one month, in cents; `regels` are its rows, each with its sentence.

    `lasten` is what is paid to creditors: the sum of the verplichtingen. `regels` is a list of
    {soort, naam, bedrag, zin}: `afrekening.RegelSoort`, and NIET_BETAALD for a fixed cost that was left out.
    """

    betaalmaand = models.ForeignKey(Betaalmaand, models.PROTECT, related_name="afrekeningen")
    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="afrekeningen")
    norm = models.PositiveIntegerField()
    kortingen = models.PositiveIntegerField()
    overbrugging = models.PositiveIntegerField()
    lasten = models.PositiveIntegerField()
    leefgeld = models.PositiveIntegerField()
    vakantietoeslag = models.PositiveIntegerField(help_text="Reserved, apart from the other amounts.")
    minimum_leefgeld = models.PositiveIntegerField()
    regels = models.JSONField()
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    objects = AfrekeningQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="maandafrekening_een_per_eenheid",
                fields=["betaalmaand", "eenheid"],
                violation_error_message="De afrekening van deze maand is al vastgesteld.",
            ),
            models.CheckConstraint(
                name="maandafrekening_klopt",
                condition=Q(leefgeld=F("norm") - F("kortingen") + F("overbrugging") - F("lasten")),
                violation_error_message="Vaste lasten en leefgeld zijn samen niet de bijstand van de maand.",
            ),
        ]
        triggers = [NIET_WIJZIGEN, alleen_herzien("OLD.id", "maandafrekening"), _som_klopt("NEW.id")]

    def __str__(self) -> str:
        return f"{self.eenheid} {self.betaalmaand}"


class Betaalverplichting(models.Model):
    """What is due to a creditor for one fixed cost in one month: there is one, with the creditor as he was then.

    Without `iban` no account of his was approved yet: the money is withheld, and paid once there is one. Whether it was
    paid is in its pogingen (`models.batch`), or in what the benefit system reports.
    """

    afrekening = models.ForeignKey(Maandafrekening, models.PROTECT, related_name="verplichtingen")
    last = models.ForeignKey(VasteLast, models.PROTECT, related_name="verplichtingen")
    maand = models.DateField("maand")
    bedrag = models.PositiveIntegerField("bedrag in centen")
    crediteur = models.ForeignKey(Crediteur, models.PROTECT, related_name="+")
    crediteur_naam = models.CharField(max_length=70)
    tenaamstelling = models.CharField(max_length=70, blank=True)
    iban = models.CharField(max_length=34, blank=True)
    kenmerksoort = models.CharField(max_length=20, choices=KENMERKSOORTEN)
    kenmerk = models.CharField(max_length=140)
    zin = models.CharField(max_length=600)

    objects = VerplichtingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="betaalverplichting_een_keer",
                fields=["last", "maand"],
                violation_error_message="Deze vaste last is voor deze maand al vastgesteld.",
            ),
            models.CheckConstraint(name="betaalverplichting_bedrag", condition=Q(bedrag__gte=1)),
        ]
        triggers = [
            NIET_WIJZIGEN,
            alleen_herzien("OLD.afrekening_id", "betaalverplichting"),
            _som_klopt("NEW.afrekening_id"),
            pgtrigger.Trigger(
                name="hoort_bij_afrekening",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM ontzorgen_maandafrekening a
                        JOIN ontzorgen_betaalmaand m ON m.id = a.betaalmaand_id
                        JOIN ontzorgen_vastelast l ON l.eenheid_id = a.eenheid_id
                        WHERE a.id = NEW.afrekening_id AND l.id = NEW.last_id AND m.maand = NEW.maand
                    ) THEN
                        RAISE EXCEPTION 'betaalverplichting_past: een andere maand of eenheid dan de afrekening'
                        USING ERRCODE = '23514';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.crediteur_naam} {self.maand:%m-%Y}"
