"""Starting the brede intake, the right to an individual talk, and the zienswijze."""

from datetime import date

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.enums import Wijzing
from pip_plans.intake.models import BredeIntake

from .basis import IntakeFout, vergrendel, weiger_toekomst


@transaction.atomic
def start_intake(*, dossier: Dossier, datum: date, door: Medewerker | None, op: date) -> BredeIntake:
    """Open the brede intake of a dossier (Wi 14(1)); a second call returns the one that is there.

    Raises IntakeFout for a date after `op`. Writes INTAKE_GESTART.
    """
    weiger_toekomst(datum, op)
    intake, nieuw = BredeIntake.objects.get_or_create(dossier=dossier, defaults={"gestart_op": datum})
    if nieuw:
        registreer_handeling(dossier=dossier, soort=handelingen.INTAKE_GESTART, datum=datum, door=door)
    return intake


@transaction.atomic
def wijs_op_individueel_gesprek(
    *, intake: BredeIntake, datum: date, hoe: Wijzing, door: Medewerker | None, op: date
) -> None:
    """Record that the person was told of the right to a talk without partner or relatives (Bi 5.2).

    The first notice stays; a later one changes nothing. Raises IntakeFout for a date after `op`.
    """
    weiger_toekomst(datum, op)
    intake = vergrendel(intake)
    if intake.gewezen_op is not None:
        return
    intake.gewezen_op, intake.gewezen_hoe = datum, hoe
    intake.save(update_fields=["gewezen_op", "gewezen_hoe"])
    registreer_handeling(
        dossier=intake.dossier,
        soort=handelingen.INDIVIDUEEL_GEWEZEN,
        datum=datum,
        door=door,
        gegevens={"hoe": Wijzing(hoe).label},
    )


@transaction.atomic
def leg_wens_individueel_vast(*, intake: BredeIntake, gewenst: bool, door: Medewerker | None, op: date) -> None:
    """Record whether the person wants an individual talk. Raises IntakeFout before the notice was recorded."""
    intake = vergrendel(intake)
    if intake.gewezen_op is None:
        raise IntakeFout("Leg eerst vast wanneer u op het recht op een individueel gesprek hebt gewezen.")
    if intake.individueel_gewenst == gewenst:
        return
    intake.individueel_gewenst = gewenst
    intake.save(update_fields=["individueel_gewenst"])
    wens = "wil een individueel gesprek" if gewenst else "wil geen individueel gesprek"
    registreer_handeling(
        dossier=intake.dossier, soort=handelingen.INDIVIDUEEL_WENS, datum=op, door=door, gegevens={"wens": wens}
    )


@transaction.atomic
def bewaar_zienswijze(*, intake: BredeIntake, tekst: str, door: Medewerker | None, op: date) -> None:
    """Keep what the person thinks of the plan (Awb 4:8). The event says that it was written, not what."""
    intake = vergrendel(intake)
    if intake.zienswijze == tekst.strip():
        return
    intake.zienswijze = tekst.strip()
    intake.save(update_fields=["zienswijze"])
    registreer_handeling(dossier=intake.dossier, soort=handelingen.ZIENSWIJZE_BEWAARD, datum=op, door=door)
