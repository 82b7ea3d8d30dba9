"""Writing on a concept, while somebody else may be writing too."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.plan import handelingen
from pip_plans.plan.models import Pip, PipAfspraak, PwBeschikking
from pip_plans.plan.routevelden import past_niet_bij

from .basis import GewijzigdDoorAnder, PlanFout, vergrendel
from .samenstellen import met_opening
from .samenvoegen import voeg_samen, zelfde_rijen
from .situatie import situatie

_BEHEERD = {"id", "dossier", "versie", "status", "revisie", "beschikking", "aangeboden_op", "b1_haalbaar"}
_UITGEGEVEN = {"document", "uitgebracht_op", "a2_onderdelen"}
_WIE = {"opgesteld_door", "opgesteld_op", "gewijzigd_door"}
VELDEN = frozenset(veld.name for veld in Pip._meta.fields) - _BEHEERD - _UITGEGEVEN - _WIE


@transaction.atomic
def bewaar_concept(
    *,
    pip: Pip,
    revisie: int,
    door: Medewerker,
    op: date,
    gegevens: Mapping[str, Any],
    afspraken: Sequence[Mapping[str, Any]] | None = None,
    pw_beschikkingen: Sequence[Mapping[str, Any]] | None = None,
) -> Pip:
    """Save fields of a concept, complete or not; rows are replaced as a whole, None leaves them as they are.

    What does not belong to the chosen leerroute is emptied (MAP, B1-mbo, examenwensen), and the standard beginning of
    the motivering follows the leerroute. `revisie` is the one the writer started from: what somebody else saved in
    between stays where this writer left it alone. Raises GewijzigdDoorAnder when both changed the same field or rows
    (nothing is saved), PlanFout when the PIP is with the tweede lezer or decided, and ValidationError (Dutch, per
    field) for what no PIP can say. One event per person and day.
    """
    pip = vergrendel(pip)
    if not pip.is_te_wijzigen:
        raise PlanFout(f"Dit PIP is {pip.get_status_display()} en kan nu niet worden gewijzigd.")
    if pip.revisie != revisie:
        gegevens = _verzoen(pip, revisie, gegevens, afspraken, pw_beschikkingen)
    oude_route = pip.leerroute
    for veld in gegevens.keys() & VELDEN:
        setattr(pip, veld, gegevens[veld])
    pip.motivering = met_opening(pip.motivering, oude_route, pip.leerroute, pip.dossier.gemeente, op)
    for veld, leeg in past_niet_bij(pip.leerroute).items():
        setattr(pip, veld, leeg)
    pip.b1_haalbaar = situatie(pip.dossier).b1_haalbaar
    pip.revisie, pip.gewijzigd_door = pip.revisie + 1, door
    pip.full_clean(exclude=["dossier", "opgesteld_door", "gewijzigd_door"])
    pip.save()
    pip.schrijvers.add(door)
    _vervang_afspraken(pip, afspraken)
    _vervang_pw(pip, pw_beschikkingen)
    _noteer(pip, door, op)
    return pip


def _verzoen(
    pip: Pip,
    revisie: int,
    gegevens: Mapping[str, Any],
    afspraken: Sequence[Mapping[str, Any]] | None,
    pw_beschikkingen: Sequence[Mapping[str, Any]] | None,
) -> dict[str, Any]:
    """The fields of both writers together. Rows are one whole: other rows than are stored now ask for a choice."""
    samen, botsingen = voeg_samen(pip, revisie, gegevens)
    rijen = {"afspraken": afspraken, "pw_beschikkingen": pw_beschikkingen}
    botsingen += tuple(naam for naam, deel in rijen.items() if not zelfde_rijen(deel, list(getattr(pip, naam).all())))
    if botsingen:
        raise GewijzigdDoorAnder(pip, samen, botsingen)
    return samen


def _gevuld(rijen: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [rij for rij in rijen if any(rij.values())]


def _vervang_afspraken(pip: Pip, rijen: Sequence[Mapping[str, Any]] | None) -> None:
    if rijen is None:
        return
    pip.afspraken.all().delete()
    nieuw = [PipAfspraak(pip=pip, volgorde=nummer, **rij) for nummer, rij in enumerate(_gevuld(rijen))]
    _bewaar(nieuw, PipAfspraak)


def _vervang_pw(pip: Pip, rijen: Sequence[Mapping[str, Any]] | None) -> None:
    if rijen is None:
        return
    if any(rij["stuk"].dossier_id != pip.dossier_id for rij in rijen if rij.get("stuk")):
        raise PlanFout("Dit stuk staat niet in dit dossier. Ververs de pagina.")
    pip.pw_beschikkingen.all().delete()
    _bewaar([PwBeschikking(pip=pip, **rij) for rij in _gevuld(rijen)], PwBeschikking)


def _bewaar(rijen: Sequence[Any], model: Any) -> None:
    for rij in rijen:
        rij.full_clean(exclude=["pip"])
    model.objects.bulk_create(rijen)


def _noteer(pip: Pip, door: Medewerker, op: date) -> None:
    registreer_handeling(
        dossier=pip.dossier,
        soort=handelingen.PIP_BEWAARD,
        datum=op,
        door=door,
        bron="pip",
        kenmerk=f"bewaard-{pip.pk}-{door.pk}-{op:%Y%m%d}",
    )
