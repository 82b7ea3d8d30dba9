"""The tenant: one college with its own people, settings, letter texts and numbering."""

import pghistory
from django.db import models
from django.db.models import Q


@pghistory.track()
class Gemeente(models.Model):
    """What stands on its letters is here; what it chose as policy is a dated `Instelling`."""

    naam = models.CharField("naam", max_length=80, unique=True)
    slug = models.SlugField("naam in het webadres", unique=True)
    cbs_code = models.CharField("CBS-code", max_length=6, unique=True)
    straat = models.CharField("straat en huisnummer", max_length=120, blank=True)
    postcode_plaats = models.CharField("postcode en plaats", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    website = models.CharField("website", max_length=120, blank=True)
    bezwaar_adres = models.CharField("adres voor bezwaar", max_length=250, blank=True)
    rechtbank = models.CharField("rechtbank voor beroep", max_length=250, blank=True)
    mandaat_functie = models.CharField("functie met mandaat voor het PIP", max_length=120, blank=True)

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


@pghistory.track()
class Instelling(models.Model):
    """One policy choice of a gemeente from a date on, with its source. `cases.instellingen` lists which exist."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="instellingen")
    sleutel = models.CharField("instelling", max_length=60)
    waarde = models.JSONField("waarde")
    geldig_vanaf = models.DateField("geldig vanaf")
    bron = models.CharField("bron", max_length=250, help_text="Bijvoorbeeld: Beleidskader 2022, paragraaf 6.")

    class Meta:
        ordering = ["sleutel", "-geldig_vanaf"]
        constraints = [
            models.UniqueConstraint(
                name="instelling_een_per_datum",
                fields=["gemeente", "sleutel", "geldig_vanaf"],
                violation_error_message="Voor deze datum staat deze instelling al vast.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.sleutel} vanaf {self.geldig_vanaf}"


@pghistory.track()
class Tekstblok(models.Model):
    """A paragraph of a letter, versioned by date; an old letter keeps the text it was made with."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="tekstblokken")
    code = models.SlugField("code", max_length=60)
    titel = models.CharField("titel", max_length=120)
    tekst = models.TextField("tekst", max_length=4000)
    leesgetal = models.PositiveSmallIntegerField("leesgetal", null=True, help_text="Flesch reading ease for Dutch.")
    geldig_vanaf = models.DateField("geldig vanaf")

    class Meta:
        ordering = ["code", "-geldig_vanaf"]
        constraints = [
            models.UniqueConstraint(
                name="tekstblok_een_per_datum",
                fields=["gemeente", "code", "geldig_vanaf"],
                violation_error_message="Voor deze datum bestaat al een versie van deze tekst.",
            )
        ]

    def __str__(self) -> str:
        return self.titel


@pghistory.track()
class Kbdag(models.Model):
    """A day that a koninklijk besluit equates with a holiday (art. 3 lid 3 Atw). The same for all gemeenten."""

    datum = models.DateField("datum", unique=True, error_messages={"unique": "Deze dag staat er al in."})
    naam = models.CharField("naam", max_length=80, help_text="Bijvoorbeeld: vrijdag na Hemelvaartsdag.")
    bron = models.CharField("bron", max_length=250)

    class Meta:
        ordering = ["-datum"]
        verbose_name = "KB-dag"

    def __str__(self) -> str:
        return f"{self.naam} ({self.datum})"


class Kalenderjaar(models.Model):
    """A year whose KB-dagen are known to be complete; a term that ends in a later year carries a warning."""

    jaar = models.PositiveSmallIntegerField("jaar", unique=True)
    bron = models.CharField("bron", max_length=250)

    class Meta:
        ordering = ["-jaar"]

    def __str__(self) -> str:
        return str(self.jaar)


class Volgnummer(models.Model):
    """The last number given out, per gemeente, kind and year; locked while a number is taken."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT)
    soort = models.CharField(max_length=20)
    jaar = models.PositiveSmallIntegerField()
    laatste = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="volgnummer_uniek", fields=["gemeente", "soort", "jaar"]),
            models.CheckConstraint(name="volgnummer_jaar", condition=Q(jaar__gte=2022)),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.jaar}: {self.laatste}"
