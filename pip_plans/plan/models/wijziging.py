"""Why a version of the PIP exists beside the one before it."""

import pghistory
from django.db import models
from django.db.models import F, Q

from inburgering.recht.wijziging import AFSCHALEN_UREN
from pip_plans.plan.enums import LEERROUTES, Uitzondering, Wijzigingssoort, Wisselgrond

from .bescherming import RIJ_STAAT_VAST
from .pip import Pip

_MET_UREN = Q(cursusuren__gte=AFSCHALEN_UREN, cursusuren_op__isnull=False) & ~Q(cursusuren_bron="")
_ZONDER_UREN = Q(cursusuren__isnull=True, cursusuren_op__isnull=True, cursusuren_bron="")
# A PIP from before this system has no row: the change names it by its day and number.
_ZONDER_EERDER = Q(eerder_datum__isnull=True, eerder_nummer="", eerder_leerroute="")
_MET_EERDER = Q(eerder_datum__isnull=False) & ~Q(eerder_nummer="") & ~Q(eerder_leerroute="")
_AFSCHALEN, _LEERROUTE, _VERHUIZING = (
    Q(soort=str(soort)) for soort in (Wijzigingssoort.AFSCHALEN, Wijzigingssoort.LEERROUTE, Wijzigingssoort.VERHUIZING)
)


@pghistory.track()
class Wijziging(models.Model):
    """The kind of change, its reason, and what the law asks for that kind (Wi 17, Bi 5.4 and 5.5)."""

    pip = models.OneToOneField(Pip, models.CASCADE, related_name="wijziging")
    vorige = models.ForeignKey(Pip, models.PROTECT, null=True, related_name="wijzigingen")
    eerder_nummer = models.CharField("nummer van het besluit", max_length=60, blank=True)
    eerder_datum = models.DateField("dagtekening van het besluit", null=True, blank=True)
    eerder_leerroute = models.CharField("leerroute in dat besluit", max_length=10, choices=LEERROUTES, blank=True)
    soort = models.CharField("soort wijziging", max_length=15, choices=Wijzigingssoort)
    reden = models.TextField("reden van de wijziging", max_length=2000)
    grond = models.CharField("grond", max_length=12, choices=Wisselgrond, blank=True)
    uitzondering = models.CharField("uitzondering", max_length=20, choices=Uitzondering, blank=True)
    uitzondering_reden = models.TextField("waarom de uitzondering geldt", max_length=2000, blank=True)
    cursusuren = models.PositiveSmallIntegerField("gevolgde cursusuren NT2", null=True, blank=True)
    cursusuren_op = models.DateField("stand op", null=True, blank=True)
    cursusuren_bron = models.CharField("bron van de uren", max_length=150, blank=True)

    class Meta:
        triggers = [RIJ_STAAT_VAST]
        constraints = [
            models.CheckConstraint(name="wijziging_met_reden", condition=~Q(reden="")),
            models.CheckConstraint(name="wijziging_van_een_ander", condition=~Q(vorige=F("pip"))),
            models.CheckConstraint(
                name="wijziging_met_vorige",
                condition=(_VERHUIZING & Q(vorige__isnull=True) & _ZONDER_EERDER)
                | (Q(vorige__isnull=False) & _ZONDER_EERDER)
                | (~_VERHUIZING & Q(vorige__isnull=True) & _MET_EERDER),
            ),
            models.CheckConstraint(
                name="wijziging_leerroute_met_grond",
                condition=(_LEERROUTE & ~Q(grond="")) | (~_LEERROUTE & Q(grond="", uitzondering="")),
                violation_error_message="Een andere leerroute heeft een grond nodig (art. 17 lid 2 Wet inburgering).",
            ),
            models.CheckConstraint(
                name="wijziging_bijzonder_met_redenen",
                condition=Q(uitzondering__in=["", "onderwijs_naar_b1"]) | ~Q(uitzondering_reden=""),
                violation_error_message="Schrijf op waarom de uitzondering geldt.",
            ),
            models.CheckConstraint(
                name="wijziging_afschalen_met_uren",
                condition=(_AFSCHALEN & _MET_UREN) | (~_AFSCHALEN & _ZONDER_UREN),
                violation_error_message=f"Afschalen kan pas na {AFSCHALEN_UREN} cursusuren NT2 (art. 5.5 Besluit).",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())
