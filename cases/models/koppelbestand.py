"""A list of koppelingen on its way in: first a preview, written only after confirmation, row by row."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from cases.enums import Importstatus, Regeluitkomst
from cases.querysets.koppelbestanden import KoppelbestandQuerySet, KoppelregelQuerySet

from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker


class Koppelbestand(models.Model):
    """`kolommen` are the columns as the file has them; `gewerkt_op` is when the last piece was written."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="koppelbestanden")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Importstatus, default=Importstatus.VOORBEELD)
    sha256 = models.CharField(max_length=64)
    kolommen = models.JSONField(default=list)
    aangemaakt_op = models.DateTimeField(default=timezone.now)
    bevestigd_op = models.DateTimeField(null=True)
    bevestigd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    gewerkt_op = models.DateTimeField(null=True)
    klaar_op = models.DateTimeField(null=True)
    opgeruimd_op = models.DateTimeField(null=True)

    objects = KoppelbestandQuerySet.as_manager()

    class Meta:
        ordering = ["-aangemaakt_op", "-pk"]
        indexes = [models.Index(fields=["gemeente", "-aangemaakt_op", "-id"], name="koppelbestand_nieuwste")]
        constraints = [
            models.CheckConstraint(
                name="koppelbestand_bevestigd_door_iemand",
                condition=Q(status="voorbeeld") | Q(bevestigd_op__isnull=False, bevestigd_door__isnull=False),
                violation_error_message="Zonder bevestiging wordt er niets geschreven.",
            )
        ]

    def __str__(self) -> str:
        return f"koppelbestand {self.pk}"

    @property
    def wordt_geschreven(self) -> bool:
        return self.status == Importstatus.BEVESTIGD


class Koppelregel(models.Model):
    """One line of the file. `meldingen` is a list of {veld, ernst, reden}; see `Meldingernst`.

    `bsn`, `v_nummer` and `persoonssleutel` (birth date and sound of the name) are the cleaned keys on which rows of one
    file are compared; `dossier` is the dossier that the row is about, once known.
    """

    bestand = models.ForeignKey(Koppelbestand, models.CASCADE, related_name="regels")
    nummer = models.PositiveIntegerField(help_text="Line number in the file.")
    waarden = models.JSONField()
    bsn = models.CharField(max_length=9, blank=True)
    v_nummer = models.CharField(max_length=10, blank=True)
    persoonssleutel = models.CharField(max_length=300, blank=True)
    uitkomst = models.CharField(max_length=12, choices=Regeluitkomst)
    meldingen = models.JSONField(default=list)
    dossier = models.ForeignKey(Dossier, models.SET_NULL, null=True, related_name="+")
    verwerkt_op = models.DateTimeField(null=True)

    objects = KoppelregelQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        indexes = [
            models.Index(
                fields=["bestand", "nummer"], condition=Q(verwerkt_op__isnull=True), name="koppelregel_te_doen"
            )
        ]
        constraints = [
            models.UniqueConstraint(name="koppelregel_uniek", fields=["bestand", "nummer"]),
            models.CheckConstraint(
                name="koppelregel_fout_niet_verwerkt",
                condition=~Q(uitkomst__in=["fout", "weggelaten"]) | Q(verwerkt_op__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"regel {self.nummer}"

    @property
    def te_herstellen(self) -> bool:
        """Not written yet, and its contents are still there."""
        return self.verwerkt_op is None and bool(self.waarden)
