"""That two records were of one person: which one stayed, what moved, who decided it."""

from django.db import models
from django.db.models import F, Q

from cases.klok import stempel

from .bescherming import ALLEEN_TOEVOEGEN
from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker


class Samenvoeging(models.Model):
    """Only ever added. `vervallen` is closed for good and leads to `blijft`.

    `persoon` holds every field of the person of `vervallen` as it was; `gekozen` names the fields that were taken over
    from it. `verplaatst` lists the rows that changed dossier: {model: [ids]}; `gebleven` those that stayed behind,
    because `blijft` has its own.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    blijft = models.ForeignKey(Dossier, models.PROTECT, related_name="samenvoegingen")
    vervallen = models.OneToOneField(Dossier, models.PROTECT, related_name="samengevoegd_in")
    bsn = models.CharField(max_length=9, blank=True)
    v_nummer = models.CharField(max_length=10, blank=True)
    persoon = models.JSONField()
    gekozen = models.JSONField(default=list)
    verplaatst = models.JSONField(default=dict)
    gebleven = models.JSONField(default=dict)
    reden = models.CharField("reden", max_length=500)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    door_naam = models.CharField(max_length=120)
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-vastgelegd_op", "-pk"]
        triggers = [ALLEEN_TOEVOEGEN]
        indexes = [
            models.Index(fields=["gemeente", "bsn"], condition=~Q(bsn=""), name="samenvoeging_bsn"),
            models.Index(fields=["gemeente", "v_nummer"], condition=~Q(v_nummer=""), name="samenvoeging_v_nummer"),
        ]
        constraints = [
            models.CheckConstraint(
                name="samenvoeging_van_twee",
                condition=~Q(blijft=F("vervallen")),
                violation_error_message="Kies twee verschillende dossiers.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.vervallen_id} in {self.blijft_id}"
