"""The Taalstart and its adviesrapport, apart from the test and from the leerroute that is chosen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.models import BredeIntake, Taalstart

from .basis import IntakeFout, vergrendel, weiger_toekomst

VELDEN = (
    "aanbieder",
    "start",
    "eind",
    "voortgang",
    "rapport_op",
    "advies_onderwijs",
    "advies_b1",
    "advies_z",
    "advies",
    "toelichting",
)


@transaction.atomic
def registreer_taalstart(
    *, intake: BredeIntake, gegevens: Mapping[str, Any], door: Medewerker | None, op: date
) -> Taalstart:
    """Record or update the Taalstart with the fields of VELDEN; the same again changes nothing.

    Raises IntakeFout when its dates do not fit each other, for a report of tomorrow, and for an advice without report.
    """
    intake = vergrendel(intake)
    rij = Taalstart.objects.filter(intake=intake).first() or Taalstart(intake=intake)
    nieuw = {veld: gegevens[veld] for veld in VELDEN if veld in gegevens}
    if rij.pk and all(getattr(rij, veld) == waarde for veld, waarde in nieuw.items()):
        return rij
    for veld, waarde in nieuw.items():
        setattr(rij, veld, waarde)
    _controleer(rij, op)
    rij.save()
    registreer_handeling(dossier=intake.dossier, soort=handelingen.TAALSTART_BEWAARD, datum=op, door=door)
    return rij


def _controleer(rij: Taalstart, op: date) -> None:
    if rij.eind and rij.eind < rij.start:
        raise IntakeFout("De Taalstart eindigt niet vóór hij begint.", "eind")
    if rij.rapport_op:
        weiger_toekomst(rij.rapport_op, op, "rapport_op")
        if rij.rapport_op < rij.start:
            raise IntakeFout("Het adviesrapport komt niet vóór het begin van de Taalstart.", "rapport_op")
    elif rij.advies or rij.per_route:
        raise IntakeFout("Vul bij het advies de datum van het adviesrapport in.", "rapport_op")
