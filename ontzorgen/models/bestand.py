"""The bank file of a run: its bytes in pieces, and who took it with him."""

from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN
from ontzorgen.enums_betaling import Bestandstand
from ontzorgen.querysets_betaling import BestandQuerySet

from .afsluitbewaking import NIET_MEER_MAKEN, NIET_MEER_MEE
from .batch import Betaalbatch
from .batchbewaking import BLIJFT, EENMAAL_KLAAR


class Betaalbestand(models.Model):
    """There is one per run. It waits until a worker made it; what is made stays, byte by byte."""

    batch = models.OneToOneField(Betaalbatch, models.PROTECT, related_name="bestand")
    stand = models.CharField(max_length=10, choices=Bestandstand, default=Bestandstand.WACHT)
    aangevraagd_op = models.DateTimeField(default=stempel)
    klaar_op = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    grootte = models.PositiveIntegerField(default=0, help_text="In bytes.")
    aanpassingen = models.PositiveIntegerField(default=0, help_text="Texts brought to the characters of banks.")
    fout = models.TextField(blank=True)

    objects = BestandQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="betaalbestand_klaar_met_sha",
                condition=~Q(stand="klaar") | ~Q(sha256="") & Q(klaar_op__isnull=False, fout=""),
            ),
        ]
        triggers = [EENMAAL_KLAAR, NIET_MEER_MAKEN, BLIJFT]

    def __str__(self) -> str:
        return f"{self.batch.bericht_id}.xml"


class Bestandsdeel(models.Model):
    """A piece of the bytes, so that nobody has to hold the whole."""

    bestand = models.ForeignKey(Betaalbestand, models.PROTECT, related_name="delen")
    volgnummer = models.PositiveIntegerField()
    inhoud = models.BinaryField()

    class Meta:
        ordering = ["volgnummer"]
        constraints = [models.UniqueConstraint(name="bestandsdeel_een_keer", fields=["bestand", "volgnummer"])]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return f"deel {self.volgnummer}"


class Bestandsdownload(models.Model):
    """Somebody took the file to the bank."""

    bestand = models.ForeignKey(Betaalbestand, models.PROTECT, related_name="downloads")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-pk"]
        triggers = [ALLEEN_TOEVOEGEN, NIET_MEER_MEE]

    def __str__(self) -> str:
        return f"{self.bestand} door {self.door}"
