"""A bezwaar against a beschikking, and what follows at the rechtbank. Its steps are Gebeurtenissen of the dossier."""

from datetime import date

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.enums import Beschikkingsoort, Beschikkingstatus
from cases.enums_bezwaar import (
    Bezwaarkanaal,
    Bezwaarstatus,
    Bezwaaruitkomst,
    NietHoren,
    Zaaksoort,
    Zaakuitkomst,
)
from cases.klok import stempel
from cases.querysets.bezwaren import BezwaarQuerySet

from .afspraak import Afspraak
from .bescherming import staat_vast_na_besluit
from .beschikking import Beschikking
from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker

# Who wrote on the decision stands in another table than who took it.
BESLISSER_SCHREEF_NIET = pgtrigger.Trigger(
    name="beslisser_schreef_niet",
    when=pgtrigger.Before,
    operation=pgtrigger.UpdateOf("beslissing_id"),
    condition=pgtrigger.Q(old__beslissing__isnull=True, new__beslissing__isnull=False),
    func="""
        IF EXISTS (
            SELECT FROM cases_bezwaar_schrijvers JOIN cases_beschikking ON cases_beschikking.id = NEW.beslissing_id
            WHERE bezwaar_id = NEW.id AND medewerker_id = vastgesteld_door_id
        ) THEN
            RAISE EXCEPTION 'bezwaar_vier_ogen: wie meeschreef, beslist niet' USING ERRCODE = '23514';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Bezwaar(models.Model):
    """One per beschikking that was not withdrawn; a later letter about the same beschikking adds to it."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="bezwaren")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="bezwaren")
    beschikking = models.ForeignKey(Beschikking, models.PROTECT, related_name="bezwaren")
    nummer = models.CharField("nummer", max_length=30)
    ontvangen_op = models.DateField("ontvangen op")
    kanaal = models.CharField("hoe", max_length=12, choices=Bezwaarkanaal)
    postdatum = models.DateField("op de post gedaan op", null=True, blank=True)
    gronden = models.CharField("waarom", max_length=1000, blank=True)
    gemachtigde = models.CharField("gemachtigde", max_length=150, blank=True)
    gemachtigde_adres = models.CharField("adres van de gemachtigde", max_length=250, blank=True)
    met_commissie = models.BooleanField("met adviescommissie", default=False)
    status = models.CharField(max_length=15, choices=Bezwaarstatus, default=Bezwaarstatus.IN_BEHANDELING)
    bevestigd_op = models.DateField("ontvangst bevestigd op", null=True, blank=True)
    verschoonbaar = models.BooleanField("te laat maar verschoonbaar", null=True, blank=True)
    verschoonbaar_waarom = models.CharField("waarom wel of niet verschoonbaar", max_length=1000, blank=True)
    verzuim = models.CharField("wat er ontbreekt", max_length=500, blank=True)
    verzuim_gevraagd_op = models.DateField("herstel gevraagd op", null=True, blank=True)
    verzuim_tot = models.DateField("te herstellen tot en met", null=True, blank=True)
    verzuim_hersteld_op = models.DateField("hersteld op", null=True, blank=True)
    verdaagd_op = models.DateField("verdaagd op", null=True, blank=True)
    hoorzitting = models.OneToOneField(Afspraak, models.PROTECT, null=True, blank=True, related_name="bezwaar")
    niet_gehoord = models.CharField("waarom niet gehoord", max_length=1, choices=NietHoren, blank=True)
    niet_gehoord_waarom = models.CharField("toelichting", max_length=1000, blank=True)
    verslag = models.TextField("verslag van het horen", max_length=10_000, blank=True)
    verslag_op = models.DateField("verslag vastgelegd op", null=True, blank=True)
    uitkomst = models.CharField("uitkomst", max_length=20, choices=Bezwaaruitkomst, blank=True)
    geen_belang = models.BooleanField("de indiener heeft geen belang bij het bezwaar", default=False)
    motivering = models.TextField("motivering", max_length=10_000, blank=True)
    herroept = models.BooleanField("het besluit wordt herroepen", default=False)
    vervanging = models.TextField("wat er voor het besluit in de plaats komt", max_length=3000, blank=True)
    kosten = models.CharField("kosten van het bezwaar", max_length=500, blank=True)
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    schrijvers = models.ManyToManyField(Medewerker, related_name="geschreven_bezwaren")
    revisie = models.PositiveIntegerField(default=0, help_text="Goes up with all that changes the letter.")
    beslissing = models.OneToOneField(Beschikking, models.PROTECT, null=True, blank=True, related_name="beslist_op")
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    aangemaakt_op = models.DateTimeField(default=stempel)

    objects = BezwaarQuerySet.as_manager()

    class Meta:
        ordering = ["-ontvangen_op", "-pk"]
        indexes = [
            models.Index(fields=["gemeente", "id"], condition=Q(status="in_behandeling"), name="bezwaar_loopt"),
        ]
        constraints = [
            models.UniqueConstraint(name="bezwaar_nummer_uniek", fields=["gemeente", "nummer"]),
            models.UniqueConstraint(
                name="bezwaar_een_per_beschikking",
                fields=["beschikking"],
                condition=~Q(status="ingetrokken"),
                violation_error_message="Tegen dit besluit is al bezwaar geregistreerd.",
            ),
            models.CheckConstraint(
                name="bezwaar_gepost_voor_ontvangst",
                condition=Q(postdatum__isnull=True) | Q(postdatum__lte=F("ontvangen_op"), kanaal="post"),
                violation_error_message="Een brief is niet na de ontvangst op de post gedaan.",
            ),
            models.CheckConstraint(
                name="bezwaar_verschoonbaar_met_reden",
                condition=Q(verschoonbaar__isnull=True) | ~Q(verschoonbaar_waarom=""),
                violation_error_message="Schrijf op waarom het wel of niet verschoonbaar is (art. 6:11 Awb).",
            ),
            models.CheckConstraint(
                name="bezwaar_verzuim_heel",
                condition=Q(verzuim="", verzuim_gevraagd_op__isnull=True, verzuim_tot__isnull=True)
                | (~Q(verzuim="") & Q(verzuim_tot__gt=F("verzuim_gevraagd_op"))),
                violation_error_message="Geef een laatste dag voor het herstel, na de dag van de brief (art. 6:6 Awb).",
            ),
            models.CheckConstraint(
                name="bezwaar_hersteld_na_vragen",
                condition=Q(verzuim_hersteld_op__isnull=True) | Q(verzuim_hersteld_op__gte=F("verzuim_gevraagd_op")),
                violation_error_message="Het verzuim is niet hersteld voor de dag waarop erom is gevraagd.",
            ),
            models.CheckConstraint(
                name="bezwaar_gehoord_of_niet",
                condition=Q(niet_gehoord="") | (Q(hoorzitting__isnull=True) & ~Q(niet_gehoord_waarom="")),
                violation_error_message="Horen of daarvan afzien, met een reden (art. 7:3 Awb).",
            ),
            models.CheckConstraint(
                name="bezwaar_herroept_alleen_gegrond",
                condition=Q(herroept=False) | Q(uitkomst__in=["gegrond", "deels_gegrond"]),
                violation_error_message="Alleen bij een gegrond bezwaar wordt het besluit herroepen (art. 7:11 Awb).",
            ),
            models.CheckConstraint(
                name="bezwaar_vervanging_alleen_herroepen",
                condition=Q(herroept=True) | Q(vervanging=""),
                violation_error_message="Alleen een herroepen besluit wordt vervangen (art. 7:11 lid 2 Awb).",
            ),
            models.CheckConstraint(
                name="bezwaar_geen_belang_niet_ontvankelijk",
                condition=Q(geen_belang=False) | Q(uitkomst="niet_ontvankelijk"),
                violation_error_message="Zonder belang is een bezwaar niet-ontvankelijk (art. 7:1 en 8:1 Awb).",
            ),
            models.CheckConstraint(
                name="bezwaar_beslist_met_beslissing",
                condition=Q(status="beslist", beslissing__isnull=False)
                | (~Q(status="beslist") & Q(beslissing__isnull=True)),
            ),
            models.CheckConstraint(
                name="bezwaar_ingetrokken_met_datum",
                condition=Q(status="ingetrokken", ingetrokken_op__isnull=False)
                | (~Q(status="ingetrokken") & Q(ingetrokken_op__isnull=True)),
            ),
        ]
        triggers = [
            BESLISSER_SCHREEF_NIET,
            # What comes after it is in the Beschikking (made known, ended) and in Beroepszaak, never in this row.
            staat_vast_na_besluit(
                name="afgedaan_staat_vast",
                kolom="beslissing_id",
                condition=~pgtrigger.Q(old__status="in_behandeling"),
            ),
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def loopt(self) -> bool:
        return self.status == Bezwaarstatus.IN_BEHANDELING

    @property
    def wacht_op_herstel(self) -> bool:
        return bool(self.verzuim) and self.verzuim_hersteld_op is None

    def niet_op_tijd_hersteld(self, op: date) -> bool:
        """Whether the days to mend a verzuim went by without it (Awb 6:6); what came later is too late."""
        if self.verzuim_tot is None:
            return False
        return (self.verzuim_hersteld_op or op) > self.verzuim_tot

    @property
    def is_gehoord(self) -> bool:
        """Whether there was a hearing with its report, or a ground to leave it out (Awb 7:2, 7:3, 7:7)."""
        return bool(self.verslag or self.niet_gehoord)

    def ook_tegen(self) -> list[Beschikking]:
        """The decisions that replaced the one objected to: the bezwaar covers them too (Awb 6:19).

        Never a decision on a bezwaar, this one or another: against that there is only beroep (Awb 7:1, 8:1).
        """
        gevonden: list[Beschikking] = []
        volgende = self.beschikking.opvolger
        while volgende is not None and volgende.soort != Beschikkingsoort.BEZWAAR:
            gevonden.append(volgende)
            volgende = volgende.opvolger
        return gevonden

    def bestreden(self) -> list[Beschikking]:
        """Everything this bezwaar is about, oldest first; the last one is in force while it runs."""
        return [self.beschikking, *self.ook_tegen()]

    @property
    def herleeft(self) -> Beschikking | None:
        """What stands again when the decision objected to is herroepen: the one it had ended (Awb 7:11).

        None for a first decision, and when the decision on bezwaar puts something else in its place.
        """
        vorige = None if self.vervanging else self.beschikking.voorganger
        weg = (Beschikkingstatus.VERVANGEN, Beschikkingstatus.INGETROKKEN)
        return vorige if vorige and vorige.status in weg else None


@pghistory.track()
class Beroepszaak(models.Model):
    """A case at the rechtbank about a bezwaar; one of each kind can be pending."""

    bezwaar = models.ForeignKey(Bezwaar, models.PROTECT, related_name="zaken")
    soort = models.CharField("soort", max_length=12, choices=Zaaksoort)
    ingesteld_op = models.DateField("ingesteld op")
    zaaknummer = models.CharField("zaaknummer", max_length=40, blank=True)
    uitkomst = models.CharField("uitspraak", max_length=20, choices=Zaakuitkomst, blank=True)
    uitspraak_op = models.DateField("datum van de uitspraak", null=True, blank=True)
    toelichting = models.CharField("wat de rechter heeft beslist", max_length=1000, blank=True)

    class Meta:
        ordering = ["ingesteld_op", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="beroepszaak_een_lopend",
                fields=["bezwaar", "soort"],
                condition=Q(uitkomst=""),
                violation_error_message="Er loopt al zo’n zaak bij de rechtbank.",
            ),
            models.CheckConstraint(
                name="beroepszaak_uitspraak_met_datum",
                condition=Q(uitkomst="", uitspraak_op__isnull=True)
                | (~Q(uitkomst="") & Q(uitspraak_op__gte=F("ingesteld_op"))),
                violation_error_message="De uitspraak is niet van voor het beroep.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.zaaknummer or str(self.get_soort_display())
