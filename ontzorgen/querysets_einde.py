"""Questions about many periods and contacts around the end of ontzorgen."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce, TruncMonth

from .enums import Besluitsoort
from .enums_einde import Overnemer
from .maanden import laatste_dag, vorige_maand

if TYPE_CHECKING:
    from cases.querysets.dossiers import DossierQuerySet

    from .models import Nazorgcontact, VasteLast

MAANDEN_VOOR_DE_VIERDE = 3
NAGAAN = timedelta(weeks=2)


def begon_uiterlijk(op: date) -> date:
    """Of who began on or before this day, the fourth month began on `op` or before."""
    maand = op
    for _ in range(MAANDEN_VOOR_DE_VIERDE):
        maand = vorige_maand(maand)
    return maand.replace(day=min(op.day, laatste_dag(maand).day))


def laatste_perioden(perioden: QuerySet[Any], dossiers: "DossierQuerySet") -> QuerySet[Any]:
    """Of each of these dossiers the period that ends last, annotated with `einde`, its last day, and `eindmaand`."""
    eerder = ExpressionWrapper(F("beeindigd_per") - 1, output_field=DateField())
    gehouden = ~Q(beeindigd_per__isnull=False, beeindigd_per=F("vanaf"))  # else it never began
    later = perioden.model._default_manager.filter(gehouden, dossier=OuterRef("dossier"), vanaf__gt=OuterRef("vanaf"))
    rijen = (
        perioden.filter(gehouden).annotate(einde=Coalesce(eerder, "tot_en_met")).annotate(eindmaand=TruncMonth("einde"))
    )
    return rijen.filter(~Exists(later), dossier__in=dossiers)


def om_over_te_nemen(lasten: "QuerySet[VasteLast]") -> "QuerySet[VasteLast]":
    """Rows that no later row follows: those run on, or their end is known."""
    return lasten.filter(vervolg__isnull=True)


def vraagt_afbouw(perioden: QuerySet[Any], lasten: "QuerySet[VasteLast]", op: date) -> QuerySet[Any]:
    """From the fourth month: those of which a payment has no agreement, or near the end was not seen to be taken over.

    `perioden` as `laatste_perioden` gives them.
    """
    loopt_door = Q(laatste_maand__isnull=True) | Q(laatste_maand__gte=OuterRef("eindmaand"))
    rijen = om_over_te_nemen(lasten).filter(loopt_door, eenheid__leden__dossier=OuterRef("dossier"))
    zonder_afspraak = Exists(rijen.filter(overname__isnull=True))
    niet_gezien = Exists(rijen.filter(overname__overgenomen_op__isnull=True).exclude(overname__wie=Overnemer.VERVALT))
    begonnen = Q(vanaf__lte=begon_uiterlijk(op)) | Q(besluit__soort=Besluitsoort.ARTIKEL_57)
    return perioden.filter(begonnen).filter(zonder_afspraak | Q(einde__lte=op + NAGAAN) & niet_gezien)


def zonder_nazorg(perioden: QuerySet[Any], contacten: "QuerySet[Nazorgcontact]", op: date) -> QuerySet[Any]:
    """That ended while no contact was planned for afterwards. `perioden` as `laatste_perioden` gives them."""
    erna = contacten.filter(dossier=OuterRef("dossier"), gepland_op__gt=OuterRef("einde"))
    return perioden.filter(~Exists(erna), einde__lt=op)


def te_houden(contacten: "QuerySet[Nazorgcontact]", dossiers: "DossierQuerySet", op: date) -> "QuerySet[Nazorgcontact]":
    """Planned for today or before, without an outcome."""
    return contacten.filter(uitkomst="", gepland_op__lte=op, dossier__in=dossiers)
