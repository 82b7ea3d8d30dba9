"""What goes to the benefit system, and what it says it did: withholdings out, outcomes and net amounts back."""

import pgtrigger
from django.db import models
from django.db.models import Q

from cases.klok import stempel
from cases.models import Gemeente, Medewerker
from cases.models.bescherming import ALLEEN_TOEVOEGEN
from ontzorgen.enums_inhouding import Regeluitkomst, Terugleessoort

from .betaalmaand import Betaalmaand, Betaalverplichting
from .eenheid import Uitkeringseenheid
from .last import OP_DE_EERSTE

# One payer: the list names creditors only where the benefit system pays them.
EEN_BETALER = pgtrigger.Trigger(
    name="een_betaler",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NEW.met_crediteuren <> (
            SELECT wijze = 'uitkeringssysteem' FROM ontzorgen_betaalmaand WHERE id = NEW.betaalmaand_id
        ) THEN
            RAISE EXCEPTION 'inhoudingslijst_een_betaler: crediteuren staan er alleen op als het systeem hen betaalt'
            USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
ZELFDE_MAAND = pgtrigger.Trigger(
    name="zelfde_maand",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (
            SELECT FROM ontzorgen_inhoudingslijst l
            JOIN ontzorgen_maandafrekening a ON a.betaalmaand_id = l.betaalmaand_id
            JOIN ontzorgen_betaalverplichting v ON v.afrekening_id = a.id
            WHERE l.id = NEW.lijst_id AND v.id = NEW.verplichting_id
        ) THEN
            RAISE EXCEPTION 'inhouding_maand: deze verplichting hoort bij een andere maand' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


class Inhoudingslijst(models.Model):
    """A list of one month. What was due when it was made is on it; what came later is on the next one.

    `sha256` is that of the file as it was made; the file is built again from the rows, which never change.
    """

    betaalmaand = models.ForeignKey(Betaalmaand, models.PROTECT, related_name="inhoudingslijsten")
    volgnummer = models.PositiveSmallIntegerField()
    met_crediteuren = models.BooleanField()
    aantal = models.PositiveIntegerField()
    totaal = models.PositiveBigIntegerField(help_text="In cents.")
    sha256 = models.CharField(max_length=64)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="inhoudingslijst_nummer", fields=["betaalmaand", "volgnummer"]),
            models.CheckConstraint(name="inhoudingslijst_niet_leeg", condition=Q(aantal__gte=1)),
        ]
        triggers = [ALLEEN_TOEVOEGEN, EEN_BETALER]

    def __str__(self) -> str:
        return f"inhoudingen {self.betaalmaand} lijst {self.volgnummer}"

    @property
    def bestandsnaam(self) -> str:
        """Without anything about anybody."""
        return f"inhoudingen-{self.betaalmaand.maand:%Y-%m}-{self.volgnummer}"


class Inhoudingsregel(models.Model):
    """What is withheld for one fixed cost: on one list, once. `naam` and `bsn` are as they were, '' when protected."""

    lijst = models.ForeignKey(Inhoudingslijst, models.PROTECT, related_name="regels")
    verplichting = models.OneToOneField(Betaalverplichting, models.PROTECT, related_name="inhouding")
    naam = models.CharField(max_length=250, blank=True)
    bsn = models.CharField(max_length=9, blank=True)

    class Meta:
        ordering = ["verplichting"]
        triggers = [ALLEEN_TOEVOEGEN, ZELFDE_MAAND]

    def __str__(self) -> str:
        return f"regel {self.verplichting_id}"


class Inhoudingsdownload(models.Model):
    """Somebody took the list to the benefit system."""

    lijst = models.ForeignKey(Inhoudingslijst, models.PROTECT, related_name="downloads")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-pk"]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return f"{self.lijst} door {self.door}"


