"""What somebody may open and change on the pages of ontzorgen."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Q, QuerySet

from cases.panelen import Dossierbeeld
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest
from ontzorgen.models import Toeslag, Uitkeringseenheid, VasteLast

from .basis import zichtbare_dossiers

R = TypeVar("R", VasteLast, Toeslag)


def mag_bijwerken(request: GemeenteRequest, beeld: Dossierbeeld | None = None) -> bool:
    """Whether this person may record things of ontzorgen; in a dossier only while there is something left to do."""
    return mag(request.rollen, Actie.ONTZORGEN_FEITEN) and (beeld is None or beeld.loopt)


def te_openen(request: GemeenteRequest, beeld: Dossierbeeld, rijen: QuerySet[R]) -> QuerySet[R]:
    """Of these fixed costs or toeslagen those of the household, and of each whom this person may know of.

    A creditor and a reference tell where somebody lives or is insured.
    """
    return rijen.filter(Q(dossier__isnull=True) | Q(dossier__in=zichtbare_dossiers(request, beeld.op)))


def verborgen_leden(request: GemeenteRequest, beeld: Dossierbeeld, eenheid: Uitkeringseenheid) -> frozenset[int]:
    """The dossiers of who is or was in the unit and of whom this person may not know: nobody they pay is named."""
    leden = {lid.dossier_id for lid in eenheid.leden.all()}
    bekend = zichtbare_dossiers(request, beeld.op).filter(pk__in=leden)
    return frozenset(leden - set(bekend.values_list("pk", flat=True)))


def met_naam(request: GemeenteRequest, beeld: Dossierbeeld, rijen: Sequence[R]) -> list[tuple[R, str, bool]]:
    """Each row with the name of whom it is for, '' for the household, and whether it may be opened (`te_openen`)."""
    mensen = zichtbare_dossiers(request, beeld.op).filter(pk__in=[rij.dossier_id for rij in rijen if rij.dossier_id])
    namen = {dossier.pk: dossier.inburgeraar.naam for dossier in mensen.select_related("inburgeraar")}
    return [
        (rij, namen.get(rij.dossier_id or 0, ""), rij.dossier_id is None or rij.dossier_id in namen) for rij in rijen
    ]
