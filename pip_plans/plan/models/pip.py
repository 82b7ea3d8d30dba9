"""One version of the plan of a dossier, from concept to decision."""

from typing import TYPE_CHECKING

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from cases.models import Beschikking, Document, Dossier, Medewerker
from inburgering.recht.feiten import Leerroute, Regime
from pip_plans.plan import enums, normen
from pip_plans.plan.querysets import PipQuerySet

from .bescherming import TEKST_STAAT_VAST

if TYPE_CHECKING:
    from .bijlage import PipBijlage
    from .lezing import Lezing
    from .wijziging import Wijziging

WIJKT_AF = Q(b1_haalbaar=True, leerroute="Z") | Q(b1_haalbaar=False, leerroute__in=["B1", "ONDERWIJS"])


@pghistory.track()
class Pip(models.Model):
    """What the PIP says (Wi 15, Bi 5.3), as far as it is written; `services.volledigheid` names the gaps of a concept.

    Lists are texts with one item per line. What has been decided is frozen in `beschikking`, not here.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="pips")
    versie = models.PositiveSmallIntegerField("versie", default=1)
    status = models.CharField("status", max_length=15, choices=enums.Pipstatus, default=enums.Pipstatus.CONCEPT)
    revisie = models.PositiveIntegerField(default=0, help_text="Goes up with every save; tells of a save in between.")
    opgesteld_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    opgesteld_op = models.DateField("opgesteld op")
    schrijvers = models.ManyToManyField(Medewerker, related_name="geschreven_pips")
    gewijzigd_door = models.ForeignKey(Medewerker, models.PROTECT, related_name="+")
    aangeboden_op = models.DateField("aangeboden op", null=True, blank=True)
    beschikking = models.OneToOneField(Beschikking, models.PROTECT, null=True, blank=True, related_name="pip")
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="pip_advies")
    uitgebracht_op = models.DateField("uitgebracht op", null=True, blank=True)

    leerroute = models.CharField("leerroute", max_length=10, choices=enums.LEERROUTES, blank=True)
    variant = models.CharField("vorm van de B1-route", max_length=5, choices=enums.Variant, blank=True)
    b1_haalbaar = models.BooleanField("B1 haalbaar volgens de toets", null=True, blank=True)
    motivering = models.TextField("waarom deze leerroute", max_length=4000, blank=True)
    motivering_afwijking = models.TextField("waarom anders dan de toets aangeeft", max_length=4000, blank=True)
    hoofddoel = models.CharField("hoofddoel", max_length=15, choices=enums.Hoofddoel, blank=True)
    doel = models.TextField("doel in gewone woorden", max_length=2000, blank=True)
    school = models.CharField("school", max_length=150, blank=True)
    uren_per_week = models.PositiveSmallIntegerField("uren les per week", null=True, blank=True)
    duur_maanden = models.PositiveSmallIntegerField("aantal maanden", null=True, blank=True)
    examenwensen = ArrayField(
        models.CharField(max_length=10, choices=enums.Examenwens),
        verbose_name="wil toch examen doen in",
        default=list,
        blank=True,
    )
    participatie_uren = models.PositiveSmallIntegerField("uren participatie in de Z-route", null=True, blank=True)
    lagere_norm = models.BooleanField("lagere norm: visuele of auditieve beperking, of revalidatie", default=False)
    knm = models.CharField("hoe KNM wordt geleerd", max_length=500, blank=True)
    pvt_uren = models.PositiveSmallIntegerField(
        "uren PVT",
        null=True,
        blank=True,
        default=normen.PVT_UREN,
        validators=[MinValueValidator(normen.PVT_UREN, normen.TE_KORT_PVT)],
    )
    pvt_wanneer = models.CharField("wanneer PVT", max_length=150, blank=True)
    pvt_aanbieder = models.CharField("wie PVT geeft", max_length=150, blank=True)
    map_uren = models.PositiveSmallIntegerField(
        "uren MAP", null=True, blank=True, validators=[MinValueValidator(normen.MAP_UREN, normen.TE_KORT_MAP)]
    )
    map_wanneer = models.CharField("wanneer MAP", max_length=150, blank=True)
    a2_onderdelen = ArrayField(
        models.CharField(max_length=10, choices=enums.Taaldeel), verbose_name="op niveau A2", default=list, blank=True
    )
    map_aanbieder = models.CharField("wie MAP geeft", max_length=150, blank=True)
    voortgangsgesprekken = models.PositiveSmallIntegerField(
        "aantal voortgangsgesprekken",
        null=True,
        blank=True,
        validators=[MinValueValidator(1, normen.TE_WEINIG_GESPREKKEN)],
    )
    voortgang_wanneer = models.CharField("wanneer en waar", max_length=250, blank=True)
    begeleiding = models.TextField("begeleiding", max_length=2000, blank=True)
    voorschools = models.TextField("afspraken over voorschoolse educatie", max_length=2000, blank=True)
    eerdere_inspanningen = models.TextField("eerdere inspanningen die meetellen", max_length=2000, blank=True)
    zienswijze = models.TextField("wat de inburgeraar van het plan vindt", max_length=2000, blank=True)
    geen_zienswijze_grond = models.CharField(
        "waarom er geen zienswijze is", max_length=15, choices=enums.GeenZienswijze, blank=True
    )
    geen_zienswijze = models.CharField("toelichting daarbij", max_length=250, blank=True)

    objects = PipQuerySet.as_manager()

    class Meta:
        verbose_name = "PIP"
        ordering = ["-versie", "-pk"]
        triggers = [TEKST_STAAT_VAST]
        indexes = [
            models.Index(fields=["aangeboden_op", "id"], condition=Q(status="ter_lezing"), name="pip_ter_lezing")
        ]
        constraints = [
            models.UniqueConstraint(
                name="pip_een_in_bewerking",
                fields=["dossier"],
                condition=Q(status__in=[str(status) for status in enums.LOPEND]),
                violation_error_message="Er is voor dit dossier al een concept-PIP.",
            ),
            models.UniqueConstraint(
                name="pip_versie_uniek", fields=["dossier", "versie"], condition=~Q(status="ingetrokken")
            ),
            models.CheckConstraint(
                name="pip_vastgesteld_met_beschikking",
                condition=Q(status="vastgesteld", beschikking__isnull=False)
                | (~Q(status="vastgesteld") & Q(beschikking__isnull=True)),
            ),
            models.CheckConstraint(
                name="pip_advies_met_document",
                condition=Q(status="uitgebracht", document__isnull=False, uitgebracht_op__isnull=False)
                | (~Q(status="uitgebracht") & Q(document__isnull=True, uitgebracht_op__isnull=True)),
            ),
            models.CheckConstraint(
                name="pip_a2_bij_b1",
                condition=Q(a2_onderdelen=[]) | Q(leerroute="B1"),
                violation_error_message="Onderdelen op niveau A2 horen alleen bij de B1-route.",
            ),
            models.CheckConstraint(
                name="pip_aangeboden_met_datum",
                condition=~Q(status__in=["ter_lezing", "vastgesteld"]) | Q(aangeboden_op__isnull=False),
            ),
            models.CheckConstraint(
                name="pip_afwijking_met_redenen",
                condition=~Q(status__in=["ter_lezing", "vastgesteld"]) | ~WIJKT_AF | ~Q(motivering_afwijking=""),
                violation_error_message="Afwijken van de toets kan alleen met redenen op papier (art. 3:46 Awb).",
            ),
            models.CheckConstraint(
                name="pip_zienswijze_of_grond",
                condition=~Q(status__in=["ter_lezing", "vastgesteld"])
                | ~Q(zienswijze="")
                | (~Q(geen_zienswijze_grond="") & ~Q(geen_zienswijze="")),
                violation_error_message="Zonder zienswijze is er een grond uit de wet en een toelichting nodig.",
            ),
            models.CheckConstraint(
                name="pip_variant_bij_b1",
                condition=Q(variant="") | Q(leerroute="B1"),
                violation_error_message="De variant B1-mbo hoort alleen bij de B1-route.",
            ),
            models.CheckConstraint(
                name="pip_geen_map_in_onderwijsroute",
                condition=~Q(leerroute="ONDERWIJS") | Q(map_uren__isnull=True, map_wanneer="", map_aanbieder=""),
                violation_error_message="In de onderwijsroute is er geen MAP (art. 8 lid 3 Wet inburgering 2021).",
            ),
            models.CheckConstraint(
                name="pip_map_uren",
                condition=Q(map_uren__isnull=True) | Q(map_uren__gte=normen.MAP_UREN),
                violation_error_message=normen.TE_KORT_MAP,
            ),
            models.CheckConstraint(
                name="pip_pvt_uren",
                condition=Q(pvt_uren__isnull=True) | Q(pvt_uren__gte=normen.PVT_UREN),
                violation_error_message=normen.TE_KORT_PVT,
            ),
            models.CheckConstraint(
                name="pip_voortgangsgesprekken",
                condition=Q(voortgangsgesprekken__isnull=True) | Q(voortgangsgesprekken__gte=1),
                violation_error_message=normen.TE_WEINIG_GESPREKKEN,
            ),
            models.CheckConstraint(
                name="pip_participatie_bij_z",
                condition=Q(participatie_uren__isnull=True) | Q(leerroute="Z"),
                violation_error_message="Uren participatie horen bij de Z-route (art. 3.14 Besluit inburgering).",
            ),
            models.CheckConstraint(
                name="pip_lagere_norm_met_grond",
                condition=Q(participatie_uren__isnull=True)
                | Q(participatie_uren__gte=normen.Z_UREN_PARTICIPATIE)
                | Q(lagere_norm=True),
                violation_error_message=normen.TE_KORT_Z,
            ),
            models.CheckConstraint(
                name="pip_examenwens_bij_z",
                condition=Q(examenwensen=[]) | Q(leerroute="Z"),
                violation_error_message="Een examenwens hoort alleen bij de Z-route.",
            ),
        ]

    def __str__(self) -> str:
        return f"PIP versie {self.versie}"

    @property
    def is_te_wijzigen(self) -> bool:
        return self.status in enums.IN_BEWERKING

    @property
    def is_advies(self) -> bool:
        """Under the Wet inburgering 2013 the plan is an advice: no decision, no term, no fine."""
        return bool(self.dossier.regime == Regime.WI2013.value)

    @property
    def naam(self) -> str:
        """What people call this plan."""
        return "PIP-advies" if self.is_advies else "PIP"

    @property
    def stuk(self) -> Document | None:
        """The letter that left the house, None for a concept."""
        return self.beschikking.document if self.beschikking else self.document

    @property
    def stand(self) -> str:
        """Where this version is: the status of its decision, else its own."""
        if self.is_te_verzenden:
            return "vastgesteld, nog niet verzonden"
        return str(self.beschikking.get_status_display() if self.beschikking else self.get_status_display())

    @property
    def is_te_verzenden(self) -> bool:
        """Decided on, and not yet made known: whatever it replaces still holds."""
        return self.beschikking is not None and self.beschikking.is_geldend and not self.beschikking.werkt

    @property
    def wijziging_of_niets(self) -> "Wijziging | None":
        """Why this version was started; None for the first one."""
        return getattr(self, "wijziging", None)

    @property
    def soort_versie(self) -> str:
        """The kind of change in words, for lists."""
        wijziging = self.wijziging_of_niets
        return wijziging.get_soort_display() if wijziging else "eerste advies" if self.is_advies else "eerste PIP"

    @property
    def bijlage_in_de_maak(self) -> "PipBijlage | None":
        """The bijlage of this dossier that is still being written, whatever version it was begun beside."""
        rijen = self.bijlagen.model.objects.filter(pip__dossier=self.dossier_id, document__isnull=True)
        return rijen.select_related("pip__dossier", "door").order_by("-pip__versie", "-pk").first()

    @property
    def ligt_ter_lezing(self) -> bool:
        return self.status == enums.Pipstatus.TER_LEZING

    def wijkt_af_van(self, b1_haalbaar: bool | None) -> bool:
        """Whether the leerroute is another one than this outcome of the test points to; None is no outcome."""
        if b1_haalbaar is None or not self.leerroute:
            return False
        return b1_haalbaar == (self.leerroute == Leerroute.Z)

    @property
    def laatste_lezing(self) -> "Lezing | None":
        """The last judgement of a reader, None when nobody has read it."""
        return self.lezingen.last()

    def regels(self, veld: str) -> tuple[str, ...]:
        """The items of a text that holds one item per line."""
        return tuple(regel.strip() for regel in getattr(self, veld).splitlines() if regel.strip())
