"""The leerbaarheidstoets: planned, missed, taken, exempted, or none."""

from datetime import date

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.intake import handelingen
from pip_plans.intake.enums import GeenToets, Ontheffingsgrond, Toetsuitslag
from pip_plans.intake.models import BredeIntake, Leerbaarheidstoets

from .basis import IntakeFout, vergrendel, weiger_toekomst


@transaction.atomic
def plan_toets(*, intake: BredeIntake, dag: date, door: Medewerker | None, op: date) -> Leerbaarheidstoets:
    """Set the day of the test, or another one after a no-show. Raises IntakeFout when the test is settled already."""
    toets = _toets(intake)
    _weiger_klaar(toets)
    toets.gepland_op = dag
    toets.save()
    return _leg_vast(toets, handelingen.TOETS_GEPLAND, op, door, dag=datum_zonder_weekdag(dag))


@transaction.atomic
def meld_toets_gemist(*, intake: BredeIntake, door: Medewerker | None, op: date) -> Leerbaarheidstoets:
    """Record a no-show on the planned day. Raises IntakeFout when none was planned up to `op`."""
    toets = _toets(intake)
    _weiger_klaar(toets)
    if toets.gepland_op is None or toets.gepland_op > op:
        raise IntakeFout("Er is nog geen toets geweest. Plan eerst een dag.")
    toets.gemist_op = toets.gepland_op
    toets.save()
    return _leg_vast(toets, handelingen.TOETS_GEMIST, toets.gepland_op, door)


@transaction.atomic
def registreer_toetsuitslag(
    *,
    intake: BredeIntake,
    afgenomen_op: date,
    uitslag: Toetsuitslag,
    uitslag_duo: str = "",
    door: Medewerker | None,
    op: date,
) -> Leerbaarheidstoets:
    """Record the result, with the words of DUO kept as they came. Replaces an exemption or a reason for no test."""
    weiger_toekomst(afgenomen_op, op)
    toets = _leeg(_toets(intake))
    toets.afgenomen_op, toets.uitslag, toets.uitslag_duo = afgenomen_op, uitslag, uitslag_duo
    toets.save()
    return _leg_vast(toets, handelingen.TOETS_UITSLAG, op, door, uitslag=Toetsuitslag(uitslag).label)


@transaction.atomic
def verleen_ontheffing_toets(
    *, intake: BredeIntake, grond: Ontheffingsgrond, datum: date, door: Medewerker | None, op: date
) -> Leerbaarheidstoets:
    """Record an exemption from the test. The event does not name the ground: it says something about health."""
    weiger_toekomst(datum, op)
    toets = _leeg(_toets(intake))
    toets.ontheffing, toets.ontheffing_op = grond, datum
    toets.save()
    return _leg_vast(toets, handelingen.TOETS_ONTHEFFING, datum, door)


@transaction.atomic
def leg_geen_toets_vast(
    *, intake: BredeIntake, reden: GeenToets, door: Medewerker | None, op: date
) -> Leerbaarheidstoets:
    """Record why there is no test (Wi 14(2), Wi 15(4)). Absence counts only after three oproepen for the test."""
    toets = _leeg(_toets(intake))
    if reden == GeenToets.VERSTEK and toets.intake.oproepen.filter(soort="toets").gemist().count() < 3:
        raise IntakeFout("Dat kan pas als de inburgeraar na drie oproepen voor de toets niet is verschenen.")
    toets.geen_reden = reden
    toets.save()
    return _leg_vast(toets, handelingen.TOETS_GEEN, op, door, reden=GeenToets(reden).label)


def _toets(intake: BredeIntake) -> Leerbaarheidstoets:
    """The test of this intake, locked with it; not saved yet when it is new."""
    intake = vergrendel(intake)
    if not intake.toets_nodig:
        raise IntakeFout("Onder de Wet inburgering 2013 is er geen leerbaarheidstoets.")
    return Leerbaarheidstoets.objects.filter(intake=intake).select_related("intake__dossier").first() or (
        Leerbaarheidstoets(intake=intake)
    )


def _weiger_klaar(toets: Leerbaarheidstoets) -> None:
    if toets.is_klaar:
        raise IntakeFout("De leerbaarheidstoets is al afgehandeld.")


def _leeg(toets: Leerbaarheidstoets) -> Leerbaarheidstoets:
    """Without an outcome: the new one takes the place of the old."""
    toets.afgenomen_op, toets.uitslag, toets.uitslag_duo = None, "", ""
    toets.ontheffing, toets.ontheffing_op, toets.geen_reden = "", None, ""
    return toets


def _leg_vast(
    toets: Leerbaarheidstoets, soort: str, datum: date, door: Medewerker | None, **gegevens: str
) -> Leerbaarheidstoets:
    registreer_handeling(dossier=toets.intake.dossier, soort=soort, datum=datum, door=door, gegevens=gegevens)
    return toets
