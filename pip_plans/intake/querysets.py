"""Questions about many intakes and oproepen."""

from django.db.models import Q, QuerySet

from .enums import Verschijning

# Also the condition of a constraint, which cannot say `exclude`.
TELLEND = ~Q(verschijning__in=[Verschijning.VERSCHENEN.value, Verschijning.INGETROKKEN.value]) & (
    Q(geldige_reden__isnull=True) | Q(geldige_reden=False)
)


class IntakeQuerySet(QuerySet):
    def met_alles(self) -> "IntakeQuerySet":
        """With every part of it, in a fixed number of queries."""
        return self.select_related("dossier", "leerbaarheidstoets", "taalstart").prefetch_related(
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
