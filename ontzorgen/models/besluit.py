"""The decisions of ontzorgen: proposed by one person, decided by another, with a letter and a bezwaartermijn."""

from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.models import Beschikking, Dossier, Medewerker
from ontzorgen.enums import Besluitsoort, Besluitstand, Eindreden
from ontzorgen.maanden import eerste_dag
from ontzorgen.querysets_besluiten import BesluitQuerySet

from .last import HOOGSTE_BEDRAG, OP_DE_EERSTE, TE_HOOG, VasteLast

PER_MAAND = [Besluitsoort.BIJZONDERE_BIJSTAND.value, Besluitsoort.AFWIJKING.value]
MET_EINDE = [Besluitsoort.ARTIKEL_56A.value, Besluitsoort.ARTIKEL_57.value, *PER_MAAND]
OP_AANVRAAG = [Besluitsoort.BIJZONDERE_BIJSTAND.value, Besluitsoort.WEIGERING.value]
VOORSTEL = [
    "dossier_id", "soort", "vanaf", "tot_en_met", "periode_id", "eindreden", "aanvraag_op", "toegekend", "last_id",
    "bedrag", "bedrag_eerder", "motivering", "opgesteld_door_id", "opgesteld_op",
]  # fmt: skip

# The beschikking refuses its own opsteller; this ties it to who wrote the proposal, and to its dossier.
VIER_OGEN = pgtrigger.Trigger(
    name="vier_ogen",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("beschikking_id"),
    condition=pgtrigger.Q(new__beschikking__isnull=False),
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_beschikking b WHERE b.id = NEW.beschikking_id AND b.dossier_id = NEW.dossier_id
            AND b.vastgesteld_door_id <> NEW.opgesteld_door_id
        ) THEN
            RAISE EXCEPTION 'ontzorgbesluit_vier_ogen: wie voorstelt, beslist niet' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Ontzorgbesluit(models.Model):
    """A proposal, and after the decision what it rests on. Its text never changes: another text is another proposal.

    `vanaf` is the first day for which it holds; for an end the first day on which the gemeente no longer pays.
    Amounts are cents per month: `bedrag` what is granted or paid, `bedrag_eerder` what an earlier decision said.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="ontzorgbesluiten")
    soort = models.CharField("soort", max_length=10, choices=Besluitsoort)
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    periode = models.ForeignKey(
        "ontzorgen.Ontzorgperiode", models.PROTECT, null=True, blank=True, related_name="besluiten",
        help_text="The period that it extends, ends or deviates from.",
    )  # fmt: skip
    eindreden = models.CharField("reden", max_length=12, choices=Eindreden, blank=True)
    aanvraag_op = models.DateField("aangevraagd op", null=True, blank=True)
    toegekend = models.BooleanField("toegekend", default=True)
    last = models.ForeignKey(
        VasteLast, models.PROTECT, null=True, blank=True, related_name="afwijkingen",
        help_text="The fixed cost of which another amount is paid, from the month of `vanaf` to that of `tot_en_met`.",
    )  # fmt: skip
    bedrag = models.PositiveIntegerField("bedrag per maand in centen", null=True, blank=True)
    bedrag_eerder = models.PositiveIntegerField("eerder besloten bedrag in centen", null=True, blank=True)
    motivering = models.TextField("motivering", max_length=2000)
    stand = models.CharField(max_length=15, choices=Besluitstand, default=Besluitstand.VOORGESTELD)
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opgesteld_op = models.DateField("voorgesteld op")
    opmerkingen = models.TextField("waarom niet overgenomen", max_length=2000, blank=True)
    beschikking = models.OneToOneField(
        Beschikking, models.PROTECT, null=True, blank=True, related_name="ontzorgbesluit"
    )

    objects = BesluitQuerySet.as_manager()

    class Meta:
        verbose_name = "besluit over ontzorgen"
        verbose_name_plural = "besluiten over ontzorgen"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["opgesteld_op", "id"], condition=Q(stand="voorgesteld"), name="ontzorgbesluit_wacht")
        ]
        constraints = [
            models.CheckConstraint(
                name="ontzorgbesluit_met_motivering",
                condition=~Q(motivering=""),
                violation_error_message="Schrijf op waarom u dit voorstelt (art. 3:46 Awb).",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_tot_na_vanaf",
                condition=Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=F("vanaf")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_met_einde",
                condition=~Q(soort__in=MET_EINDE) | Q(tot_en_met__isnull=False),
                violation_error_message="Vul de laatste dag in.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_einde_met_reden",
                condition=Q(soort="einde", periode__isnull=False) & ~Q(eindreden="")
                | ~Q(soort="einde") & Q(eindreden=""),
                violation_error_message="Kies waarom het ontzorgen eindigt.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_verlengt_een_periode",
                condition=~Q(soort="57") | Q(periode__isnull=False),
                violation_error_message="Langer ontzorgen kan alleen na een eerdere periode.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_op_de_eerste",
                condition=~Q(soort__in=PER_MAAND) | Q(vanaf__day=1),
                violation_error_message=OP_DE_EERSTE,
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_op_aanvraag",
                condition=Q(soort__in=OP_AANVRAAG, aanvraag_op__isnull=False, aanvraag_op__lte=F("opgesteld_op"))
                | ~Q(soort__in=OP_AANVRAAG) & Q(aanvraag_op__isnull=True),
                violation_error_message="De dag van de aanvraag ontbreekt of ligt in de toekomst.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_bedrag_redelijk",
                condition=Q(bedrag__isnull=True) | Q(bedrag__lte=HOOGSTE_BEDRAG),
                violation_error_message=TE_HOOG,
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_toegekend_met_bedrag",
                condition=~Q(soort="bijzonder")
                | Q(toegekend=True, bedrag__isnull=False, bedrag__gte=1)
                | Q(toegekend=False, bedrag__isnull=True),
                violation_error_message="Vul een bedrag in bij toekennen, en geen bedrag bij weigeren.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_wijkt_af",
                condition=~Q(soort="afwijking")
                | Q(bedrag__isnull=False, bedrag_eerder__isnull=False) & ~Q(bedrag=F("bedrag_eerder")),
                violation_error_message="Dit is hetzelfde bedrag als in het besluit; er wijkt niets af.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_afwijking_van_last",
                condition=Q(soort="afwijking", last__isnull=False) | ~Q(soort="afwijking") & Q(last__isnull=True),
                violation_error_message="Kies van welke vaste last u een ander bedrag betaalt.",
            ),
            models.UniqueConstraint(
                name="ontzorgbesluit_een_voorstel",
                fields=["dossier", "soort", "last"],
                condition=Q(stand="voorgesteld"),
                nulls_distinct=False,
                violation_error_message="Er ligt al zo'n voorstel bij een collega.",
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_vastgesteld_met_beschikking",
                condition=Q(stand="vastgesteld", beschikking__isnull=False)
                | (~Q(stand="vastgesteld") & Q(beschikking__isnull=True)),
            ),
            models.CheckConstraint(
                name="ontzorgbesluit_afgewezen_met_reden",
                condition=~Q(stand="afgewezen") | ~Q(opmerkingen=""),
                violation_error_message="Schrijf op waarom het voorstel niet wordt overgenomen.",
            ),
        ]
        triggers = [
            VIER_OGEN,
            pgtrigger.Protect(name="voorstel_blijft", operation=pgtrigger.UpdateOf(*VOORSTEL)),
            pgtrigger.Protect(
                name="besluit_blijft",
                operation=pgtrigger.Update,
                condition=~pgtrigger.Q(old__stand="voorgesteld"),
            ),
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()}, {self.get_stand_display()}"

    def geldt_in(self, maand: date) -> bool:
        """Whether it says what is paid in the month that starts on this day."""
        return self.vanaf <= maand and self.tot_en_met is not None and maand <= self.tot_en_met

    @property
    def meer_maanden(self) -> bool:
        """Whether its last day lies in a later month than its first."""
        return self.tot_en_met is not None and eerste_dag(self.tot_en_met) > self.vanaf

    @property
    def telt(self) -> bool:
        """Whether it was decided and no later decision took it away."""
        return self.beschikking is not None and self.beschikking.is_geldend

    @property
    def ging_niet_door(self) -> bool:
        """Whether it would have extended a period that another decision ended before."""
        periode = getattr(self, "begonnen_periode", None)
        return self.soort == Besluitsoort.ARTIKEL_57 and periode is not None and periode.beeindigd_per == periode.vanaf

    @property
    def is_te_versturen(self) -> bool:
        """Whether its letter must still go out; not when the letter about the end already says that it never began."""
        return self.beschikking is not None and self.beschikking.is_te_verzenden and not self.ging_niet_door

    @property
    def wacht(self) -> bool:
        """Whether a colleague still has to decide."""
        return self.stand == Besluitstand.VOORGESTELD
