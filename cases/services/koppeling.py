"""Between koppeling and move: the warme overdracht from the COA, the scenario and the voorinburgering."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases import handelingen
from cases.enums import Overdrachtpunt, Scenario, Voorinburgeringsdeel
from cases.models import Dossier, Medewerker, Overdracht, Voorinburgering

from .gebeurtenissen import registreer_handeling


@transaction.atomic
def werk_overdracht_bij(
    *, dossier: Dossier, punten: Mapping[Overdrachtpunt, date | None], door: Medewerker, op: date
) -> list[str]:
    """Set or clear the day on which points of the warme overdracht were done; returns the points that changed.

    A point keeps who ticked it first. Writes one event when something changed.
    """
    bekend = {rij.punt: rij for rij in Overdracht.objects.select_for_update().filter(dossier=dossier)}
    anders = [punt for punt, dag in punten.items() if dag != (bekend[punt].gedaan_op if punt in bekend else None)]
    for punt in anders:
        if dag := punten[punt]:
            rij = bekend.get(punt, Overdracht(dossier=dossier, punt=punt, door=door))
            rij.gedaan_op = dag
            rij.save()
        else:
            bekend[punt].delete()
    namen = [str(punt.label) for punt in anders]
    _noteer(dossier, namen, door, op)
    return namen


@transaction.atomic
def kies_scenario(*, dossier: Dossier, scenario: Scenario, door: Medewerker, op: date) -> bool:
    """Choose how the start goes; the same choice again does nothing. Returns whether it changed."""
    rij = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if rij.scenario == scenario:
        return False
    rij.scenario = dossier.scenario = scenario
    rij.save(update_fields=["scenario"])
    _noteer(dossier, [f"scenario {scenario.label}"], door, op)
    return True


@transaction.atomic
def werk_voorinburgering_bij(
    *, dossier: Dossier, delen: Mapping[Voorinburgeringsdeel, Mapping[str, Any]], door: Medewerker, op: date
) -> list[str]:
    """Set `stand` and `uren` per part as known on `op`; returns the parts that changed. Raises ValidationError."""
    bekend = {rij.deel: rij for rij in Voorinburgering.objects.select_for_update().filter(dossier=dossier)}
    namen = []
    for deel, waarden in delen.items():
        rij = bekend.get(deel, Voorinburgering(dossier=dossier, deel=deel, peildatum=op))
        if (rij.stand, rij.uren) == (waarden["stand"], waarden["uren"]):
            continue
        rij.stand, rij.uren, rij.peildatum = waarden["stand"], waarden["uren"], op
        rij.full_clean()
        rij.save()
        namen.append(str(deel.label))
    _noteer(dossier, namen, door, op)
    return namen


def _noteer(dossier: Dossier, namen: list[str], door: Medewerker, op: date) -> None:
    if namen:
        registreer_handeling(
            dossier=dossier,
            soort=handelingen.OVERDRACHT_GEWIJZIGD,
            datum=op,
            door=door,
            gegevens={"wat": ", ".join(namen)},
        )
