"""The place of one inburgeraar: proposed, on the waiting list, placed, stopped."""

from datetime import date, timedelta

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate

from cases.klok import stempel
from cases.models import Dossier, Medewerker
from pip_plans.uitvoering import enums
from pip_plans.uitvoering.querysets import PlaatsingQuerySet

from .aanbieder import Aanbieder, Contract

# Counts under a lock on the contract, so that two people cannot give the last place away twice. On every day on which
# this place or another one begins within its period, no more people may be there than the contract has places.
NIET_VOLLER_DAN_VOL = pgtrigger.Trigger(
    name="niet_voller_dan_vol",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__stand="geplaatst", new__contract__isnull=False),
    declare=[("vol", "integer"), ("drukste", "integer")],
    func="""
        SELECT plaatsen INTO vol FROM uitvoering_contract WHERE id = NEW.contract_id FOR NO KEY UPDATE;
        SELECT max(aantal) INTO drukste FROM (
            SELECT (SELECT count(*) FROM uitvoering_plaatsing ander
                    WHERE ander.contract_id = NEW.contract_id AND ander.id <> NEW.id
                      AND ander.start <= dagen.dag AND coalesce(ander.einde, 'infinity') >= dagen.dag) AS aantal
            FROM (SELECT NEW.start AS dag
                  UNION
                  SELECT start FROM uitvoering_plaatsing
                  WHERE contract_id = NEW.contract_id AND id <> NEW.id
                    AND start BETWEEN NEW.start AND coalesce(NEW.einde, 'infinity')) dagen
        ) drukte;
        IF drukste >= vol THEN
            RAISE EXCEPTION 'plaatsing_contract_vol: het contract is vol' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Plaatsing(models.Model):
    """A place, or the way to it. `start` and `einde` are the first and last day; `begonnen_op` when it was confirmed.

    A place inside a contract takes one of its places; maatwerk names the aanbieder and why; who pays himself has the
    name of his own `instelling` here, what we advised, and the loan of DUO.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="plaatsingen")
    soort = models.CharField("waarvoor", max_length=15, choices=enums.Aanbodsoort)
    wijze = models.CharField("hoe", max_length=10, choices=enums.Wijze)
    contract = models.ForeignKey(Contract, models.PROTECT, null=True, blank=True, related_name="plaatsingen")
    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, null=True, blank=True, related_name="maatwerk")
    instelling = models.CharField("cursusinstelling", max_length=150, blank=True)
    reden = models.CharField("waarom maatwerk", max_length=500, blank=True)
    advies = models.CharField("ons advies", max_length=500, blank=True)
    lening = models.CharField("lening van DUO", max_length=12, choices=enums.Lening, blank=True)
    stand = models.CharField("stand", max_length=12, choices=enums.Plaatsingstand)
    voorgesteld_op = models.DateField("voorgesteld op")
    wacht_sinds = models.DateTimeField("op de wachtlijst sinds", null=True, blank=True)
    start = models.DateField("eerste dag", null=True, blank=True)
    einde = models.DateField("laatste dag", null=True, blank=True)
    uren_per_week = models.PositiveSmallIntegerField("uren per week", null=True, blank=True)
    voorrang = models.CharField("waarom voor wie langer wacht", max_length=250, blank=True)
    begonnen_op = models.DateField("begonnen op", null=True, blank=True)
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)
    stopreden = models.CharField("reden", max_length=15, choices=enums.Stopreden, blank=True)
    stoptoelichting = models.CharField("toelichting", max_length=500, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    objects = PlaatsingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "plaatsingen"
        ordering = ["voorgesteld_op", "pk"]
        triggers = [NIET_VOLLER_DAN_VOL]
        indexes = [
            models.Index(
                fields=["contract", "wacht_sinds"], condition=Q(stand="wachtlijst"), name="plaatsing_wachtend"
            ),
            models.Index(fields=["einde", "id"], condition=Q(stand="geplaatst"), name="plaatsing_einde"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="plaatsing_een_open_per_soort",
                fields=["dossier", "soort"],
                condition=~Q(stand="gestopt"),
                violation_error_message="Er loopt hiervoor al een plaatsing. Rond die eerst af.",
            ),
            models.CheckConstraint(
                name="plaatsing_past_bij_wijze",
                condition=Q(wijze="contract", contract__isnull=False, aanbieder__isnull=True, instelling="", reden="")
                | (Q(wijze="maatwerk", contract__isnull=True, aanbieder__isnull=False, instelling="") & ~Q(reden=""))
                | Q(wijze="zelf", contract__isnull=True, aanbieder__isnull=True, reden=""),
                violation_error_message="Maatwerk vraagt een aanbieder en een reden.",
            ),
            models.CheckConstraint(
                name="plaatsing_geplaatst_met_dagen",
                condition=~Q(stand="geplaatst") | (Q(start__isnull=False) & (Q(einde__isnull=False) | Q(wijze="zelf"))),
                violation_error_message="Vul de eerste en de laatste dag in.",
            ),
            models.CheckConstraint(
                name="plaatsing_einde_na_start",
                condition=Q(einde__isnull=True) | Q(start__isnull=False, einde__gte=F("start")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="plaatsing_wachtend_sinds",
                condition=~Q(stand="wachtlijst") | Q(wacht_sinds__isnull=False, contract__isnull=False),
            ),
            models.CheckConstraint(
                name="plaatsing_gestopt_met_reden",
                condition=(Q(stand="gestopt", gestopt_op__isnull=False) & ~Q(stopreden=""))
                | (~Q(stand="gestopt") & Q(gestopt_op__isnull=True, stopreden="", stoptoelichting="")),
            ),
            models.CheckConstraint(
                name="plaatsing_uren_redelijk",
                condition=Q(uren_per_week__isnull=True) | Q(uren_per_week__gte=1, uren_per_week__lte=enums.MEESTE_UREN),
                violation_error_message=f"Vul 1 tot en met {enums.MEESTE_UREN} uur per week in.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} bij {self.bij}" if self.bij else str(self.get_soort_display())

    @property
    def bij_wie(self) -> Aanbieder | None:
        """The aanbieder with whom the gemeente arranged it; None for who chose a school himself."""
        return self.contract.aanbieder if self.contract else self.aanbieder

    @property
    def bij(self) -> str:
        """The name of the school or organisation, '' while it is not chosen."""
        return str(self.bij_wie or self.instelling)

    @property
    def is_open(self) -> bool:
        return self.stand in enums.OPEN

    def wacht_te_lang(self, op: date, norm: timedelta) -> bool:
        """On the waiting list for longer than the norm of the gemeente, on this day."""
        sinds = self.wacht_sinds if self.stand == enums.Plaatsingstand.WACHTLIJST else None
        return sinds is not None and op - localdate(sinds) > norm

    def moet_nog_beginnen(self, op: date) -> bool:
        """Placed, the first day is here or behind us, and nobody said that it began."""
        return (
            self.stand == enums.Plaatsingstand.GEPLAATST
            and self.begonnen_op is None
            and bool(self.start and self.start <= op)
        )

    def is_voorbij(self, op: date) -> bool:
        """Placed, and the last day is behind us."""
        return self.stand == enums.Plaatsingstand.GEPLAATST and self.einde is not None and self.einde < op
