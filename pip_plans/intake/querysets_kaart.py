"""Questions about the sociale kaart and about doorverwijzingen."""

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from .enums import Gebied
from .keuzelijsten import Reactie

if TYPE_CHECKING:
    from cases.models import Gemeente

ZOEKVELDEN = ("naam", "wat", "voor_wie", "adres")


class VoorzieningQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente") -> "VoorzieningQuerySet":
        return self.filter(gemeente=gemeente)

    def actief(self) -> "VoorzieningQuerySet":
        """Those one may refer to today."""
        return self.filter(actief=True)

    def zoek(self, tekst: str) -> "VoorzieningQuerySet":
        """Every word occurs somewhere: in the name, the description, for whom, or the address."""
        rijen = self
        for woord in tekst.split():
            treffer = Q()
            for veld in ZOEKVELDEN:
                treffer |= Q(**{f"{veld}__icontains": woord})
            rijen = rijen.filter(treffer)
        return rijen


class DoorverwijzingQuerySet(QuerySet):
    def open(self) -> "DoorverwijzingQuerySet":
        """Something is still to be heard of them."""
        return self.filter(uitkomst_op=None).exclude(reactie=Reactie.AFGEWEZEN)

    def zichtbaar(self, *, met_gezondheid: bool) -> "DoorverwijzingQuerySet":
        """Without those for gezondheid when the reader may not see special data (Wi 37)."""
        return self if met_gezondheid else self.exclude(gebied=Gebied.GEZONDHEID)
