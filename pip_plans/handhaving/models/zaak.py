"""One case of handhaving: one conduct, from the constatering to a payment or an end without one."""

import pghistory
from django.db import models
from django.db.models import Q

from cases.models import Beschikking, Document, Dossier, Gemeente, Medewerker
from inburgering.recht.boete import Boeteartikel
from pip_plans.handhaving.enums import ARTIKEL, Einde, Gedraging, Trede, Verwijtbaarheid, Zienswijzesoort
from pip_plans.handhaving.querysets import ZaakQuerySet

from .ladder import CONSTRAINTS, TRIGGERS


@pghistory.track()
class Handhavingszaak(models.Model):
    """Where it stands is `trede`; it can end on every rung with a reason. Amounts are cents.

    `gedrag_op` is the day of the conduct, from which the power to fine runs out. `bescherming`: at the proposal this
    person had international protection. `berekening` are the lines of the amount as they were proposed.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="handhavingszaken")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="handhavingszaken")
    nummer = models.CharField("nummer", max_length=30)
    trede = models.PositiveSmallIntegerField("trede", choices=Trede, default=Trede.CONSTATERING)
    revisie = models.PositiveIntegerField(default=0, help_text="Goes up with every proposal; tells what was read.")

    gedraging = models.CharField("gedrag", max_length=10, choices=Gedraging)
    gedrag_op = models.DateField("dag van het gedrag")
    omschrijving = models.TextField("wat er gebeurde", max_length=2000)
    bewijs = models.TextField("waaruit dat blijkt", max_length=1000)
    geconstateerd_op = models.DateField("geconstateerd op")
    geconstateerd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")

    waarschuwing = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    gewaarschuwd_op = models.DateField("gewaarschuwd op", null=True, blank=True)
    waarschuwing_tot = models.DateField("meedoen kan nog tot en met", null=True, blank=True)

    voornemen = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="handhavingszaak")
    voornemen_op = models.DateField("voornemen van", null=True, blank=True)
    zienswijze_tot = models.DateField("reageren kan tot en met", null=True, blank=True)
    na_waarschuwing = models.TextField("wat er na de waarschuwing gebeurde", max_length=1000, blank=True)

    zienswijze_soort = models.CharField("zienswijze", max_length=12, choices=Zienswijzesoort, blank=True)
    zienswijze_op = models.DateField("zienswijze van", null=True, blank=True)
    zienswijze = models.TextField("wat de inburgeraar zegt", max_length=3000, blank=True)

    verwijtbaarheid = models.CharField("verwijtbaarheid", max_length=12, choices=Verwijtbaarheid, blank=True)
    verwijtbaarheid_waarom = models.TextField("waarom", max_length=2000, blank=True)
    bescherming = models.BooleanField("internationale bescherming", null=True, blank=True)
    individuele_afweging = models.TextField("individuele afweging", max_length=2000, blank=True)
    bijstand_verlaagd = models.BooleanField("bijstand verlaagd om hetzelfde gedrag", null=True, blank=True)
    bedrag = models.PositiveIntegerField("bedrag in centen", null=True, blank=True)
    berekening = models.JSONField(default=list, blank=True)
    nieuwe_termijn_tot = models.DateField("nieuwe termijn tot en met", null=True, blank=True)
    voorgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")
    voorgesteld_op = models.DateField("voorgesteld op", null=True, blank=True)
    opmerkingen = models.TextField("opmerkingen van de teamleider", max_length=2000, blank=True)

    beschikking = models.OneToOneField(
        Beschikking, models.PROTECT, null=True, blank=True, related_name="handhavingszaak"
    )
    betaald_op = models.DateField("betaald op", null=True, blank=True)
    einde = models.CharField("reden van het einde", max_length=15, choices=Einde, blank=True)
    einde_waarom = models.TextField("toelichting", max_length=1000, blank=True)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    beeindigd_door = models.ForeignKey(Medewerker, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ZaakQuerySet.as_manager()

    class Meta:
        verbose_name = "zaak van handhaving"
        verbose_name_plural = "zaken van handhaving"
        ordering = ["-geconstateerd_op", "-pk"]
        triggers = TRIGGERS
        indexes = [
            models.Index(
                fields=["voorgesteld_op", "id"],
                condition=Q(trede=Trede.VOORSTEL.value, beeindigd_op__isnull=True),
                name="handhaving_te_beslissen",
            )
        ]
        constraints = [
            models.UniqueConstraint(name="handhaving_nummer_uniek", fields=["gemeente", "nummer"]),
            *CONSTRAINTS,
        ]

    def __str__(self) -> str:
        return self.nummer

    @property
    def artikel(self) -> Boeteartikel:
        """By which article this conduct is fined."""
        return ARTIKEL[Gedraging(self.gedraging)]

    @property
    def loopt(self) -> bool:
        return self.beeindigd_op is None and self.trede != Trede.BETAALD

    @property
    def wacht_op_besluit(self) -> bool:
        return self.loopt and self.trede == Trede.VOORSTEL

    @property
    def besloten(self) -> bool:
        return self.beschikking_id is not None

    @property
    def waarschuwing_verplicht(self) -> bool:
        """Statutory for the intake and the test (art. 14 Wi); for the PIP it is practice."""
        return self.artikel is Boeteartikel.ARTIKEL_22

    @property
    def betaald(self) -> int:
        """Cents that were paid so far."""
        return sum(rij.centen for rij in self.betalingen.all() if rij.ingetrokken_op is None)

    @property
    def openstaand(self) -> int:
        """Cents that are still to be paid."""
        return (self.bedrag or 0) - self.betaald

    @property
    def stand(self) -> str:
        """'voornemen', 'beëindigd zonder boete', 'betaald'."""
        if self.beeindigd_op:
            return "beëindigd" if self.besloten else "beëindigd zonder boete"
        return Trede(self.trede).label
