"""Handing somebody over to another gemeente: one of this installation, or one outside it."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.models import Document, Dossier, Gemeente, Medewerker
from pip_plans.afronding.enums import Overdrachtstand
from pip_plans.afronding.querysets import OverdrachtQuerySet


@pghistory.track()
class Gemeenteoverdracht(models.Model):
    """The offer, and what became of it. It belongs to the gemeente that offers; the other sees the offer, no person.

    `naar_naam` is a gemeente outside this installation, which gets the overdrachtsblad on paper. `missers` counts the
    numbers that did not fit; after MEESTE_MISSERS nobody can accept this offer any more.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="gemeenteoverdrachten")
    naar = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="aangeboden_overdrachten")
    naar_naam = models.CharField("andere gemeente", max_length=80, blank=True)
    stand = models.CharField("stand", max_length=12, choices=Overdrachtstand, default=Overdrachtstand.AANGEBODEN)
    vertrek_op = models.DateField("verhuist op")
    boetes = models.BooleanField("ook de boetes, omdat de nieuwe gemeente erom vroeg", default=False)
    aangeboden_op = models.DateField("aangeboden op")
    aangeboden_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    beslist_op = models.DateField("beslist op", null=True, blank=True)
    reden = models.CharField("waarom niet", max_length=500, blank=True)
    missers = models.PositiveSmallIntegerField(default=0)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    ontvangen = models.ForeignKey(
        Dossier, models.PROTECT, null=True, blank=True, related_name="ontvangen_overdrachten",
        help_text="The dossier in the other gemeente; never shown to the one that offered.",
    )  # fmt: skip

    objects = OverdrachtQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "overdrachten naar een andere gemeente"
        ordering = ["-aangeboden_op", "-pk"]
        indexes = [
            models.Index(fields=["naar", "-aangeboden_op", "-id"], name="overdracht_nieuwste"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="gemeenteoverdracht_een_open",
                fields=["dossier"],
                condition=Q(stand="aangeboden"),
                violation_error_message="Er staat al een overdracht open.",
            ),
            models.CheckConstraint(
                name="gemeenteoverdracht_een_gemeente",
                condition=Q(naar__isnull=False, naar_naam="") | (Q(naar__isnull=True) & ~Q(naar_naam="")),
                violation_error_message="Kies een gemeente, of noem er een die hier niet bij staat.",
            ),
            models.CheckConstraint(
                name="gemeenteoverdracht_buiten_is_verstuurd",
                condition=Q(naar__isnull=False) | Q(stand="verstuurd"),
            ),
            models.CheckConstraint(
                name="gemeenteoverdracht_beslist_met_dag",
                condition=Q(stand="aangeboden", beslist_op__isnull=True)
                | (~Q(stand="aangeboden") & Q(beslist_op__isnull=False)),
            ),
            models.CheckConstraint(
                name="gemeenteoverdracht_met_reden",
                condition=~Q(stand__in=["geweigerd", "ingetrokken"]) | ~Q(reden=""),
                violation_error_message="Schrijf op waarom niet.",
            ),
        ]

    def __str__(self) -> str:
        return f"overdracht {self.pk}"

    @property
    def naar_wie(self) -> str:
        return self.naar.naam if self.naar else self.naar_naam

    @property
    def is_open(self) -> bool:
        return bool(self.stand == Overdrachtstand.AANGEBODEN)
