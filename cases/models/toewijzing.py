"""Giving many dossiers to one consulent: what was asked, and row by row what came of it."""

import uuid

from django.db import models
from django.db.models import Q

from cases.enums_werk import Toewijsuitkomst
from cases.klok import stempel
from cases.querysets.toewijzingen import ToewijsregelQuerySet, ToewijsrondeQuerySet

from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker


class Toewijsronde(models.Model):
    """One request. `sleutel` was on the page that asked it, so that asking twice is one round; no consulent: back to
    the teamleider. `gewerkt_op` is when the last piece was done.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="toewijsrondes")
    sleutel = models.UUIDField(default=uuid.uuid4, unique=True)
    consulent = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    aangemaakt_op = models.DateTimeField(default=stempel)
    gewerkt_op = models.DateTimeField(null=True)
    klaar_op = models.DateTimeField(null=True)

    objects = ToewijsrondeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["gemeente", "-id"], name="toewijsronde_nieuwste"),
            models.Index(fields=["id"], condition=Q(klaar_op__isnull=True), name="toewijsronde_bezig"),
        ]

    def __str__(self) -> str:
        return f"toewijzing {self.pk}"

    @property
    def aan(self) -> str:
        return self.consulent.naam if self.consulent else "de teamleider"


class Toewijsregel(models.Model):
    """One dossier of a round. `was` is whose it was when somebody asked: if that changed since, nobody is overruled."""

    ronde = models.ForeignKey(Toewijsronde, models.CASCADE, related_name="regels")
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="+")
    was = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    uitkomst = models.CharField(max_length=12, choices=Toewijsuitkomst, default=Toewijsuitkomst.TE_DOEN)
    reden = models.CharField(max_length=250, blank=True)
    verwerkt_op = models.DateTimeField(null=True)

    objects = ToewijsregelQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "regels van toewijzingen"
        indexes = [
            models.Index(fields=["ronde", "id"], name="toewijsregel_volgorde"),
            models.Index(fields=["ronde", "id"], condition=Q(uitkomst="te_doen"), name="toewijsregel_te_doen"),
        ]
        constraints = [
            models.UniqueConstraint(name="toewijsregel_uniek", fields=["ronde", "dossier"]),
            models.CheckConstraint(
                name="toewijsregel_weigering_met_reden", condition=~Q(uitkomst="geweigerd") | ~Q(reden="")
            ),
        ]

    def __str__(self) -> str:
        return f"toewijsregel {self.pk}"
