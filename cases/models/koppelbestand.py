"""A list of koppelingen on its way in: first a preview, written only after confirmation, row by row."""


from django.db import models
from django.db.models import Q
from django.utils import timezone

from cases.enums import Importstatus, Regeluitkomst

from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker


class Koppelbestand(models.Model):
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="koppelbestanden")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, choices=Importstatus, default=Importstatus.VOORBEELD)
    sha256 = models.CharField(max_length=64)
    aangemaakt_op = models.DateTimeField(default=timezone.now)
    bevestigd_op = models.DateTimeField(null=True)
    klaar_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-aangemaakt_op", "-pk"]

    def __str__(self) -> str:
        return f"koppelbestand {self.pk}"


class Koppelregel(models.Model):
    """One line of the file. `meldingen` is a list of {veld, ernst (fout | waarschuwing), reden}."""

    bestand = models.ForeignKey(Koppelbestand, models.CASCADE, related_name="regels")
    nummer = models.PositiveIntegerField(help_text="Line number in the file.")
    waarden = models.JSONField()
    uitkomst = models.CharField(max_length=12, choices=Regeluitkomst)
    meldingen = models.JSONField(default=list)
    dossier = models.ForeignKey(Dossier, models.SET_NULL, null=True, related_name="+")
    verwerkt_op = models.DateTimeField(null=True)

    class Meta:
        ordering = ["nummer"]
        indexes = [
            models.Index(
                fields=["bestand", "nummer"], condition=Q(verwerkt_op__isnull=True), name="koppelregel_te_doen"
            )
        ]
        constraints = [models.UniqueConstraint(name="koppelregel_uniek", fields=["bestand", "nummer"])]

    def __str__(self) -> str:
        return f"regel {self.nummer}"
