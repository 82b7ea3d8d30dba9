"""What one person does: the participatieverklaring, hours of PVT and MAP, the eindgesprek, and who guides him."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Dossier, Medewerker
from pip_plans.modules import enums

from .pvt import UREN_FOUT


@pghistory.track()
class Verklaring(models.Model):
    """One time that the participatieverklaring is put before somebody: planned, signed, refused, or not come.

    `namens` is who receives it for the gemeente. A refusal says why, and what somebody chose to do then.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="verklaringen")
    stand = models.CharField("stand", max_length=12, choices=enums.Verklaringstand)
    datum = models.DateField("dag")
    begin = models.TimeField("begin")
    plaats = models.CharField("waar", max_length=120)
    namens = models.CharField("wie namens de gemeente", max_length=120)
    reden = models.CharField("waarom niet", max_length=500, blank=True)
    vervolg = models.CharField("wat daarna", max_length=12, choices=enums.Vervolg, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "ondertekeningen van de participatieverklaring"
        ordering = ["datum", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="verklaring_een_gepland_of_getekend",
                fields=["dossier"],
                condition=Q(stand__in=["gepland", "ondertekend"]),
                violation_error_message="De ondertekening is al gepland of gedaan.",
            ),
            models.CheckConstraint(
                name="verklaring_reden_bij_weigering",
                condition=(Q(stand="geweigerd") & ~Q(reden="")) | (~Q(stand="geweigerd") & Q(reden="", vervolg="")),
                violation_error_message="Schrijf op waarom de inburgeraar niet tekent.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stand_display()} op {self.datum:%d-%m-%Y}"


@pghistory.track()
class Moduleuren(models.Model):
    """Hours on one day outside a group: practice of the MAP, or PVT that was followed elsewhere."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="module_uren")
    module = models.CharField("module", max_length=4, choices=enums.Urenmodule)
    datum = models.DateField("dag")
    uren = models.DecimalField("uren", max_digits=3, decimal_places=1)
    thema = models.CharField("thema", max_length=15, choices=enums.Mapthema, blank=True)
    waar = models.CharField("waar en wat", max_length=200)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "uren van PVT en MAP"
        ordering = ["datum", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="moduleuren_een_keer",
                fields=["dossier", "module", "datum", "waar"],
                violation_error_message="Deze uren staan er al.",
            ),
            models.CheckConstraint(
                name="moduleuren_redelijk",
                condition=Q(uren__gte=enums.MINSTE_UREN, uren__lte=enums.MEESTE_UREN),
                violation_error_message=UREN_FOUT,
            ),
            models.CheckConstraint(
                name="moduleuren_thema_bij_map",
                condition=(Q(module="MAP") & ~Q(thema="")) | Q(module="PVT", thema=""),
                violation_error_message="Kies bij uren van de MAP een thema.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.uren} uur op {self.datum:%d-%m-%Y}"


@pghistory.track()
class Eindgesprek(models.Model):
    """The talk that ends the MAP, held by somebody of the gemeente; what it says is in the letter."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="map_eindgesprekken")
    datum = models.DateField("gehouden op")
    met = models.ForeignKey(Medewerker, models.PROTECT, verbose_name="wie van de gemeente", related_name="+")
    resultaat = models.CharField("resultaat", max_length=10, choices=enums.Mapresultaat)
    uren = models.DecimalField("uren op die dag", max_digits=6, decimal_places=2)
    verslag = models.CharField("wat er is besproken", max_length=1500)
    vervolg = models.CharField("afspraken", max_length=1500, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "eindgesprekken van de MAP"
        ordering = ["datum", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="eindgesprek_een_keer_voldaan",
                fields=["dossier"],
                condition=Q(resultaat="voldaan"),
                violation_error_message="De MAP is al afgerond.",
            ),
            models.UniqueConstraint(
                name="eindgesprek_een_per_dag",
                fields=["dossier", "datum"],
                violation_error_message="Van deze dag is het eindgesprek al vastgelegd.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_resultaat_display()} ({self.datum:%d-%m-%Y})"


@pghistory.track()
class Begeleidingsbericht(models.Model):
    """What who guides told us. A flag says that help is needed for law or for the mind, never what it is about."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="begeleidingsberichten")
    datum = models.DateField("dag van het bericht")
    soort = models.CharField("wat", max_length=15, choices=enums.Berichtsoort)
    juridisch = models.BooleanField("juridische hulp nodig", default=False)
    psychosociaal = models.BooleanField("psychosociale hulp nodig", default=False)
    taalcoach = models.CharField("taalcoach", max_length=10, choices=enums.Taalcoach, blank=True)
    tekst = models.CharField("kort", max_length=500, blank=True)
    opgepakt_op = models.DateField("opgepakt op", null=True, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "berichten over de begeleiding"
        ordering = ["-datum", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="begeleidingsbericht_opgepakt_bij_signaal",
                condition=Q(opgepakt_op__isnull=True) | Q(juridisch=True) | Q(psychosociaal=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} op {self.datum:%d-%m-%Y}"

    @property
    def vraagt_aandacht(self) -> bool:
        """A flag that nobody took up yet."""
        return (self.juridisch or self.psychosociaal) and self.opgepakt_op is None
