"""Writing up the areas of life, while somebody else may be writing too."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import BredeIntake, Leefgebied

from .basis import GewijzigdDoorAnder, vergrendel

VELDEN = ("situatie", "mogelijkheden", "belemmeringen")


@transaction.atomic
def bewaar_leefgebied(
    *,
    intake: BredeIntake,
    gebied: Gebied,
    teksten: Mapping[str, str],
    versie: int,
    door: Medewerker | None,
    op: date,
    moment: datetime,
) -> Leefgebied:
    """Save one area, complete or not. `versie` is the one the writer started from; 0 when nothing was there.

    Raises GewijzigdDoorAnder when another version was saved in between and says something else: nothing is
    overwritten and nothing is lost. Saving the same text again changes nothing. One event per area, person and day.
    """
    intake = vergrendel(intake)
    rij = Leefgebied.objects.filter(intake=intake, gebied=gebied).first() or Leefgebied(intake=intake, gebied=gebied)
    getypt = {veld: _netjes(teksten.get(veld, "")) for veld in VELDEN}
    if getypt == {veld: getattr(rij, veld) for veld in VELDEN}:
        return rij
    if rij.versie != versie:
        raise GewijzigdDoorAnder(rij, getypt)
    for veld, tekst in getypt.items():
        setattr(rij, veld, tekst)
    rij.versie, rij.bijgewerkt_door, rij.bijgewerkt_op = versie + 1, door, moment
    rij.save()
    registreer_handeling(
        dossier=intake.dossier,
        soort=handelingen.LEEFGEBIED_BEWAARD,
        datum=op,
        door=door,
        bron="intake",
        kenmerk=f"leefgebied-{gebied}-{door.pk if door else 0}-{op:%Y%m%d}",
        gegevens={"gebied": Gebied(gebied).label.lower()},
    )
    return rij


def _netjes(tekst: str) -> str:
    """As the database keeps it: one kind of line end, nothing loose at the end."""
    return tekst.replace("\r\n", "\n").strip()
