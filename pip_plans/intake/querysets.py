"""Questions about many intakes and oproepen."""

from django.db.models import Q, QuerySet

from .enums import Verschijning


class IntakeQuerySet(QuerySet):
    def met_alles(self) -> "IntakeQuerySet":
        """With every part of it, in a fixed number of queries."""
        return self.select_related("dossier", "leerbaarheidstoets", "taalstart").prefetch_related(
            "gesprekken__aanwezigen", "gesprekken__gevoerd_door", "leefgebieden__bijgewerkt_door", "oproepen__document"
        )


class OproepQuerySet(QuerySet):
    def tellend(self) -> "OproepQuerySet":
        """Those that take a number: not appeared without a valid reason, or still open."""
        return self.exclude(verschijning=Verschijning.VERSCHENEN).exclude(geldige_reden=True)

    def gemist(self) -> "OproepQuerySet":
        return self.tellend().exclude(verschijning=Verschijning.OPEN)

    def open(self) -> "OproepQuerySet":
        return self.filter(verschijning=Verschijning.OPEN)


# The condition of `tellend` as a constraint reads it.
TELLEND = ~Q(verschijning=Verschijning.VERSCHENEN.value) & (Q(geldige_reden__isnull=True) | Q(geldige_reden=False))
