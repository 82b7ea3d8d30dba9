"""Keeping the sociale kaart of a gemeente. No persons stand in it; the change history says who changed what."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.models import Gemeente
from pip_plans.intake.models import Doorverwijzing, Voorziening

from .basis import IntakeFout


@transaction.atomic
def bewaar_voorziening(
    *, gemeente: Gemeente, gegevens: Mapping[str, Any], bestaand: Voorziening | None = None
) -> Voorziening:
    """Add an entry or change `bestaand`; `gegevens` holds fields of Voorziening.

    Raises IntakeFout for a name that is there already, and for an entry of another gemeente.
    """
    if bestaand is not None and bestaand.gemeente_id != gemeente.pk:
        raise IntakeFout("Deze voorziening is van een andere gemeente.")
    rij = bestaand or Voorziening(gemeente=gemeente)
    for veld, waarde in gegevens.items():
        setattr(rij, veld, waarde)
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise IntakeFout(" ".join(fout.messages)) from fout
    rij.save()
    return rij


def in_gebruik(voorziening: Voorziening) -> bool:
    """Somebody was referred to it: then it stays, so that the doorverwijzing still says to whom."""
    return Doorverwijzing.objects.filter(voorziening=voorziening).exists()


@transaction.atomic
def verwijder_voorziening(*, voorziening: Voorziening) -> None:
    """Remove an entry that was never used. Raises IntakeFout otherwise: set it inactive."""
    Voorziening.objects.select_for_update().get(pk=voorziening.pk)
    if in_gebruik(voorziening):
        raise IntakeFout("Naar deze voorziening is doorverwezen. Zet hem op ‘niet meer in gebruik’.")
    voorziening.delete()
