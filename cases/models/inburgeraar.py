"""The person as one gemeente knows him: identity, contact, language, gezin. What is dated is a fact, not a field."""

from datetime import date

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from cases.enums import Geslacht, Gezinsrol

from .gemeente import Gemeente


def leeftijd(geboren: date, op: date) -> int:
    """Whole years on this date; who was born on 29 February is a year older on 1 March."""
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


class Gezin(models.Model):
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="gezinnen")
    kenmerk = models.CharField("gezinsnummer", max_length=30)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="gezin_kenmerk_uniek",
                fields=["gemeente", "kenmerk"],
                violation_error_message="Dit gezinsnummer bestaat al.",
            )
        ]

    def __str__(self) -> str:
        return self.kenmerk


@pghistory.track()
class Inburgeraar(models.Model):
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="inburgeraars")
    bsn = models.CharField("BSN", max_length=9, null=True, blank=True)
    v_nummer = models.CharField("V-nummer", max_length=10, null=True, blank=True)
    achternaam = models.CharField("achternaam", max_length=120)
    voorvoegsel = models.CharField("voorvoegsel", max_length=20, blank=True)
    voornamen = models.CharField("voornamen", max_length=120, blank=True)
    sorteernaam = models.CharField(max_length=280, editable=False)
    zoeknaam = models.CharField(max_length=280, editable=False)
    geboortedatum = models.DateField("geboortedatum")
    geslacht = models.CharField("geslacht", max_length=1, choices=Geslacht, default=Geslacht.ONBEKEND)
    nationaliteit = models.CharField("nationaliteit", max_length=60, blank=True)
    voorkeurstaal = models.CharField("voorkeurstaal", max_length=60, blank=True)
    tolk_nodig = models.BooleanField("tolk nodig", default=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    straat = models.CharField("straat", max_length=80, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=20, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    woonplaats = models.CharField("woonplaats", max_length=80, blank=True)
    gezin = models.ForeignKey(Gezin, models.SET_NULL, null=True, blank=True, related_name="leden")
    gezinsrol = models.CharField("rol in het gezin", max_length=20, choices=Gezinsrol, blank=True)
    # Registered twice: the numbers of this one went to the other (`services.samenvoegen`).
    samengevoegd_met = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        ordering = ["sorteernaam", "pk"]
        indexes = [
            models.Index(fields=["gemeente", "sorteernaam", "id"], name="inburgeraar_sortering"),
            models.Index(fields=["gemeente", "geboortedatum"], name="inburgeraar_geboortedatum"),
            GinIndex(fields=["zoeknaam"], opclasses=["gin_trgm_ops"], name="inburgeraar_zoeknaam"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="inburgeraar_bsn_uniek",
                fields=["gemeente", "bsn"],
                violation_error_message="In deze gemeente staat al iemand met dit BSN.",
            ),
            models.UniqueConstraint(
                name="inburgeraar_v_nummer_uniek",
                fields=["gemeente", "v_nummer"],
                violation_error_message="In deze gemeente staat al iemand met dit V-nummer.",
            ),
            models.CheckConstraint(
                name="inburgeraar_bsn_of_v_nummer",
                condition=Q(bsn__isnull=False) | Q(v_nummer__isnull=False) | Q(samengevoegd_met__isnull=False),
                violation_error_message="Vul een BSN of een V-nummer in.",
            ),
            models.CheckConstraint(
                name="inburgeraar_bsn_cijfers",
                condition=Q(bsn__isnull=True) | Q(bsn__regex=r"^[0-9]{9}$"),
                violation_error_message="Een BSN heeft negen cijfers.",
            ),
            models.CheckConstraint(
                name="inburgeraar_v_nummer_cijfers",
                condition=Q(v_nummer__isnull=True) | Q(v_nummer__regex=r"^[0-9]{10}$"),
                violation_error_message="Een V-nummer heeft tien cijfers.",
            ),
        ]

    def __str__(self) -> str:
        return self.lijstnaam

    @property
    def naam(self) -> str:
        """As in a letter: 'João da Silva'."""
        return " ".join(deel for deel in (self.voornamen, self.voorvoegsel, self.achternaam) if deel)

    @property
    def lijstnaam(self) -> str:
        """As in a list: 'Silva, João da'."""
        rest = " ".join(deel for deel in (self.voornamen, self.voorvoegsel) if deel)
        return f"{self.achternaam}, {rest}" if rest else self.achternaam

    def leeftijd(self, op: date) -> int:
        """Whole years on this date."""
        return leeftijd(self.geboortedatum, op)

    @property
    def adresregels(self) -> list[str]:
        regels = [f"{self.straat} {self.huisnummer}".strip(), f"{self.postcode}  {self.woonplaats}".strip()]
        return [regel for regel in regels if regel]
