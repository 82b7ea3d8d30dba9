"""Training in financial self-reliance, in groups or bought in for one person. Open to everybody with a dossier."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.enums_groep import Aanwezigheidsstand
from cases.klok import stempel
from cases.models import Dossier, Gemeente, Medewerker
from ontzorgen.enums_einde import Deelnamestand, Groepsvorm

# Counts under a lock on the group, so that two people cannot give the last place away twice.
NIET_VOLLER_DAN_VOL = pgtrigger.Trigger(
    name="niet_voller_dan_vol",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__stand="geplaatst"),
    declare=[("vol", "integer")],
    func="""
        SELECT plaatsen INTO vol FROM ontzorgen_trainingsgroep WHERE id = NEW.groep_id FOR UPDATE;
        IF (SELECT count(*) FROM ontzorgen_deelname WHERE groep_id = NEW.groep_id AND stand = 'geplaatst'
            AND id <> NEW.id) >= vol
        THEN
            RAISE EXCEPTION 'deelname_groep_vol: de groep is vol' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)
# Who was there is somebody of the group that met.
ZELFDE_GROEP = pgtrigger.Trigger(
    name="zelfde_groep",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        IF NOT EXISTS (
            SELECT FROM ontzorgen_bijeenkomst b JOIN ontzorgen_deelname d ON d.groep_id = b.groep_id
            WHERE b.id = NEW.bijeenkomst_id AND d.id = NEW.deelname_id
        ) THEN
            RAISE EXCEPTION 'aanwezigheid_groep: deze deelnemer zit in een andere groep' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Training(models.Model):
    """A training as this gemeente offers it, by its own name; who gives it."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="trainingen")
    naam = models.CharField("naam", max_length=80, help_text="Bijvoorbeeld: Omgaan met Geld (Eurowijzer).")
    aanbieder = models.CharField("aanbieder", max_length=120)
    actief = models.BooleanField("in gebruik", default=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["naam", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="training_een_keer",
                fields=["gemeente", "naam"],
                violation_error_message="Deze training staat al in de lijst.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


@pghistory.track()
class Trainingsgroep(models.Model):
    """A group that follows a training in one language, with a number of places."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="trainingsgroepen")
    training = models.ForeignKey(Training, models.PROTECT, related_name="groepen")
    taal = models.CharField("taal", max_length=40)
    vorm = models.CharField("hoe", max_length=10, choices=Groepsvorm, default=Groepsvorm.FYSIEK)
    plaats = models.CharField("waar", max_length=120, blank=True)
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen")
    start = models.DateField("eerste bijeenkomst")

    class Meta:
        verbose_name_plural = "trainingsgroepen"
        ordering = ["-start", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="trainingsgroep_plaatsen_redelijk",
                condition=Q(plaatsen__gte=1, plaatsen__lte=40),
                violation_error_message="Een groep heeft 1 tot en met 40 plaatsen.",
            ),
            models.CheckConstraint(
                name="trainingsgroep_fysiek_met_plaats",
                condition=~Q(vorm="fysiek") | ~Q(plaats=""),
                violation_error_message="Vul in waar de groep bij elkaar komt.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.training}, {self.taal}"


class Bijeenkomst(models.Model):
    """A day on which a group meets."""

    groep = models.ForeignKey(Trainingsgroep, models.PROTECT, related_name="bijeenkomsten")
    datum = models.DateField("datum")
    begin = models.TimeField("begin")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "bijeenkomsten"
        ordering = ["datum", "begin", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="bijeenkomst_een_per_dag",
                fields=["groep", "datum"],
                violation_error_message="Op deze dag komt de groep al bij elkaar.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.datum:%d-%m-%Y}"


@pghistory.track()
class Deelname(models.Model):
    """Somebody in a group: placed, on the waiting list in the order of `aangemeld_op`, or stopped."""

    groep = models.ForeignKey(Trainingsgroep, models.PROTECT, related_name="deelnames")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="trainingen")
    stand = models.CharField("stand", max_length=10, choices=Deelnamestand)
    aangemeld_op = models.DateTimeField("aangemeld op", default=stempel)
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)
    certificaat_op = models.DateField("certificaat gekregen op", null=True, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "deelnames aan een training"
        ordering = ["aangemeld_op", "pk"]
        triggers = [NIET_VOLLER_DAN_VOL]
        constraints = [
            models.UniqueConstraint(
                name="deelname_een_keer",
                fields=["groep", "dossier"],
                violation_error_message="Deze persoon staat al in deze groep.",
            ),
            models.CheckConstraint(name="deelname_stand", condition=Q(stand__in=Deelnamestand.values)),
            models.CheckConstraint(
                name="deelname_gestopt_met_dag",
                condition=Q(stand="gestopt", gestopt_op__isnull=False)
                | (~Q(stand="gestopt") & Q(gestopt_op__isnull=True)),
            ),
            models.CheckConstraint(
                name="deelname_certificaat_na_plaatsing",
                condition=Q(certificaat_op__isnull=True) | Q(stand="geplaatst"),
                violation_error_message="Een certificaat is er alleen voor wie in de groep zit.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_stand_display()


@pghistory.track()
class Aanwezigheid(models.Model):
    """Whether somebody was at a meeting. Why not is not recorded: it may be about health."""

    bijeenkomst = models.ForeignKey(Bijeenkomst, models.PROTECT, related_name="aanwezigheid")
    deelname = models.ForeignKey(Deelname, models.PROTECT, related_name="aanwezigheid")
    stand = models.CharField("aanwezig", max_length=15, choices=Aanwezigheidsstand)

    class Meta:
        verbose_name_plural = "aanwezigheid"
        triggers = [ZELFDE_GROEP]
        constraints = [
            models.UniqueConstraint(name="aanwezigheid_een_keer", fields=["bijeenkomst", "deelname"]),
            models.CheckConstraint(name="aanwezigheid_stand", condition=Q(stand__in=Aanwezigheidsstand.values)),
        ]

    def __str__(self) -> str:
        return self.get_stand_display()


@pghistory.track()
class Begeleiding(models.Model):
    """Individual guidance that the gemeente bought in: hours, days and cost in whole cents, and what came of it."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="begeleidingen")
    aanbieder = models.CharField("aanbieder", max_length=120)
    uren = models.PositiveSmallIntegerField("aantal uren")
    vanaf = models.DateField("vanaf")
    tot = models.DateField("tot en met")
    kosten = models.PositiveIntegerField("kosten in centen")
    resultaat = models.CharField("resultaat", max_length=500, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "individuele begeleiding"
        ordering = ["vanaf", "pk"]
        constraints = [
            models.CheckConstraint(
                name="begeleiding_tot_na_vanaf",
                condition=Q(tot__gte=F("vanaf")),
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                name="begeleiding_uren_redelijk",
                condition=Q(uren__gte=1, uren__lte=200),
                violation_error_message="Vul 1 tot en met 200 uren in.",
            ),
            models.CheckConstraint(
                name="begeleiding_kosten_redelijk",
                condition=Q(kosten__lte=2_000_000),
                violation_error_message="Meer dan € 20.000: kijk of de komma goed staat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aanbieder} vanaf {self.vanaf:%d-%m-%Y}"
