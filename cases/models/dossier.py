"""The case of one inburgeraar in one gemeente under one regime."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.enums import Dossierstatus, Overdrachtpunt, Scenario, Voorinburgeringsdeel, Voorinburgeringstand
from cases.klok import stempel
from cases.querysets.dossiers import DossierQuerySet
from inburgering.recht.feiten import Regime

from .gemeente import Gemeente
from .inburgeraar import Inburgeraar
from .medewerker import Medewerker

REGIMES = [(Regime.WI2021.value, "Wet inburgering 2021"), (Regime.WI2013.value, "Wet inburgering 2013")]


@pghistory.track()
class Dossier(models.Model):
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="dossiers")
    inburgeraar = models.ForeignKey(Inburgeraar, models.PROTECT, related_name="dossiers")
    nummer = models.CharField("dossiernummer", max_length=20)
    regime = models.CharField("regime", max_length=10, choices=REGIMES, default=Regime.WI2021.value)
    consulent = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="dossiers", verbose_name="consulent"
    )
    status = models.CharField(max_length=12, choices=Dossierstatus, default=Dossierstatus.LOPEND)
    extra_beschermd = models.BooleanField("extra beschermd", default=False)
    scenario = models.CharField("scenario van de start", max_length=20, choices=Scenario, blank=True)
    aangemaakt_op = models.DateTimeField(default=stempel)

    objects = DossierQuerySet.as_manager()

    class Meta:
        ordering = ["nummer"]
        indexes = [
            models.Index(fields=["gemeente", "consulent"], condition=Q(status="lopend"), name="dossier_lopend"),
            models.Index(fields=["gemeente", "-aangemaakt_op", "-id"], name="dossier_nieuwste"),
        ]
        constraints = [
            models.UniqueConstraint(name="dossier_nummer_uniek", fields=["gemeente", "nummer"]),
            models.UniqueConstraint(
                name="dossier_een_per_regime",
                fields=["inburgeraar", "regime"],
                violation_error_message="Deze inburgeraar heeft onder dit regime al een dossier.",
            ),
        ]

    def __str__(self) -> str:
        return self.nummer


@pghistory.track()
class Dossiertoegang(models.Model):
    """A person named on an extra-protected dossier; nobody else of the gemeente sees that it exists."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="toegangen")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="toegangen")
    reden = models.CharField("reden", max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(name="dossiertoegang_uniek", fields=["dossier", "medewerker"])]

    def __str__(self) -> str:
        return f"{self.medewerker} op {self.dossier}"


class Overdracht(models.Model):
    """One point of the warme overdracht from the COA, done on a date by someone."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="overdrachtpunten")
    punt = models.CharField(max_length=20, choices=Overdrachtpunt)
    gedaan_op = models.DateField("gedaan op")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    toelichting = models.CharField("toelichting", max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="overdracht_een_per_punt", fields=["dossier", "punt"])]

    def __str__(self) -> str:
        return self.get_punt_display()


class Voorinburgering(models.Model):
    """What was done of one part of the voorinburgering in the AZC, as known on `peildatum`."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="voorinburgering")
    deel = models.CharField(max_length=20, choices=Voorinburgeringsdeel)
    stand = models.CharField(max_length=12, choices=Voorinburgeringstand, default=Voorinburgeringstand.ONBEKEND)
    uren = models.PositiveSmallIntegerField("uren", null=True, blank=True)
    peildatum = models.DateField("peildatum")

    class Meta:
        constraints = [models.UniqueConstraint(name="voorinburgering_een_per_deel", fields=["dossier", "deel"])]

    def __str__(self) -> str:
        return self.get_deel_display()
