"""Questions about many intakes and oproepen."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Q, QuerySet

from .enums import Ontheffingstatus, Verschijning

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker

# Also the condition of a constraint, which cannot say `exclude`.
TELLEND = ~Q(verschijning__in=[Verschijning.VERSCHENEN.value, Verschijning.INGETROKKEN.value]) & (
    Q(geldige_reden__isnull=True) | Q(geldige_reden=False)
)


class IntakeQuerySet(QuerySet):
    def met_alles(self) -> "IntakeQuerySet":
        """With every part of it, in a fixed number of queries."""
        toets = ("leerbaarheidstoets__resultaat", "leerbaarheidstoets__ontheffing__beschikking")
        return self.select_related("dossier", *toets, "taalstart").prefetch_related(
            "gesprekken__aanwezigen", "gesprekken__gevoerd_door", "leefgebieden__bijgewerkt_door", "oproepen__document"
        )


class OproepQuerySet(QuerySet):
    def tellend(self) -> "OproepQuerySet":
        """Those that hold their number: still open, or not come to without a valid reason."""
        return self.filter(TELLEND)

    def gemist(self) -> "OproepQuerySet":
        """Nobody came without a valid reason; an apology that was not judged yet is none."""
        zonder_bericht = Q(verschijning=Verschijning.NIET_VERSCHENEN)
        return self.tellend().filter(zonder_bericht | Q(verschijning=Verschijning.AFGEMELD, geldige_reden=False))


class OntheffingQuerySet(QuerySet):
    def te_beslissen_door(self, medewerker: "Medewerker", gemeente: "Gemeente", op: date) -> "OntheffingQuerySet":
        """Waiting for somebody who did not write on it herself, in dossiers that she may see; oldest first."""
        dossiers = apps.get_model("cases", "Dossier").objects.zichtbaar_voor(medewerker, gemeente, op)
        return (
            self.filter(status=Ontheffingstatus.TER_BESLISSING, intake__dossier__in=dossiers)
            .exclude(schrijvers=medewerker)
            .select_related("intake__dossier__inburgeraar")
            .order_by("opgesteld_op", "pk")
        )
