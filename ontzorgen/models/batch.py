"""A payment run: made by one, judged by Sociale Zaken, checked, released by others, and then frozen."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.klok import stempel
from cases.models import Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN
from ontzorgen.enums_betaling import AF, Batchstand
from ontzorgen.querysets_betaling import BatchQuerySet

from .batchbewaking import ALLEEN_EIGEN_BATCH, BLIJFT, EENMAAL_VRIJ, STAP_VOOR_STAP, VIER_OGEN, VRIJGAVE_KLOPT
from .betaalmaand import Betaalmaand


def _na(stand: str, *velden: str) -> Q:
    """In this step or later all these fields are filled."""
    volgorde = ("wordt_gemaakt", "voorstel", "beoordeeld", "gecontroleerd", "vrijgegeven")
    vanaf = volgorde[volgorde.index(stand) :]
    return ~Q(stand__in=vanaf) | Q(**{f"{veld}__isnull": False for veld in velden})


@pghistory.track()
class Betaalbatch(models.Model):
    """One run of one month. A month may have more: for who came later, and for what came back.

    `tot_en_met` is the last unit that was taken in while it is made. The account that pays is frozen at the controle,
    `aantal`, `cents` and `versie` at the release; `bericht_id` is the number under which the bank knows the file.
    """

    betaalmaand = models.ForeignKey(Betaalmaand, models.PROTECT, related_name="batches")
    nummer = models.CharField("nummer", max_length=20)
    bericht_id = models.CharField(max_length=30, unique=True)
    uitvoerdag = models.DateField("dag van betalen")
    stand = models.CharField(max_length=15, choices=Batchstand, default=Batchstand.WORDT_GEMAAKT)
    tot_en_met = models.BigIntegerField(default=0)
    gewerkt_op = models.DateTimeField(default=stempel)
    gemaakt_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=stempel)
    beoordeeld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    beoordeeld_op = models.DateTimeField(null=True)
    gecontroleerd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    gecontroleerd_op = models.DateTimeField(null=True)
    vrijgevers_nodig = models.PositiveSmallIntegerField(null=True)
    vrijgegeven_op = models.DateTimeField(null=True)
    aantal = models.PositiveIntegerField(null=True)
    cents = models.PositiveBigIntegerField(null=True)
    betaler_naam = models.CharField(max_length=70, blank=True)
    betaler_iban = models.CharField(max_length=34, blank=True)
    versie = models.CharField(max_length=12, blank=True)
    ingetrokken_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    reden = models.CharField("reden", max_length=250, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="betaalbatch_een_tegelijk",
                fields=["betaalmaand"],
                condition=~Q(stand__in=AF),
                violation_error_message="Voor deze maand ligt al een run klaar. Maak die eerst af of trek hem in.",
            ),
            models.CheckConstraint(
                name="betaalbatch_ander_beoordeelt",
                condition=Q(beoordeeld_door__isnull=True) | ~Q(beoordeeld_door=F("gemaakt_door")),
                violation_error_message="Een ander dan wie de run maakte, beoordeelt hem.",
            ),
            models.CheckConstraint(
                name="betaalbatch_stappen",
                condition=_na("beoordeeld", "beoordeeld_door", "beoordeeld_op")
                & _na("gecontroleerd", "gecontroleerd_door", "gecontroleerd_op", "vrijgevers_nodig")
                & _na("vrijgegeven", "vrijgegeven_op", "aantal", "cents"),
            ),
            models.CheckConstraint(
                name="betaalbatch_met_betaler",
                condition=~Q(stand__in=("gecontroleerd", "vrijgegeven")) | ~Q(betaler_iban=""),
                violation_error_message="Er is nog geen goedgekeurde rekening waarvan de gemeente betaalt.",
            ),
            models.CheckConstraint(name="betaalbatch_met_versie", condition=~Q(stand="vrijgegeven") | ~Q(versie="")),
            models.CheckConstraint(
                name="betaalbatch_ingetrokken_met_reden",
                condition=~Q(stand="ingetrokken") | Q(ingetrokken_door__isnull=False) & ~Q(reden=""),
                violation_error_message="Schrijf op waarom de run niet doorgaat.",
            ),
        ]
        triggers = [
            ALLEEN_EIGEN_BATCH,
            STAP_VOOR_STAP,
            VRIJGAVE_KLOPT,
            EENMAAL_VRIJ,
            BLIJFT,
            pgtrigger.Protect(
                name="betaler_blijft",
                operation=pgtrigger.UpdateOf("betaler_naam", "betaler_iban"),
                condition=~pgtrigger.Q(old__betaler_iban=""),
            ),
            pgtrigger.Protect(
                name="maker_blijft", operation=pgtrigger.UpdateOf("gemaakt_door_id", "betaalmaand_id", "bericht_id")
            ),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_vrij(self) -> bool:
        return self.stand == Batchstand.VRIJGEGEVEN

    @property
    def is_af(self) -> bool:
        """Whether nothing can be taken in or out any more."""
        return self.stand in AF


class Vrijgave(models.Model):
    """Somebody released the run, for exactly this number and sum."""

    batch = models.ForeignKey(Betaalbatch, models.PROTECT, related_name="vrijgaven")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=stempel)
    aantal = models.PositiveIntegerField()
    cents = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="vrijgave_een_keer",
                fields=["batch", "door", "aantal", "cents"],
                violation_error_message="U hebt deze run al vrijgegeven.",
            )
        ]
        triggers = [ALLEEN_TOEVOEGEN, VIER_OGEN]

    def __str__(self) -> str:
        return f"{self.batch} door {self.door}"
