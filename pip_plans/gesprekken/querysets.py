"""Questions about many dossiers with voortgangsgesprekken, and about many agreements."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak
from cases.querysets.afspraken import AfspraakQuerySet

from .enums import AAN_DE_BEURT

if TYPE_CHECKING:
    from cases.querysets.dossiers import DossierQuerySet


def voortgangsgesprekken() -> AfspraakQuerySet:
    """All of them, of every dossier."""
    rijen: AfspraakQuerySet = Afspraak.objects.filter(soort=Afspraaksoort.VOORTGANG)
    return rijen


def zonder_verslag() -> AfspraakQuerySet:
    """Somebody came, and nothing was written down."""
    return voortgangsgesprekken().filter(uitkomst=Afspraakuitkomst.VERSCHENEN, gespreksverslag__isnull=True)


class ReeksQuerySet(QuerySet):
    def in_dossiers(self, dossiers: "DossierQuerySet") -> Self:
        """Of these dossiers only, with what a list shows; `gepland` is the moment of the next talk."""
        eerste = voortgangsgesprekken().open().filter(dossier=OuterRef("dossier")).order_by("begin").values("begin")[:1]
        rijen = self.filter(dossier__in=dossiers).select_related("dossier__inburgeraar", "dossier__consulent")
        return rijen.annotate(gepland=Subquery(eerste))

    def te_houden(self) -> Self:
        """The PIP promises more talks than there were."""
        return self.filter(uiterlijk__isnull=False)

    def niet_gepland(self) -> Self:
        return self.te_houden().filter(~Exists(voortgangsgesprekken().open().filter(dossier=OuterRef("dossier"))))

    def aan_de_beurt(self, op: date) -> Self:
        """The next talk is due soon, or overdue."""
        return self.filter(uiterlijk__lte=op + AAN_DE_BEURT)

    def zonder_verslag(self) -> Self:
        return self.filter(Exists(zonder_verslag().filter(dossier=OuterRef("dossier"))))


class GespreksafspraakQuerySet(QuerySet):
    def open(self) -> Self:
        """Nobody said yet whether it was done."""
        return self.filter(uitkomst="")

    def voor(self, eigenaars: Collection[int], dossiers: "DossierQuerySet") -> Self:
        """Open agreements of these people, on these dossiers."""
        wie = Q(eigenaar__in=eigenaars, gesprek__dossier__in=dossiers)
        return self.open().filter(wie).order_by("uiterlijk", "pk")
