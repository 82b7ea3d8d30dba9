"""What waits for team Sociale Zaken around the decisions: to propose, decide, send and end, and what ends soon."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from cases.enums import GELDEND
from cases.models import Dossier, Gebeurtenis, Termijn
from cases.querysets.dossiers import DossierQuerySet
from cases.querysets.termijnen import TermijnQuerySet
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.verplichtingen import TermijnSoort

from .enums import Besluitsoort, Besluitstand
from .models import Lasttekort, Ontzorgbesluit, Ontzorgperiode
from .querysets import lopend, ontzorgtermijnen

WEKEN = (2, 4, 8)
EINDEN = (FeitSoort.BIJSTAND_BEEINDIGD, FeitSoort.VERTREK, FeitSoort.OVERLIJDEN, FeitSoort.EINDE_PLICHT)


@dataclass(frozen=True, slots=True)
class Besluitwerk:
    """All that waits in these dossiers on a day."""

    te_beslissen: QuerySet[Ontzorgbesluit]
    te_versturen: QuerySet[Ontzorgbesluit]
    voor_te_stellen: TermijnQuerySet
    te_beeindigen: QuerySet[Ontzorgperiode]
    loopt_af: QuerySet[Ontzorgperiode]
    af_te_wijken: QuerySet[Lasttekort]


def besluitwerk(dossiers: DossierQuerySet, op: date) -> Besluitwerk:
    """Nothing is fetched yet; each part is one query."""
    besluiten = Ontzorgbesluit.objects.filter(dossier__in=dossiers).select_related(
        "dossier__inburgeraar", "opgesteld_door", "beschikking__document"
    )
    return Besluitwerk(
        te_beslissen=besluiten.wachtend(),
        te_versturen=besluiten.te_versturen(),
        voor_te_stellen=voor_te_stellen(dossiers, op),
        te_beeindigen=te_beeindigen(dossiers, op),
        loopt_af=loopt_af(dossiers, op),
        af_te_wijken=Lasttekort.objects.zonder_besluit().bij(dossiers).select_related("last__soort"),
    )


def voor_te_stellen(dossiers: DossierQuerySet, op: date) -> TermijnQuerySet:
    """Six months that run, not provisional, over which nobody decided and no proposal waits."""
    perioden = Ontzorgperiode.objects.filter(
        dossier=OuterRef("dossier"), vanaf__lte=OuterRef("laatste_dag"), tot_en_met__gte=OuterRef("start")
    ).filter(Q(beeindigd_per__isnull=True) | Q(beeindigd_per__gt=OuterRef("start")))
    voorstellen = Ontzorgbesluit.objects.filter(
        dossier=OuterRef("dossier"), soort=Besluitsoort.ARTIKEL_56A, stand=Besluitstand.VOORGESTELD
    )
    rijen: TermijnQuerySet = lopend(ontzorgtermijnen(dossiers), op)
    return rijen.filter(~Exists(perioden), ~Exists(voorstellen), voorlopig=False, start__lte=op)


def lopende_perioden(dossiers: DossierQuerySet, op: date) -> QuerySet[Ontzorgperiode]:
    """Periods of these dossiers that hold on the day, with the person."""
    rijen = Ontzorgperiode.objects.op(op).filter(dossier__in=dossiers)
    return rijen.select_related("dossier__inburgeraar", "besluit__beschikking")


def te_beeindigen(dossiers: DossierQuerySet, op: date) -> QuerySet[Ontzorgperiode]:
    """Periods that hold while the facts say otherwise, or of which the decision fell; no proposal to end them waits."""
    feiten = Gebeurtenis.objects.geldend().filter(dossier=OuterRef("dossier"), datum__lte=op)
    soorten = [soort.value for soort in (*EINDEN, FeitSoort.BIJSTAND_INGEGAAN)]
    laatste = feiten.filter(soort__in=soorten).order_by("-datum", "-pk").values("soort")[:1]
    termijn = Termijn.objects.open().filter(
        dossier=OuterRef("dossier"), soort=TermijnSoort.ONTZORGEN.value, start=OuterRef("vanaf")
    )
    wacht = Ontzorgbesluit.objects.filter(
        periode=OuterRef("pk"), soort=Besluitsoort.EINDE, stand=Besluitstand.VOORGESTELD
    )
    rijen = lopende_perioden(dossiers, op).annotate(laatste_feit=Subquery(laatste))
    zonder_grond = Q(besluit__soort=Besluitsoort.ARTIKEL_56A) & ~Exists(termijn)
    gevallen = ~Q(besluit__beschikking__status__in=GELDEND)
    geeindigd = Q(laatste_feit__in=[soort.value for soort in EINDEN])
    return rijen.filter(geeindigd | zonder_grond | gevallen).exclude(Exists(wacht)).order_by("vanaf", "pk")


def loopt_af(dossiers: DossierQuerySet, op: date) -> QuerySet[Ontzorgperiode]:
    """Periods that hold and end within eight weeks, and nobody proposed to extend; the first to end first."""
    langer = Ontzorgbesluit.objects.filter(periode=OuterRef("pk"), soort=Besluitsoort.ARTIKEL_57).exclude(
        stand=Besluitstand.AFGEWEZEN
    )
    tot = op + timedelta(weeks=max(WEKEN))
    rijen = lopende_perioden(dossiers, op).filter(beeindigd_per__isnull=True, tot_en_met__lte=tot)
    return rijen.exclude(Exists(langer)).order_by("tot_en_met", "pk")


def binnen_weken(periode: Ontzorgperiode, op: date) -> int:
    """Within how many weeks it ends: 2, 4 or 8."""
    return next(weken for weken in WEKEN if periode.laatste_dag <= op + timedelta(weeks=weken))


def met_dossier(tekorten: Iterable[Any]) -> list[tuple[Lasttekort, Dossier]]:
    """Each with the dossier in which to decide, in one query more; see `TekortQuerySet.bij`."""
    rijen = list(tekorten)
    dossiers = Dossier.objects.select_related("inburgeraar").in_bulk({rij.wie for rij in rijen})
    return [(rij, dossiers[rij.wie]) for rij in rijen]
