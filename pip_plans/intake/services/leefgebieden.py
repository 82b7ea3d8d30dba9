"""Writing up the areas of life, while somebody else may be writing too."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.enums import Gebied
from pip_plans.intake.models import BredeIntake, Leefgebied
from pip_plans.intake.models.leefgebied import TEKSTEN
from pip_plans.intake.vragen import Antwoord, vragen

from .basis import GewijzigdDoorAnder, IntakeFout, vergrendel

Velden = dict[str, Antwoord]
NOG_NIETS = "Van dit leefgebied is nog niets bewaard. Open de pagina opnieuw en bewaar het nog eens."


@transaction.atomic
def bewaar_leefgebied(
    *,
    intake: BredeIntake,
    gebied: Gebied,
    teksten: Mapping[str, Any],
    versie: int,
    samenvoegen: bool = False,
    door: Medewerker | None,
    op: date,
    moment: datetime,
) -> Leefgebied:
    """Save one area, complete or not: its texts and the answers to its questions, by name; what is absent is empty.

    `versie` is the one the writer started from; 0 when nothing was there. When another version was saved in between
    and says something else, nothing is overwritten and nothing is lost: GewijzigdDoorAnder. With `samenvoegen` fields
    that only one of the two touched are taken from that one first, and it is raised for the others only.
    Saving the same again changes nothing. One event per area, person and day. Raises IntakeFout for a wrong answer,
    and for a version of an area that was never saved.
    """
    intake = vergrendel(intake)
    rij = Leefgebied.objects.filter(intake=intake, gebied=gebied).first() or Leefgebied(intake=intake, gebied=gebied)
    getypt = _lees(gebied, teksten)
    if getypt == rij.velden:
        return rij
    if rij.pk is None and versie:
        raise IntakeFout(NOG_NIETS)
    if rij.versie != versie:
        getypt = _verzoen(rij, versie, getypt, samenvoegen)
    _schrijf(rij, getypt)
    rij.versie, rij.bijgewerkt_door, rij.bijgewerkt_op = rij.versie + 1, door, moment
    rij.save()
    registreer_handeling(
        dossier=intake.dossier,
        soort=handelingen.LEEFGEBIED_BEWAARD,
        datum=op,
        door=door,
        bron="intake",
        kenmerk=f"leefgebied-{rij.pk}-{door.pk if door else 0}-{op:%Y%m%d}",
    )
    return rij


def _lees(gebied: Gebied, ruw: Mapping[str, Any]) -> Velden:
    velden: Velden = {naam: _netjes(str(ruw.get(naam, ""))) for naam in TEKSTEN}
    for vraag in vragen(gebied):
        try:
            velden[vraag.code] = vraag.lees(ruw.get(vraag.code, ""))
        except ValueError as fout:
            raise IntakeFout(f"Het antwoord bij ‘{vraag.label}’ klopt niet.") from fout
    return velden


def _schrijf(rij: Leefgebied, velden: Velden) -> None:
    for naam in TEKSTEN:
        setattr(rij, naam, velden[naam])
    rij.antwoorden = {code: waarde for code, waarde in velden.items() if code not in TEKSTEN and waarde != ""}


def _verzoen(rij: Leefgebied, versie: int, getypt: Velden, samenvoegen: bool) -> Velden:
    """Mine and theirs together, field by field, against what both started from. Raises where both changed a field."""
    ander, begin = rij.velden, _velden_van_versie(rij, versie)
    samen = {naam: _een_van_beide(begin.get(naam), getypt[naam], ander[naam]) for naam in getypt}
    botsingen = tuple(naam for naam, waarde in samen.items() if waarde is None)
    eigen = {naam: getypt[naam] if waarde is None else waarde for naam, waarde in samen.items()}
    if botsingen or not samenvoegen:
        raise GewijzigdDoorAnder(rij, eigen if samenvoegen else getypt, botsingen)
    return eigen


def _een_van_beide(begin: Antwoord | None, mijn: Antwoord, ander: Antwoord) -> Antwoord | None:
    """The value when there is no question about it; None when both wrote something else, or nobody knows."""
    if mijn in (ander, begin):
        return ander
    return mijn if ander == begin else None


def _velden_van_versie(rij: Leefgebied, versie: int) -> Velden:
    """What the writer started from, out of the change history; before the first version everything was empty."""
    if versie == 0:
        return dict.fromkeys(rij.velden, "")
    toen = rij.events.filter(versie=versie).order_by("-pgh_id").first()  # type: ignore[attr-defined]  # by pghistory
    if toen is None:
        return {}
    eerder = Leefgebied(gebied=rij.gebied, antwoorden=toen.antwoorden)
    _teksten_over(toen, eerder)
    return eerder.velden


def _teksten_over(van: Any, naar: Leefgebied) -> None:
    for naam in TEKSTEN:
        setattr(naar, naam, getattr(van, naam))


def _netjes(tekst: str) -> str:
    """As the database keeps it: one kind of line end, nothing loose at the end."""
    return tekst.replace("\r\n", "\n").strip()
