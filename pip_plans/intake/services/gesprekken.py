"""Talks of the brede intake."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from cases.enums import NAASTEN, Hoedanigheid
from cases.models import Medewerker
from cases.naasten import getypte_naam
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.models import Aanwezige, BredeIntake, Intakegesprek

from .basis import IntakeFout, vergrendel, weiger_toekomst

Aanwezigen = Sequence[tuple[str, Hoedanigheid]]
"""Who was there beside the inburgeraar: name and capacity."""


@transaction.atomic
def leg_gesprek_vast(
    *,
    intake: BredeIntake,
    gesprek: Mapping[str, Any],
    aanwezigen: Aanwezigen = (),
    bestaand: Intakegesprek | None = None,
    door: Medewerker | None,
    op: date,
) -> Intakegesprek:
    """Record a talk, or correct `bestaand`; `gesprek` holds fields of Intakegesprek.

    Raises IntakeFout for a date after `op`, and for an individual talk with partner or relatives at the table, or with
    somebody of whom is not known in which capacity (Bi 5.2: a professional does not count against it).
    Keeps `intake.individueel_gevoerd_op` on the first individual talk.
    """
    weiger_toekomst(gesprek["datum"], op)
    _weiger_naasten(bool(gesprek.get("individueel")), aanwezigen)
    intake = vergrendel(intake)
    rij = bestaand or Intakegesprek(intake=intake, gevoerd_door=door)
    for veld, waarde in gesprek.items():
        setattr(rij, veld, waarde)
    rij.save()
    waren = list(rij.aanwezigen.all())
    rij.aanwezigen.all().delete()
    Aanwezige.objects.bulk_create(
        Aanwezige(gesprek=rij, naam=getypte_naam(naam, waren), hoedanigheid=wie) for naam, wie in aanwezigen
    )
    _werk_individueel_bij(intake)
    registreer_handeling(
        dossier=intake.dossier,
        soort=handelingen.GESPREK_GEWIJZIGD if bestaand else handelingen.GESPREK_VASTGELEGD,
        datum=rij.datum,
        door=door,
        gegevens={"individueel": " (individueel)" if rij.individueel else ""},
    )
    return rij


def _weiger_naasten(individueel: bool, aanwezigen: Aanwezigen) -> None:
    if individueel and any(hoedanigheid in NAASTEN for _, hoedanigheid in aanwezigen):
        raise IntakeFout("Een individueel gesprek is zonder partner, familie of bekenden. Pas een van de twee aan.")
    if individueel and any(hoedanigheid == Hoedanigheid.ANDERS for _, hoedanigheid in aanwezigen):
        raise IntakeFout(
            "Bij een individueel gesprek mag iemand alleen vanuit zijn werk erbij zijn. Kies bij ‘iemand anders’ een "
            "hoedanigheid die dat zegt."
        )


def _werk_individueel_bij(intake: BredeIntake) -> None:
    eerste = intake.gesprekken.filter(individueel=True).order_by("datum").first()
    intake.individueel_gevoerd_op = eerste.datum if eerste else None
    intake.save(update_fields=["individueel_gevoerd_op"])
