"""Referring somebody on, and what came of it. That goes on after the intake was completed."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.intake import handelingen
from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import Reactie
from pip_plans.intake.models import BredeIntake, Doorverwijzing

from .basis import IntakeFout, weiger_toekomst


@transaction.atomic
def verwijs_door(
    *,
    intake: BredeIntake,
    gegevens: Mapping[str, Any],
    bestaand: Doorverwijzing | None = None,
    door: Medewerker | None,
    op: date,
) -> Doorverwijzing:
    """Record a doorverwijzing, or correct `bestaand`; `gegevens` holds fields of Doorverwijzing.

    Raises IntakeFout for a date after `op`, without or with two addressees, and for an entry of another gemeente or
    out of use. The event names neither the area nor the addressee: both may say something about health.
    """
    weiger_toekomst(gegevens["datum"], op)
    rij = bestaand or Doorverwijzing(intake=intake, door=door)
    vorige = rij.voorziening_id
    for veld, waarde in gegevens.items():
        setattr(rij, veld, waarde)
    _controleer(rij, vorige)
    rij.save()
    soort = handelingen.DOORVERWIJZING_GEWIJZIGD if bestaand else handelingen.DOORVERWEZEN
    registreer_handeling(dossier=intake.dossier, soort=soort, datum=rij.datum if not bestaand else op, door=door)
    return rij


@transaction.atomic
def leg_uitkomst_verwijzing_vast(
    *,
    verwijzing: Doorverwijzing,
    reactie: Reactie,
    uitkomst: str = "",
    uitkomst_op: date | None = None,
    door: Medewerker | None,
    op: date,
) -> Doorverwijzing:
    """Record whether the organisation accepted and what came of it; may be done in steps, and corrected.

    Raises IntakeFout for an outcome without date or before the doorverwijzing, a date without outcome or after `op`.
    """
    if uitkomst_op is not None:
        weiger_toekomst(uitkomst_op, op)
    verwijzing.reactie, verwijzing.uitkomst, verwijzing.uitkomst_op = reactie, uitkomst.strip(), uitkomst_op
    _controleer(verwijzing, verwijzing.voorziening_id)
    verwijzing.save(update_fields=["reactie", "uitkomst", "uitkomst_op"])
    registreer_handeling(
        dossier=verwijzing.intake.dossier,
        soort=handelingen.DOORVERWIJZING_UITKOMST,
        datum=op,
        door=door,
        gegevens={"reactie": Reactie(reactie).label},
    )
    return verwijzing


def _controleer(rij: Doorverwijzing, vorige: int | None) -> None:
    kaart = rij.voorziening
    if kaart is not None and kaart.gemeente_id != rij.intake.dossier.gemeente_id:
        raise IntakeFout("Deze voorziening staat niet op de sociale kaart van deze gemeente.")
    if kaart is not None and not kaart.actief and kaart.pk != vorige:
        raise IntakeFout(f"{kaart} is niet meer in gebruik. Kies een andere voorziening.")
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise IntakeFout(" ".join(fout.messages)) from fout


def bewerkbare_gebieden(*, met_gezondheid: bool) -> list[Gebied]:
    """The areas for which this reader may refer: gezondheid only for who may see special data (Wi 37)."""
    return [gebied for gebied in Gebied if met_gezondheid or gebied != Gebied.GEZONDHEID]
