"""Who works in a gemeente on a date."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from cases.enums import Rol
from cases.models import Aanstelling, Gemeente, Medewerker
from cases.toegang import TABEL, Actie


def medewerkers(*, gemeente: Gemeente, op: date, rollen: Iterable[Rol] = tuple(Rol)) -> QuerySet[Medewerker]:
    """The people with one of these roles here on this date, by name."""
    aangesteld = Aanstelling.objects.geldig_op(op).filter(gemeente=gemeente, rol__in=list(rollen))
    return Medewerker.objects.filter(pk__in=aangesteld.values("medewerker")).order_by("naam", "pk")


def consulenten(*, gemeente: Gemeente, op: date) -> QuerySet[Medewerker]:
    """Who can be given a dossier."""
    return medewerkers(gemeente=gemeente, op=op, rollen=[Rol.CONSULENT])


def gespreksvoerders(*, gemeente: Gemeente, op: date, ook: int | None = None) -> QuerySet[Medewerker]:
    """Who can hold a talk: who edits dossiers. `ook` is the one who already has it."""
    mensen = medewerkers(gemeente=gemeente, op=op, rollen=TABEL[Actie.DOSSIER_BEWERKEN])
    return (mensen | Medewerker.objects.filter(pk=ook)) if ook else mensen