class Terugleesbestand(models.Model):
    """A file of the benefit system that was read. The same bytes are read once."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="terugleesbestanden")
    soort = models.CharField("soort", max_length=12, choices=Terugleessoort)
    sha256 = models.CharField(max_length=64)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    gelezen_op = models.DateTimeField(default=stempel)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="terugleesbestand_een_keer",
                fields=["gemeente", "soort", "sha256"],
                violation_error_message="Dit bestand is al ingelezen.",
            )
        ]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.pk}"


class Terugleesregel(models.Model):
    """One line of such a file and what was done with it; no line is lost. `eenheid` is known for an accepted line."""

    bestand = models.ForeignKey(Terugleesbestand, models.PROTECT, related_name="regels")
    nummer = models.PositiveIntegerField(help_text="Line number in the file.")
    waarden = models.JSONField()
    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, null=True, related_name="+")
    uitkomst = models.CharField(max_length=12, choices=Regeluitkomst)
    reden = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(name="terugleesregel_een_keer", fields=["bestand", "nummer"]),
            models.CheckConstraint(
                name="terugleesregel_geweigerd_met_reden", condition=~Q(uitkomst="geweigerd") | ~Q(reden="")
            ),
        ]
        triggers = [ALLEEN_TOEVOEGEN]

    def __str__(self) -> str:
        return f"regel {self.nummer}"


class Inhoudingsuitkomst(models.Model):
    """What the benefit system says it did with one withholding; done is said once, not done may be said before.

    A correction replaces what was said, and the old row stays.
    """

    verplichting = models.ForeignKey(Betaalverplichting, models.PROTECT, related_name="uitkomsten")
    regel = models.OneToOneField(Terugleesregel, models.PROTECT, related_name="inhouding")
    gedaan = models.BooleanField()
    bedrag = models.PositiveIntegerField(help_text="In cents; nil when it was not done.")
    datum = models.DateField(null=True)
    reden = models.CharField(max_length=250, blank=True)
    vervangen = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="inhoudingsuitkomst_een_keer_gedaan",
                fields=["verplichting"],
                condition=Q(gedaan=True, vervangen=False),
                violation_error_message="Deze inhouding is al als uitgevoerd gemeld.",
            ),
            models.CheckConstraint(
                name="inhoudingsuitkomst_volledig",
                condition=Q(gedaan=True, bedrag__gte=1, datum__isnull=False)
                | (Q(gedaan=False, bedrag=0) & ~Q(reden="")),
                violation_error_message="Uitgevoerd heeft een bedrag en een datum, niet uitgevoerd een reden.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="uitkomst_blijft",
                operation=pgtrigger.UpdateOf("verplichting_id", "regel_id", "gedaan", "bedrag", "datum", "reden"),
            ),
            pgtrigger.Protect(name="uitkomst_niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.verplichting}: {'gedaan' if self.gedaan else 'niet gedaan'}"


class Nettouitkering(models.Model):
    """What the benefit system paid a unit in a month, in cents; a later file replaces it, and the old one stays.

    `netto` is the bijstand before the fixed costs were withheld, `uitbetaald` what came on the account of the people.
    """

    eenheid = models.ForeignKey(Uitkeringseenheid, models.PROTECT, related_name="nettouitkeringen")
    maand = models.DateField("maand")
    netto = models.PositiveIntegerField("netto uitkering in centen")
    uitbetaald = models.PositiveIntegerField("uitbetaald in centen")
    regel = models.OneToOneField(Terugleesregel, models.PROTECT, related_name="netto")
    vervangen = models.BooleanField(default=False)

    class Meta:
        ordering = ["-maand", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="nettouitkering_een_geldt",
                fields=["eenheid", "maand"],
                condition=Q(vervangen=False),
                violation_error_message="Van deze maand is de uitkering al bekend.",
            ),
            models.CheckConstraint(
                name="nettouitkering_op_de_eerste", condition=Q(maand__day=1), violation_error_message=OP_DE_EERSTE
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="bedragen_blijven",
                operation=pgtrigger.UpdateOf("eenheid_id", "maand", "netto", "uitbetaald", "regel_id"),
            ),
            pgtrigger.Protect(name="blijft", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.eenheid} {self.maand:%m-%Y}"
