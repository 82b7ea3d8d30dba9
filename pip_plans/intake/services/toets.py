"""The leerbaarheidstoets: planned, missed, or none. Results and exemptions have a module of their own."""

from datetime import date

from django.db import transaction

from cases.models import Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.intake import handelingen
from pip_plans.intake.enums import GeenToets, Oproepsoort
from pip_plans.intake.models import BredeIntake, Leerbaarheidstoets

from .basis import IntakeFout, NietCompleet, vergrendel
from .verstek import oproepen_missen


@transaction.atomic
def plan_toets(*, intake: BredeIntake, dag: date, door: Medewerker | None, op: date) -> Leerbaarheidstoets:
    """Set the day of the test, or another one after a no-show. Raises IntakeFout when the test is settled already."""
    toets = haal_toets(intake)
    _weiger_klaar(toets)
    toets.gepland_op = dag
    toets.save()
    return leg_vast(toets, handelingen.TOETS_GEPLAND, op, door, dag=datum_zonder_weekdag(dag))


@transaction.atomic
def meld_toets_gemist(*, intake: BredeIntake, door: Medewerker | None, op: date) -> Leerbaarheidstoets:
    """Record a no-show on the planned day. Raises IntakeFout when none was planned up to `op`."""
    toets = haal_toets(intake)
    _weiger_klaar(toets)
    if toets.gepland_op is None or toets.gepland_op > op:
        raise IntakeFout("Er is nog geen toets geweest. Plan eerst een dag.")
    toets.gemist_op = toets.gepland_op
    toets.save()
    return leg_vast(toets, handelingen.TOETS_GEMIST, toets.gepland_op, door)


@transaction.atomic
def leg_geen_toets_vast(
    *, intake: BredeIntake, reden: GeenToets, door: Medewerker | None, op: date
) -> Leerbaarheidstoets:
    """Record why there is no test (Wi 14(2), Wi 15(4)). Absence counts only after three oproepen for the test,
    each sent, past and judged.

    A move counts only when another gemeente had decided on a PIP. Raises IntakeFout when there is a result or an
    ontheffing: that says more.
    """
    toets = haal_toets(intake)
    if toets.resultaat or toets.is_ontheven:
        raise IntakeFout("Er is al een uitslag of een ontheffing. Die gaat voor.")
    if reden == GeenToets.VERSTEK and (gemis := oproepen_missen(toets.intake, Oproepsoort.TOETS, op)):
        raise NietCompleet(gemis)
    if reden == GeenToets.VERHUIZING and not _heeft_vorig_pip(toets.intake):
        raise IntakeFout("Leg eerst het feit ‘PIP van een andere gemeente’ vast (art. 15 lid 4 Wet inburgering 2021).")
    toets.geen_reden = reden
    toets.save()
    return leg_vast(toets, handelingen.TOETS_GEEN, op, door, reden=GeenToets(reden).label)


def _heeft_vorig_pip(intake: BredeIntake) -> bool:
    feiten = intake.dossier.gebeurtenissen.feiten().geldend()
    return bool(feiten.filter(soort=FeitSoort.PIP_VORIGE_GEMEENTE).exists())


def haal_toets(intake: BredeIntake, *, ook_afgerond: bool = False) -> Leerbaarheidstoets:
    """The test of this intake, locked with it; not saved yet when it is new. Raises IntakeFout under Wi2013."""
    intake = vergrendel(intake, ook_afgerond=ook_afgerond)
    if not intake.toets_nodig:
        raise IntakeFout("Onder de Wet inburgering 2013 is er geen leerbaarheidstoets.")
    rijen = Leerbaarheidstoets.objects.select_related("intake__dossier", "resultaat", "ontheffing__beschikking")
    return rijen.filter(intake=intake).first() or Leerbaarheidstoets(intake=intake)


def _weiger_klaar(toets: Leerbaarheidstoets) -> None:
    if toets.is_besloten:
        raise IntakeFout("De leerbaarheidstoets is al afgehandeld.")


def leg_vast(
    toets: Leerbaarheidstoets, soort: str, datum: date, door: Medewerker | None, **gegevens: str
) -> Leerbaarheidstoets:
    """Write the event of a step with this test."""
    registreer_handeling(dossier=toets.intake.dossier, soort=soort, datum=datum, door=door, gegevens=gegevens)
    return toets
