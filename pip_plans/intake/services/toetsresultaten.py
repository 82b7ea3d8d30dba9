"""Results of the leerbaarheidstoets as DUO gave them: several attempts, corrections, and which one holds."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from cases.models import Medewerker
from pip_plans.intake import handelingen
from pip_plans.intake.models import BredeIntake, Leerbaarheidstoets, Toetsresultaat
from pip_plans.intake.models.toets import RESULTAAT

from .basis import IntakeFout, weiger_toekomst
from .toets import haal_toets, leg_vast


@transaction.atomic
def registreer_resultaat(
    *,
    intake: BredeIntake,
    gegevens: Mapping[str, Any],
    vervangt: Toetsresultaat | None = None,
    reden: str = "",
    door: Medewerker | None,
    op: date,
) -> Leerbaarheidstoets:
    """Record a result with the fields of RESULTAAT, exactly as it came; the newest test that still counts holds.

    `vervangt` is the row that this one corrects, with the reason. Also after the intake was completed: DUO may correct
    a result later, and nothing of what was decided changes by it. A result takes the place of a reason for no test.
    Raises IntakeFout for dates that do not fit and for a correction of what no longer counts. The same again does
    nothing.
    """
    toets = haal_toets(intake, ook_afgerond=True)
    rij = Toetsresultaat(
        intake=toets.intake, ontvangen_op=op, vastgelegd_door=door, vastgelegd_op=op, vervangt=vervangt
    )
    for veld in set(RESULTAAT) & gegevens.keys():
        setattr(rij, veld, gegevens[veld])
    rij.reden = reden.strip()
    if gelijk := _zelfde(rij):
        toets.resultaat = gelijk
        return toets
    _controleer(rij, toets, op)
    rij.save()
    soort = handelingen.TOETS_VERBETERD if vervangt else handelingen.TOETS_UITSLAG
    return leg_vast(_wijs_aan(toets), soort, op, door, uitslag=rij.get_uitslag_display())


@transaction.atomic
def trek_resultaat_in(
    *, intake: BredeIntake, resultaat: Toetsresultaat, reden: str, door: Medewerker | None, op: date
) -> Leerbaarheidstoets:
    """Say that a result does not count, for example because it is of somebody else. It stays readable.

    Raises IntakeFout without a reason. Withdrawn already: nothing happens.
    """
    toets = haal_toets(intake, ook_afgerond=True)
    if not reden.strip():
        raise IntakeFout("Schrijf op waarom deze uitslag niet geldt.", "reden")
    rij = Toetsresultaat.objects.get(pk=resultaat.pk, intake=toets.intake)
    if not rij.geldt:
        return toets
    rij.ingetrokken_op, rij.ingetrokken_reden = op, reden.strip()
    rij.save(update_fields=["ingetrokken_op", "ingetrokken_reden"])
    return leg_vast(_wijs_aan(toets), handelingen.TOETS_INGETROKKEN, op, door)


def geldend(intake: BredeIntake) -> Toetsresultaat | None:
    """The result of the newest test among those that were neither corrected nor withdrawn."""
    return _tellend(intake).order_by("afgenomen_op", "pk").last()


def _tellend(intake: BredeIntake) -> "QuerySet[Toetsresultaat]":
    return intake.toetsresultaten.filter(vervangen_door=None, ingetrokken_op=None)


def _wijs_aan(toets: Leerbaarheidstoets) -> Leerbaarheidstoets:
    toets.resultaat = geldend(toets.intake)
    if toets.resultaat:
        toets.geen_reden, toets.ontheffing = "", None
    toets.save()
    return toets


def _zelfde(rij: Toetsresultaat) -> Toetsresultaat | None:
    """A row that says the same and still counts: a second click, or a message that came twice."""
    inhoud = {veld: getattr(rij, veld) for veld in RESULTAAT}
    return _tellend(rij.intake).filter(**inhoud).first()


def _controleer(rij: Toetsresultaat, toets: Leerbaarheidstoets, op: date) -> None:
    weiger_toekomst(rij.afgenomen_op, op, "afgenomen_op")
    weiger_toekomst(rij.ontvangen_op, op, "ontvangen_op")
    if rij.ontvangen_op < rij.afgenomen_op:
        raise IntakeFout("De uitslag kan niet binnenkomen vóór de dag van de toets.", "ontvangen_op")
    if rij.vervangt and not rij.reden:
        raise IntakeFout("Schrijf op waarom u de uitslag verbetert.", "reden")
    if rij.vervangt and not _tellend(toets.intake).filter(pk=rij.vervangt.pk).exists():
        raise IntakeFout("Deze uitslag is al verbeterd of ingetrokken. Verbeter de uitslag die nu geldt.")
    try:
        rij.full_clean()
    except ValidationError as fout:
        raise IntakeFout(" ".join(fout.messages)) from fout
