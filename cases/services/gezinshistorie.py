"""Who came into a gezin and who left it: a row for every step, whatever screen or list made it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from cases.enums import Gezinsstap
from cases.models import Dossier, Gezin, Gezinswijziging, Inburgeraar, Medewerker

ZONDER_REDEN = "verplaatst naar een ander gezin of losgemaakt"


@dataclass(frozen=True, slots=True)
class Plek:
    """Somebody's place before a change."""

    gezin: Gezin | None
    rol: str


GEEN = Plek(None, "")


def plek_van(inburgeraar: Inburgeraar) -> Plek:
    return Plek(inburgeraar.gezin, inburgeraar.gezinsrol)


def volg(*, inburgeraar: Inburgeraar, was: Plek, datum: date, reden: str, door: Medewerker | None) -> None:
    """Write what the change of this person means for the gezin before and the gezin after; nothing when it stayed.

    Called inside the transaction that changes the person.
    """
    nu = plek_van(inburgeraar)
    if was.gezin == nu.gezin:
        stappen = [(nu.gezin, Gezinsstap.ROL, nu.rol)] if was.rol != nu.rol else []
    else:
        stappen = [(was.gezin, Gezinsstap.ERUIT, was.rol), (nu.gezin, Gezinsstap.ERBIJ, nu.rol)]
    Gezinswijziging.objects.bulk_create(
        Gezinswijziging(
            gezin=gezin,
            inburgeraar=inburgeraar,
            stap=stap,
            rol=rol,
            datum=datum,
            reden=reden or (ZONDER_REDEN if stap == Gezinsstap.ERUIT else ""),
            door=door,
            door_naam=door.naam if door else "systeem",
        )
        for gezin, stap, rol in stappen
        if gezin is not None
    )


def geschiedenis(*, gezin: Gezin, zichtbaar: QuerySet[Dossier]) -> list[Gezinswijziging]:
    """The steps of the members whose dossier this reader may see, newest first; of others there is no trace."""
    wie = zichtbaar.filter(gemeente=gezin.gemeente_id).values("inburgeraar_id")
    van_hen = Q(inburgeraar__in=wie) | Q(inburgeraar__samengevoegd_met__in=wie)
    return list(gezin.wijzigingen.filter(van_hen).select_related("inburgeraar"))
