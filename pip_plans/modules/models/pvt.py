"""The PVT in groups: a group of an aanbieder, the days on which it meets, who is in it, and who was there."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from cases.enums_groep import Aanwezigheidsstand
from cases.klok import stempel
from cases.models import Dossier, Gemeente, Medewerker
from pip_plans.modules.enums import MEESTE_PLAATSEN, MEESTE_UREN, MINSTE_UREN
from pip_plans.uitvoering.models import Aanbieder

UREN_FOUT = "Vul een half uur tot en met twaalf uur in."
# Counts under a lock on the group, so that two people cannot give the last place away twice.
NIET_VOLLER_DAN_VOL = pgtrigger.Trigger(
    name="niet_voller_dan_vol",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Q(new__gestopt_op__isnull=True),
    declare=[("vol", "integer")],
    func="""
        SELECT plaatsen INTO vol FROM modules_pvtgroep WHERE id = NEW.groep_id FOR UPDATE;
        IF (SELECT count(*) FROM modules_pvtdeelname
            WHERE groep_id = NEW.groep_id AND gestopt_op IS NULL AND id <> NEW.id) >= vol
        THEN
            RAISE EXCEPTION 'pvtdeelname_vol: de groep is vol' USING ERRCODE = '23514';
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
            SELECT FROM modules_pvtbijeenkomst b JOIN modules_pvtdeelname d ON d.groep_id = b.groep_id
            WHERE b.id = NEW.bijeenkomst_id AND d.id = NEW.deelname_id
        ) THEN
            RAISE EXCEPTION 'pvtaanwezigheid_groep: deze deelnemer zit in een andere groep' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Pvtgroep(models.Model):
    """A group in one language, planned by the gemeente and given by an aanbieder."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="pvtgroepen")
    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="pvtgroepen")
    taal = models.CharField("taal", max_length=40)
    plaats = models.CharField("waar", max_length=120)
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen")
    start = models.DateField("eerste bijeenkomst")
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "groepen voor het PVT"
        ordering = ["-start", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="pvtgroep_plaatsen_redelijk",
                condition=Q(plaatsen__gte=1, plaatsen__lte=MEESTE_PLAATSEN),
                violation_error_message=f"Een groep heeft 1 tot en met {MEESTE_PLAATSEN} plaatsen.",
            )
        ]

    def __str__(self) -> str:
        return f"PVT in het {self.taal}"


class Pvtbijeenkomst(models.Model):
    """A day on which the group meets; `uren` count for who was there. An excursion is one of them."""

    groep = models.ForeignKey(Pvtgroep, models.PROTECT, related_name="bijeenkomsten")
    datum = models.DateField("dag")
    begin = models.TimeField("begin")
    uren = models.DecimalField("uren", max_digits=3, decimal_places=1)
    excursie = models.BooleanField("excursie", default=False)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "bijeenkomsten van het PVT"
        ordering = ["datum", "begin", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="pvtbijeenkomst_een_per_dag",
                fields=["groep", "datum"],
                violation_error_message="Op deze dag komt de groep al bij elkaar.",
            ),
            models.CheckConstraint(
                name="pvtbijeenkomst_uren_redelijk",
                condition=Q(uren__gte=MINSTE_UREN, uren__lte=MEESTE_UREN),
                violation_error_message=UREN_FOUT,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.datum:%d-%m-%Y}"


@pghistory.track()
class Pvtdeelname(models.Model):
    """Somebody in a group, until `gestopt_op`."""

    groep = models.ForeignKey(Pvtgroep, models.PROTECT, related_name="deelnames")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="pvtdeelnames")
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)
    door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=stempel)

    class Meta:
        verbose_name_plural = "deelnames aan het PVT"
        ordering = ["vastgelegd_op", "pk"]
        triggers = [NIET_VOLLER_DAN_VOL]
        constraints = [
            models.UniqueConstraint(
                name="pvtdeelname_een_keer",
                fields=["groep", "dossier"],
                violation_error_message="Deze persoon staat al in deze groep.",
            )
        ]

    def __str__(self) -> str:
        return str(self.groep)


@pghistory.track()
class Pvtaanwezigheid(models.Model):
    """Whether somebody was there. Why not is not recorded: it may be about health."""

    bijeenkomst = models.ForeignKey(Pvtbijeenkomst, models.PROTECT, related_name="aanwezigheid")
    deelname = models.ForeignKey(Pvtdeelname, models.PROTECT, related_name="aanwezigheid")
    stand = models.CharField("aanwezig", max_length=15, choices=Aanwezigheidsstand)

    class Meta:
        verbose_name_plural = "aanwezigheid bij het PVT"
        triggers = [ZELFDE_GROEP]
        constraints = [
            models.UniqueConstraint(name="pvtaanwezigheid_een_keer", fields=["bijeenkomst", "deelname"]),
            models.CheckConstraint(name="pvtaanwezigheid_stand", condition=Q(stand__in=Aanwezigheidsstand.values)),
        ]

    def __str__(self) -> str:
        return self.get_stand_display()
