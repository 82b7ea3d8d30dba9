"""The monthly report of an aanbieder: first a preview, written only after confirmation, row by row."""

from django.db import models
from django.db.models import Q

from cases.enums import Importstatus, Regeluitkomst
from cases.klok import stempel
from cases.models import Dossier, Gemeente, Medewerker
from pip_plans.uitvoering.models import Aanbieder
from pip_plans.voortgang.querysets_rapport import RapportQuerySet, RapportregelQuerySet


class Rapport(models.Model):
    """One file. `maand` is its first day; with a `verbetering` it may change weeks that are there, and says why.

    The file itself is not kept. `kolommen` are those of the file that we know; `gewerkt_op` is when the last piece was
    written. What somebody of the aanbieder makes himself (`door.is_extern`) is a draft until he sends it in; from then
    on it waits for the gemeente, which takes it in or sends it back.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="rapporten")
    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="rapporten")
    maand = models.DateField("maand")
    verbetering = models.CharField("waarom het een eerder rapport verbetert", max_length=250, blank=True)
    status = models.CharField(max_length=12, choices=Importstatus, default=Importstatus.VOORBEELD)
    sha256 = models.CharField(max_length=64)
    kolommen = models.JSONField(default=list)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    aangemaakt_op = models.DateTimeField(default=stempel)
    ingestuurd_op = models.DateTimeField(null=True)
    teruggestuurd_op = models.DateTimeField(null=True)
    terugreden = models.CharField("waarom het terug gaat", max_length=250, blank=True)
    bevestigd_op = models.DateTimeField(null=True)
    bevestigd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    gewerkt_op = models.DateTimeField(null=True)
    klaar_op = models.DateTimeField(null=True)
    opgeruimd_op = models.DateTimeField(null=True)

    objects = RapportQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "rapporten van aanbieders"
        ordering = ["-aangemaakt_op", "-pk"]
        indexes = [models.Index(fields=["gemeente", "-aangemaakt_op", "-id"], name="rapport_nieuwste")]
        constraints = [
            models.UniqueConstraint(
                name="rapport_een_keer",
                fields=["aanbieder", "maand", "sha256", "verbetering"],
                violation_error_message="Dit bestand is al ingelezen.",
            ),
            models.CheckConstraint(name="rapport_maand_eerste_dag", condition=Q(maand__day=1)),
            models.CheckConstraint(
                name="rapport_bevestigd_door_iemand",
                condition=Q(status="voorbeeld") | Q(bevestigd_op__isnull=False, bevestigd_door__isnull=False),
            ),
            models.CheckConstraint(
                name="rapport_terug_met_reden",
                condition=Q(teruggestuurd_op__isnull=True, terugreden="")
                | (
                    Q(teruggestuurd_op__isnull=False, ingestuurd_op__isnull=True, status="voorbeeld")
                    & ~Q(terugreden="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"rapport {self.pk}"

    @property
    def wordt_geschreven(self) -> bool:
        return self.status == Importstatus.BEVESTIGD

    @property
    def is_concept(self) -> bool:
        """Made by the aanbieder, and not with the gemeente (any more)."""
        return self.door.is_extern and self.ingestuurd_op is None


class Rapportregel(models.Model):
    """One row of the file. `waarden` are the cells of the columns that we know; `meldingen` as of a koppelregel.

    `dossier` is set only for somebody who has a place at this aanbieder and whom the uploader may see.
    """

    rapport = models.ForeignKey(Rapport, models.CASCADE, related_name="regels")
    nummer = models.PositiveIntegerField(help_text="Row number in the file.")
    waarden = models.JSONField()
    week = models.DateField(null=True)
    dossier = models.ForeignKey(Dossier, models.CASCADE, null=True, related_name="rapportregels")
    uitkomst = models.CharField(max_length=12, choices=Regeluitkomst)
    meldingen = models.JSONField(default=list)
    verwerkt_op = models.DateTimeField(null=True)

    objects = RapportregelQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "regels uit rapporten van aanbieders"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(name="rapportregel_uniek", fields=["rapport", "nummer"]),
            models.CheckConstraint(
                name="rapportregel_fout_niet_verwerkt",
                condition=~Q(uitkomst="fout") | Q(verwerkt_op__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"regel {self.nummer}"


class Deelnemernummer(models.Model):
    """What an aanbieder calls somebody in its own administration."""

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="deelnemernummers")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="deelnemernummers")
    nummer = models.CharField("eigen nummer van de aanbieder", max_length=40)

    class Meta:
        verbose_name_plural = "nummers bij aanbieders"
        constraints = [
            models.UniqueConstraint(name="deelnemernummer_uniek", fields=["aanbieder", "nummer"]),
            models.UniqueConstraint(name="deelnemernummer_een_per_dossier", fields=["aanbieder", "dossier"]),
        ]

    def __str__(self) -> str:
        return self.nummer
