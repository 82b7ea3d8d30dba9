"""Appointments with place, people, interpreter and outcome; notes and reminders."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime

from cases.enums import Afspraaksoort, Afspraakuitkomst, Notitiesoort, Plaatssoort
from cases.klok import stempel
from cases.querysets.afspraken import AfspraakQuerySet, NotitieQuerySet

from .dossier import Dossier
from .medewerker import Medewerker

if TYPE_CHECKING:
    from .tolk import Tolkopdracht


class Afspraak(models.Model):
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="afspraken")
    soort = models.CharField("soort", max_length=20, choices=Afspraaksoort)
    begin = models.DateTimeField("datum en tijd")
    duur_minuten = models.PositiveSmallIntegerField("duur in minuten", default=60)
    plaatssoort = models.CharField("waar", max_length=20, choices=Plaatssoort)
    plaats = models.CharField("adres of kamer", max_length=150, blank=True)
    met = models.ForeignKey(Medewerker, models.PROTECT, related_name="afspraken", verbose_name="met")
    tolk_taal = models.CharField("taal van de tolk", max_length=60, blank=True)
    uitkomst = models.CharField("uitkomst", max_length=20, choices=Afspraakuitkomst, blank=True)
    toelichting = models.CharField("toelichting", max_length=500, blank=True)

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        ordering = ["begin", "pk"]
        indexes = [
            models.Index(fields=["met", "begin"], condition=Q(uitkomst=""), name="afspraak_komend"),
            models.Index(fields=["begin"], condition=Q(uitkomst=""), name="afspraak_dag"),
        ]
        constraints = [
            models.CheckConstraint(
                name="afspraak_duur",
                condition=Q(duur_minuten__gte=5, duur_minuten__lte=600),
                violation_error_message="Een afspraak duurt 5 tot 600 minuten.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.begin:%d-%m-%Y}"

    @property
    def dag(self) -> date:
        """The day in the Netherlands."""
        return localtime(self.begin).date()

    @property
    def tolkopdracht(self) -> "Tolkopdracht | None":
        """The order that was not cancelled; reads what was prefetched (`met_tolk`)."""
        return next((opdracht for opdracht in self.tolkopdrachten.all() if opdracht.loopt), None)

    @property
    def tolk_stand(self) -> str:
        """One word for the list: geen, nog te bestellen, besteld, bevestigd."""
        if opdracht := self.tolkopdracht:
            return opdracht.stand
        return "nog te bestellen" if self.tolk_taal else "geen"


class Notitie(models.Model):
    """A note, or something to come back to on `datum`; never a place for health or other special data."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="notities")
    soort = models.CharField("soort", max_length=12, choices=Notitiesoort, default=Notitiesoort.NOTITIE)
    tekst = models.TextField("tekst", max_length=4000)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="notities")
    gemaakt_op = models.DateTimeField(default=stempel)
    datum = models.DateField("terugkomen op", null=True, blank=True)
    afgehandeld_op = models.DateField("afgehandeld op", null=True, blank=True)

    objects = NotitieQuerySet.as_manager()

    class Meta:
        ordering = ["-gemaakt_op", "-pk"]
        indexes = [
            models.Index(
                fields=["door", "datum"],
                condition=Q(afgehandeld_op__isnull=True, datum__isnull=False),
                name="notitie_open",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="notitie_herinnering_met_datum",
                condition=~Q(soort__in=["herinnering", "wacht_op"]) | Q(datum__isnull=False),
                violation_error_message="Kies een dag waarop u hierop terugkomt.",
            )
        ]

    def __str__(self) -> str:
        return self.get_soort_display()
