"""Decisions with frozen content, and the bytes that were sent."""

from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import F, Q

from cases.enums import BEEINDIGD, GELDEND, Beschikkingsoort, Beschikkingstatus, Documentstatus, Kanaal
from cases.klok import stempel
from cases.querysets.documenten import DocumentQuerySet

from .bescherming import BEKENDMAKING_VOLGT_FEIT, EINDE_MET_OPVOLGER, OPVOLGER_PAST
from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker

if TYPE_CHECKING:
    from .bezwaar import Bezwaar
    from .verzending import Verzending


class Document(models.Model):
    """A row first, the bytes second: rendered once from `inhoud`, never again."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="documenten")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="documenten")
    soort = models.CharField(max_length=40)
    titel = models.CharField(max_length=120)
    sjabloon = models.CharField(max_length=60, help_text="Template below templates/pdf, with its version: pip/v1.")
    inhoud = models.JSONField()
    status = models.CharField(max_length=10, choices=Documentstatus, default=Documentstatus.TE_MAKEN)
    fout = models.CharField(max_length=250, blank=True)
    bytes = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    aangemaakt_op = models.DateTimeField(default=stempel)
    gemaakt_op = models.DateTimeField(null=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-aangemaakt_op", "-pk"]
        indexes = [models.Index(fields=["id"], condition=~Q(status="gereed"), name="document_te_maken")]
        constraints = [
            models.CheckConstraint(
                name="document_gereed_heeft_bytes",
                condition=~Q(status="gereed") | (Q(bytes__isnull=False) & ~Q(sha256="")),
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="gereed_blijft", operation=pgtrigger.Update, condition=pgtrigger.Q(old__status="gereed")
            ),
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def verzonden(self) -> list["Verzending"]:
        """How it left, without what was put right later; reads what was prefetched (`voor_lijst`)."""
        rijen = list(self.verzendingen.all())
        weg = {rij.corrigeert_id for rij in rijen}
        return [rij for rij in rijen if rij.pk not in weg]


class Beschikking(models.Model):
    """A decision. What it says never changes; only its status moves on, and later ones refer to it."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="beschikkingen")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="beschikkingen")
    soort = models.CharField(max_length=20, choices=Beschikkingsoort)
    nummer = models.CharField("nummer", max_length=30)
    dagtekening = models.DateField("dagtekening")
    inhoud = models.JSONField()
    mandaat = models.CharField(max_length=250)
    vastgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    document = models.OneToOneField(Document, models.PROTECT, related_name="beschikking")
    status = models.CharField(max_length=15, choices=Beschikkingstatus, default=Beschikkingstatus.VASTGESTELD)
    bekendgemaakt_op = models.DateField("bekendgemaakt op", null=True)
    kanaal = models.CharField(max_length=12, choices=Kanaal, blank=True)
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, related_name="opvolgers")
    gevolg = models.CharField(
        max_length=15, choices=Beschikkingstatus, blank=True, help_text="What `vervangt` becomes once this is sent."
    )
    niet_verzonden_op = models.DateField("besloten niet te verzenden op", null=True)
    niet_verzonden_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, related_name="+")
    niet_verzonden_reden = models.CharField("waarom niet verzonden", max_length=500, blank=True)

    class Meta:
        ordering = ["-dagtekening", "-pk"]
        constraints = [
            models.UniqueConstraint(name="beschikking_nummer_uniek", fields=["gemeente", "nummer"]),
            models.CheckConstraint(
                name="beschikking_vier_ogen",
                condition=~Q(vastgesteld_door=F("opgesteld_door")),
                violation_error_message="Wie een beschikking opstelt, kan haar niet zelf vaststellen.",
            ),
            models.CheckConstraint(
                name="beschikking_bekend_met_datum",
                condition=~Q(status="bekendgemaakt") | (Q(bekendgemaakt_op__isnull=False) & ~Q(kanaal="")),
            ),
            models.CheckConstraint(
                name="beschikking_bekend_na_dagtekening",
                condition=Q(bekendgemaakt_op__isnull=True) | Q(bekendgemaakt_op__gte=F("dagtekening")),
                violation_error_message="Bekendmaken kan niet vóór de dagtekening.",
            ),
            models.CheckConstraint(
                name="beschikking_gevolg_voor_een_ander",
                condition=Q(vervangt__isnull=True, gevolg="")
                | Q(vervangt__isnull=False, gevolg__in=[str(einde) for einde in BEEINDIGD]),
            ),
            models.CheckConstraint(
                name="beschikking_niet_verzonden_met_reden",
                condition=Q(
                    status="niet_verzonden",
                    niet_verzonden_op__gte=F("dagtekening"),
                    niet_verzonden_door__isnull=False,
                    bekendgemaakt_op__isnull=True,
                )
                & ~Q(niet_verzonden_reden="")
                | ~Q(status="niet_verzonden")
                & Q(niet_verzonden_op__isnull=True, niet_verzonden_door__isnull=True, niet_verzonden_reden=""),
                violation_error_message="Schrijf op waarom dit besluit niet wordt verzonden.",
            ),
            models.CheckConstraint(
                name="beschikking_niet_verzonden_vier_ogen",
                condition=~Q(niet_verzonden_door=F("vastgesteld_door")),
                violation_error_message="Wie een besluit vaststelde, beslist niet zelf dat het niet wordt verzonden.",
            ),
            models.UniqueConstraint(
                name="beschikking_een_opvolger_onderweg", fields=["vervangt"], condition=Q(status="vastgesteld")
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="inhoud_staat_vast",
                operation=pgtrigger.UpdateOf(
                    "inhoud",
                    "nummer",
                    "dagtekening",
                    "mandaat",
                    "vastgesteld_door_id",
                    "opgesteld_door_id",
                    "document_id",
                    "dossier_id",
                    "gemeente_id",
                    "soort",
                    "vervangt_id",
                    "gevolg",
                ),
            ),
            OPVOLGER_PAST,
            EINDE_MET_OPVOLGER,
            BEKENDMAKING_VOLGT_FEIT,
            pgtrigger.Protect(
                name="niet_verzonden_staat_vast",
                operation=pgtrigger.UpdateOf("niet_verzonden_op", "niet_verzonden_door_id", "niet_verzonden_reden"),
                condition=pgtrigger.Q(old__niet_verzonden_op__isnull=False),
            ),
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def is_geldend(self) -> bool:
        """Whether no later decision has replaced, withdrawn or revoked it; it may still have to be sent."""
        return self.status in GELDEND

    @property
    def is_te_verzenden(self) -> bool:
        """Decided on, and neither made known nor kept back."""
        return self.status == Beschikkingstatus.VASTGESTELD

    @property
    def is_niet_verzonden(self) -> bool:
        """Kept back by a second person before it was sent, so that it never worked."""
        return self.status == Beschikkingstatus.NIET_VERZONDEN

    @property
    def nooit_verzonden(self) -> bool:
        """Replaced, or kept back, before it was ever sent: it never worked, and never will."""
        return self.bekendgemaakt_op is None and not self.is_te_verzenden

    @property
    def werkt(self) -> bool:
        """Whether it is in force: made known (Awb 3:40), and not ended by another one that was."""
        return self.status == Beschikkingstatus.BEKENDGEMAAKT

    @property
    def opvolger(self) -> "Beschikking | None":
        """The decision that ended this one, None while it holds."""
        return None if self.is_geldend else self.opvolgers.order_by("-pk").first()

    @property
    def opvolger_onderweg(self) -> "Beschikking | None":
        """The decision that ends this one as soon as it is sent; until then this one holds.

        Also one that took the place of an earlier change which was never sent.
        """
        nooit_verzonden = Q(status=Beschikkingstatus.VERVANGEN, bekendgemaakt_op__isnull=True)
        for volgende in self.opvolgers.filter(Q(status=Beschikkingstatus.VASTGESTELD) | nooit_verzonden):
            wacht = volgende if volgende.is_geldend else volgende.opvolger_onderweg
            if wacht is not None:
                return wacht
        return None

    @property
    def voorganger(self) -> "Beschikking | None":
        """The decision that was in force before this one; what was replaced before it was ever sent is passed over."""
        vorige = self.vervangt
        while vorige is not None and vorige.bekendgemaakt_op is None:
            vorige = vorige.vervangt
        return vorige

    @property
    def lopend_bezwaar(self) -> "Bezwaar | None":
        """A pending bezwaar that is about this decision: against it, or against one it came instead of (Awb 6:19)."""
        besluit: Beschikking | None = self
        while besluit is not None:
            if lopend := besluit.bezwaren.lopend().select_related("beschikking").first():
                gevonden: Bezwaar = lopend
                return gevonden
            besluit = besluit.vervangt
        return None
