"""Papers that came in: a row with what is known of them, and the bytes as long as they may be held."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.fields.reverse_related import ManyToOneRel

from cases.enums_stukken import Bestandsoort, Stukonderwerp, Stukstatus
from cases.klok import stempel
from cases.querysets.stukken import TE_OPENEN, WEG, StukQuerySet

from .dossier import Dossier
from .gemeente import Gemeente
from .medewerker import Medewerker

IN_BROWSER = frozenset({Bestandsoort.PDF, Bestandsoort.JPEG, Bestandsoort.PNG})


class Stuk(models.Model):
    """Without a dossier it lies in the Postvak of the gemeente.

    `soort` is what the content was found to be, never what the sender called it; `label` is what is left of the name of
    the file, `let_op` a remark of who judged it. `over` is a code of `cases.stukdoelen`. `laatst_door` put it where it
    is now. `uit_dossier` is where it was taken out, until it is linked again: it is destroyed with that dossier.
    `medisch_voor` is the colleague named for a medical paper after its bringer left. `reden` tells why the bytes are
    gone, `scanfout` why the virus scanner gave no answer yet.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="stukken")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, blank=True, related_name="stukken")
    uit_dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, editable=False, related_name="losse_stukken")
    onderwerp = models.CharField("onderwerp", max_length=12, choices=Stukonderwerp, default=Stukonderwerp.OVERIG)
    over = models.CharField("hoort bij", max_length=40, blank=True)
    omschrijving = models.CharField("omschrijving", max_length=120, blank=True)
    ontvangen_op = models.DateField("ontvangen op")
    label = models.CharField(max_length=80, blank=True)
    soort = models.CharField("soort bestand", max_length=5, choices=Bestandsoort)
    let_op = models.CharField(max_length=120, blank=True)
    grootte = models.PositiveIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64)
    bytes = models.BinaryField(null=True)
    status = models.CharField(max_length=12, choices=Stukstatus)
    reden = models.CharField("reden", max_length=250, blank=True)
    scanfout = models.CharField(max_length=250, blank=True)
    geprobeerd_op = models.DateTimeField(null=True)
    gescand_op = models.DateTimeField(null=True)
    toegevoegd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    toegevoegd_op = models.DateTimeField(default=stempel)
    laatst_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    medisch_voor = models.ForeignKey(Medewerker, models.PROTECT, null=True, editable=False, related_name="+")

    objects = StukQuerySet.as_manager()

    class Meta:
        ordering = ["-ontvangen_op", "-pk"]
        indexes = [
            models.Index(
                fields=["gemeente", "-ontvangen_op", "-id"], condition=Q(dossier__isnull=True), name="stuk_postvak"
            ),
            models.Index(fields=["id"], condition=Q(status__in=["wacht", "niet_gescand"]), name="stuk_te_scannen"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="stuk_eenmaal_per_dossier",
                fields=["dossier", "sha256"],
                condition=Q(dossier__isnull=False) & ~Q(status__in=WEG),
                violation_error_message="Dit stuk staat al in dit dossier.",
            ),
            models.UniqueConstraint(
                name="stuk_eenmaal_in_postvak",
                fields=["gemeente", "sha256"],
                condition=Q(dossier__isnull=True) & ~Q(status__in=WEG),
                violation_error_message="Dit stuk staat al in het Postvak.",
            ),
            models.CheckConstraint(
                name="stuk_bytes_zolang_het_er_is",
                condition=Q(status__in=WEG, bytes__isnull=True) | ~Q(status__in=WEG) & Q(bytes__isnull=False),
                violation_error_message="Een stuk dat weg is heeft geen inhoud meer, een ander stuk altijd.",
            ),
            models.CheckConstraint(
                name="stuk_uit_dossier_alleen_los",
                condition=Q(dossier__isnull=True) | Q(uit_dossier__isnull=True),
                violation_error_message="Een stuk in een dossier is niet los.",
            ),
            models.CheckConstraint(
                name="stuk_weg_met_reden",
                condition=~Q(status__in=WEG) | ~Q(reden=""),
                violation_error_message="Schrijf op waarom dit stuk weg moet.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="bestand_staat_vast", operation=pgtrigger.UpdateOf("sha256", "soort", "grootte", "gemeente_id")
            ),
            pgtrigger.Protect(
                name="inhoud_gaat_alleen_weg",
                operation=pgtrigger.UpdateOf("bytes"),
                condition=pgtrigger.Q(new__bytes__isnull=False),
            ),
            pgtrigger.Protect(
                name="verwijderd_blijft", operation=pgtrigger.Update, condition=pgtrigger.Q(old__status="verwijderd")
            ),
            pgtrigger.Protect(name="niet_wissen", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def titel(self) -> str:
        """For lists and buttons: the subject, and what somebody wrote beside it."""
        return ": ".join(filter(None, (self.get_onderwerp_display(), self.omschrijving)))

    @property
    def is_bijzonder(self) -> bool:
        """Health: only for who may see special data of the dossier."""
        return self.onderwerp == Stukonderwerp.MEDISCH

    def is_uit_postvak_voor(self, medewerker: Medewerker) -> bool:
        """Whether this person may open or link it while it has no dossier: health only for who brought it in.

        `toegevoegd_door` never changes, so linking it or putting it back gives nobody else a right. When that colleague
        has left, the teamleider names another (`services.stukken.wijs_aan`).
        """
        return not self.is_bijzonder or medewerker.pk in (self.toegevoegd_door_id, self.medisch_voor_id)

    @property
    def is_te_openen(self) -> bool:
        return self.status in TE_OPENEN

    @property
    def is_weg(self) -> bool:
        return self.status in WEG

    @property
    def in_browser(self) -> bool:
        """Whether a browser may show it; everything else is only saved."""
        return self.soort in IN_BROWSER

    @property
    def bestandsnaam(self) -> str:
        """What it is saved as: nothing about anybody."""
        return f"stuk-{self.pk}.{'jpg' if self.soort == Bestandsoort.JPEG else self.soort}"

    @property
    def is_gebruikt(self) -> bool:
        """Whether anything of any app refers to it, such as a decision on bijstand in a PIP."""
        relaties = [rij for rij in self._meta.get_fields(include_hidden=True) if isinstance(rij, ManyToOneRel)]
        return any(
            relatie.related_model._base_manager.filter(**{relatie.field.name: self.pk}).exists() for relatie in relaties
        )
