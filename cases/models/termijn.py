"""What the law asks by when: derived from facts, replaced and never edited. And the alerts that hang on it."""

from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from cases.enums import Rol, Signaalstatus, Termijnstatus
from cases.klok import stempel
from cases.querysets.termijnen import BezorgingQuerySet, SignaalQuerySet, TermijnQuerySet
from inburgering.recht.regels import REGELS, Aard

from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker

BINNENKORT = timedelta(days=14)
AARDEN = [(aard.value, aard.value.lower()) for aard in Aard]


class Termijn(models.Model):
    """One derived term. `aanleiding` tells two terms of one soort apart (two decisions have two bezwaartermijnen)."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="termijnen")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="termijnen")
    soort = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    versie = models.CharField(max_length=20)
    aard = models.CharField(max_length=10, choices=AARDEN)
    aanleiding = models.CharField(max_length=60, blank=True)
    start = models.DateField()
    ruwe_dag = models.DateField(help_text="Plan on this day.")
    laatste_dag = models.DateField(help_text="Late after this day.")
    voorlopig = models.BooleanField(default=False)
    uitleg = models.JSONField(default=list)
    status = models.CharField(max_length=10, choices=Termijnstatus, default=Termijnstatus.OPEN)
    gehaald_op = models.DateField(null=True)
    reden = models.CharField(max_length=250, blank=True)
    vervangt = models.OneToOneField("self", models.PROTECT, null=True, related_name="vervangen_door")
    vastgelegd_op = models.DateTimeField(default=stempel)

    objects = TermijnQuerySet.as_manager()

    class Meta:
        ordering = ["ruwe_dag", "pk"]
        indexes = [
            models.Index(
                fields=["gemeente", "ruwe_dag", "id"], condition=Q(status="open"), name="termijn_werkvoorraad"
            ),
            # Windows that closed stay open rows for years; without them the duties that come first are found at once.
            models.Index(
                fields=["gemeente", "ruwe_dag", "id"],
                condition=Q(status="open", aard="PLICHT"),
                name="termijn_plichten",
            ),
            models.Index(fields=["ruwe_dag", "id"], condition=Q(status="open"), name="termijn_open"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="termijn_een_open", fields=["dossier", "soort", "aanleiding"], condition=Q(status="open")
            ),
            models.CheckConstraint(name="termijn_laatste_na_ruwe", condition=Q(laatste_dag__gte=F("ruwe_dag"))),
            models.CheckConstraint(
                name="termijn_gehaald_met_datum",
                condition=Q(status="gehaald", gehaald_op__isnull=False)
                | (~Q(status="gehaald") & Q(gehaald_op__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam} {self.laatste_dag}"

    @property
    def naam(self) -> str:
        return REGELS[self.code].naam

    @property
    def is_te_laat_gedaan(self) -> bool:
        """Whether it was met after the legal last day."""
        return self.gehaald_op is not None and self.gehaald_op > self.laatste_dag

    def stand(self, op: date) -> str:
        """The urgency on a date as word of the badge: te_laat, binnenkort, later, gehaald, te_laat_gedaan, verstreken
        or vervallen.

        Planning looks at the raw day, lateness at the legal last day; a window that closed is over (verstreken), not
        late; what is no longer due has lapsed (vervallen). A duty that was met after its last day says so for good.
        """
        if self.gehaald_op:
            return "te_laat_gedaan" if self.is_te_laat_gedaan else "gehaald"
        if self.status != Termijnstatus.OPEN:
            return "vervallen"
        if self.laatste_dag < op:
            return "te_laat" if self.aard == Aard.PLICHT.value else "verstreken"
        return "binnenkort" if self.ruwe_dag <= op + BINNENKORT else "later"


class Signaal(models.Model):
    """One alert for one term at one threshold; a missed night is caught up, a double run adds nothing."""

    termijn = models.ForeignKey(Termijn, models.CASCADE, related_name="signalen")
    drempel = models.SmallIntegerField(help_text="Days before the raw day; negative is days after the legal last day.")
    laatste_dag = models.DateField()
    aan = models.CharField(max_length=30, choices=Rol)
    status = models.CharField(max_length=10, choices=Signaalstatus, default=Signaalstatus.WACHT)
    aangemaakt_op = models.DateTimeField(default=stempel)
    verzonden_op = models.DateTimeField(null=True)

    objects = SignaalQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["id"], condition=Q(status="wacht"), name="signaal_wacht")]
        constraints = [
            models.UniqueConstraint(
                name="signaal_een_per_drempel", fields=["termijn", "drempel", "aan", "laatste_dag"]
            ),
            models.CheckConstraint(
                name="signaal_verzonden_met_moment",
                condition=Q(status="verzonden", verzonden_op__isnull=False)
                | (~Q(status="verzonden") & Q(verzonden_op__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"signaal {self.drempel} dagen"


class Bezorging(models.Model):
    """One signal for one person: a row first, `verzonden_op` in the transaction that sends the mail."""

    signaal = models.ForeignKey(Signaal, models.CASCADE, related_name="bezorgingen")
    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    verzonden_op = models.DateTimeField(null=True)

    objects = BezorgingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["medewerker", "id"], condition=Q(verzonden_op__isnull=True), name="bezorging_te_doen"),
            models.Index(fields=["medewerker", "-id"], name="bezorging_nieuwste"),
        ]
        constraints = [models.UniqueConstraint(name="bezorging_een_per_persoon", fields=["signaal", "medewerker"])]

    def __str__(self) -> str:
        return f"bezorging {self.pk}"
