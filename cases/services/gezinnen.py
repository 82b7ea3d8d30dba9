"""Which people belong to one gezin; each keeps a dossier of his own."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from cases.enums import Gezinsrol
from cases.models import Dossier, Gezin, Medewerker

from .dossiers import wijzig_persoon
from .nummers import volgend_nummer


def gezinsleden(*, dossier: Dossier, zichtbaar: QuerySet[Dossier]) -> list[Dossier]:
    """The visible dossiers of the other members; one that is hidden from this person is not counted either."""
    gezin = dossier.inburgeraar.gezin_id
    if gezin is None:
        return []
    leden = zichtbaar.filter(inburgeraar__gezin=gezin).exclude(pk=dossier.pk)
    return list(leden.select_related("inburgeraar", "consulent").order_by("inburgeraar__geboortedatum", "pk"))


@transaction.atomic
def voeg_toe_op_nummer(
    *, dossier: Dossier, kenmerk: str, rol: Gezinsrol, door: Medewerker | None, op: date
) -> list[str]:
    """Into the gezin with this number, which is made when it is new; returns the labels of what changed."""
    gezin, _ = Gezin.objects.get_or_create(gemeente=dossier.gemeente, kenmerk=kenmerk)
    return wijzig_persoon(dossier=dossier, persoon={"gezin": gezin, "gezinsrol": rol}, door=door, op=op)


@transaction.atomic
def voeg_toe_bij(*, dossier: Dossier, ander: Dossier, rol: Gezinsrol, door: Medewerker | None, op: date) -> list[str]:
    """Into the gezin of somebody else; when he has none yet, one is made with a number of our own for both.

    Both dossiers are of one gemeente: the caller fetched `ander` through `zichtbaar_voor`.
    """
    if ander.inburgeraar.gezin is None:
        kenmerk = volgend_nummer(gemeente=dossier.gemeente, soort="G", jaar=op.year)
        voeg_toe_op_nummer(dossier=ander, kenmerk=kenmerk, rol=Gezinsrol.AANVRAGER, door=door, op=op)
        ander.inburgeraar.refresh_from_db()
    persoon = {"gezin": ander.inburgeraar.gezin, "gezinsrol": rol}
    return wijzig_persoon(dossier=dossier, persoon=persoon, door=door, op=op)


@transaction.atomic
def maak_los(*, dossier: Dossier, door: Medewerker | None, op: date) -> list[str]:
    """Out of the gezin; the others stay together."""
    return wijzig_persoon(dossier=dossier, persoon={"gezin": None, "gezinsrol": ""}, door=door, op=op)
