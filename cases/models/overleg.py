"""The casusoverleg: a meeting with a partner on some dossiers, its minutes and actions; and what partners were told."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.enums_overleg import Partnersoort
from cases.klok import stempel
from cases.overlegonderwerpen import onderwerpnaam
from cases.querysets.overleg import OverlegQuerySet, PuntQuerySet

from .bescherming import ALLEEN_TOEVOEGEN
from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker


@pghistory.track()
class Overlegpartner(models.Model):
    """An organisation or team with which this gemeente talks about dossiers."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="overlegpartners")
    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=15, choices=Partnersoort)
    actief = models.BooleanField("in gebruik", default=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["naam", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="overlegpartner_een_keer",
                fields=["gemeente", "naam"],
                violation_error_message="Deze partner staat al in de lijst.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


@pghistory.track()
class Casusoverleg(models.Model):
    """A meeting with one partner on one subject and one day. `aanwezig` names professionals only."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="casusoverleggen")
    partner = models.ForeignKey(Overlegpartner, models.PROTECT, related_name="overleggen")
    onderwerp = models.CharField("onderwerp", max_length=30, help_text="Code in `cases.overlegonderwerpen`.")
    datum = models.DateField("datum")
    plaats = models.CharField("waar", max_length=120, blank=True)
    aanwezig = models.CharField("wie waren erbij", max_length=500, blank=True)
    gehouden_op = models.DateField("afgerond op", null=True, blank=True)
    afgezegd_op = models.DateField("afgezegd op", null=True, blank=True)
    afzegreden = models.CharField("waarom afgezegd", max_length=250, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    objects = OverlegQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "casusoverleggen"
        ordering = ["-datum", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="casusoverleg_een_per_dag",
                fields=["partner", "onderwerp", "datum"],
                condition=Q(afgezegd_op=None),
                violation_error_message="Dit overleg staat op deze dag al in de lijst.",
            ),
            models.CheckConstraint(
                name="casusoverleg_afgezegd_met_reden",
                condition=Q(afgezegd_op__isnull=True, afzegreden="")
                | (Q(afgezegd_op__isnull=False, gehouden_op__isnull=True) & ~Q(afzegreden="")),
                violation_error_message="Schrijf op waarom het overleg niet doorgaat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner}, {self.datum:%d-%m-%Y}"

    @property
    def onderwerpnaam(self) -> str:
        return onderwerpnaam(self.onderwerp)

    @property
    def komt_nog(self) -> bool:
        """Whether it is still to be held, or its minutes are still being written."""
        return self.gehouden_op is None and self.afgezegd_op is None


@pghistory.track()
class Overlegpunt(models.Model):
    """One dossier on the agenda: why, and afterwards what was said. Nothing about health."""

    overleg = models.ForeignKey(Casusoverleg, models.PROTECT, related_name="punten")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="overlegpunten")
    vraag = models.CharField("wat is de vraag", max_length=250)
    verslag = models.TextField("verslag", max_length=2000, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    objects = PuntQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "punten van een casusoverleg"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="overlegpunt_een_per_dossier",
                fields=["overleg", "dossier"],
                violation_error_message="Dit dossier staat al op de agenda.",
            ),
            models.CheckConstraint(
                name="overlegpunt_met_vraag",
                condition=~Q(vraag=""),
                violation_error_message="Schrijf op waarom dit dossier op de agenda staat.",
            ),
        ]

    def __str__(self) -> str:
        return self.vraag


@pghistory.track()
class Overlegactie(models.Model):
    """What somebody does after the meeting, by when. With `bij_partner` the partner does it, seen to by the owner."""

    punt = models.ForeignKey(Overlegpunt, models.PROTECT, related_name="acties")
    wat = models.CharField("wat", max_length=250)
    eigenaar = models.ForeignKey(Medewerker, models.PROTECT, related_name="overlegacties", verbose_name="wie")
    bij_partner = models.BooleanField("de partner doet het; deze collega volgt het", default=False)
    uiterlijk = models.DateField("uiterlijk")
    gedaan_op = models.DateField("gedaan op", null=True, blank=True)
    gedaan_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "acties uit een casusoverleg"
        ordering = ["uiterlijk", "pk"]
        indexes = [
            models.Index(fields=["eigenaar", "uiterlijk"], condition=Q(gedaan_op=None), name="overlegactie_open")
        ]
        constraints = [
            models.UniqueConstraint(
                name="overlegactie_een_keer",
                fields=["punt", "wat", "eigenaar"],
                condition=Q(gedaan_op=None),
                violation_error_message="Deze actie staat er al.",
            ),
            models.CheckConstraint(
                name="overlegactie_gedaan_door",
                condition=Q(gedaan_op__isnull=True, gedaan_door__isnull=True)
                | Q(gedaan_op__isnull=False, gedaan_door__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.wat


class Verstrekking(models.Model):
    """What a partner was told of a dossier: which data, why, on which ground, when and by whom. Only ever added."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="verstrekkingen")
    partner = models.ForeignKey(Overlegpartner, models.PROTECT, related_name="verstrekkingen")
    doel = models.CharField("waarvoor", max_length=250)
    grond = models.CharField("grond", max_length=250)
    gegevens = models.JSONField(help_text="Codes of the data, never the data themselves.")
    op = models.DateField()
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    door_naam = models.CharField(max_length=120)
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "verstrekkingen aan partners"
        ordering = ["-pk"]
        triggers = [ALLEEN_TOEVOEGEN]
        constraints = [
            models.CheckConstraint(
                name="verstrekking_met_doel_en_grond",
                condition=~Q(doel="") & ~Q(grond="") & ~Q(gegevens=[]),
                violation_error_message="Vul in waarvoor u deze gegevens geeft, op welke grond, en welke.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.partner} op {self.op:%d-%m-%Y}"
