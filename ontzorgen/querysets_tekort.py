"""Questions about what was paid short, and whether somebody decided on that."""

from typing import Any, Self

from django.apps import apps
from django.db.models import DateField, Exists, F, Func, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cases.enums import GELDEND
from cases.querysets.dossiers import DossierQuerySet

from .enums import Besluitsoort, Besluitstand


class _VolgendeMaand(Func):
    template = "(%(expressions)s + interval '1 month')::date"
    output_field = DateField()


class TekortQuerySet(QuerySet):
    def zonder_besluit(self) -> Self:
        """Of which no decision on another amount holds for the month, and no proposal of one waits."""
        besluiten = _rijen("Ontzorgbesluit").filter(
            Q(stand=Besluitstand.VOORGESTELD) | Q(beschikking__status__in=GELDEND),
            soort=Besluitsoort.AFWIJKING, last=OuterRef("last"), vanaf__lte=OuterRef("maand"),
            tot_en_met__gte=OuterRef("maand"),
        )  # fmt: skip
        return self.filter(~Exists(besluiten))

    def bij(self, dossiers: DossierQuerySet) -> Self:
        """With `wie`, the dossier of these in which to decide: of the cost, or the first of its unit who is unburdened
        in the month. Without who has none.
        """
        rijen: Self = self.annotate(volgende=_VolgendeMaand(F("maand")))
        loopt = Q(beeindigd_per__isnull=True) | Q(beeindigd_per__gt=OuterRef(OuterRef("maand")))
        perioden = _rijen("Ontzorgperiode").filter(
            loopt & (Q(beeindigd_per__isnull=True) | Q(beeindigd_per__gt=F("vanaf"))),
            dossier=OuterRef("dossier"),
            vanaf__lt=OuterRef(OuterRef("volgende")),
            tot_en_met__gte=OuterRef(OuterRef("maand")),
        )
        leden = _rijen("Eenheidlid").filter(
            Q(tot__isnull=True) | Q(tot__gte=OuterRef("maand")), Exists(perioden), dossier__in=dossiers,
            eenheid=OuterRef("afrekening__eenheid"), vanaf__lt=OuterRef("volgende"),
            dossier=Coalesce(OuterRef("last__dossier"), F("dossier")),
        )  # fmt: skip
        return rijen.annotate(wie=Subquery(leden.order_by("pk").values("dossier")[:1])).filter(wie__isnull=False)


def _rijen(naam: str) -> Any:
    return apps.get_model("ontzorgen", naam)._default_manager
