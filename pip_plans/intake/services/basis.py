"""What every service of the intake starts with: the lock, the errors, and the refusal of dates to come."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from pip_plans.intake.models import BredeIntake

if TYPE_CHECKING:
    from pip_plans.intake.models import Leefgebied


class IntakeFout(Exception):
    """Something that cannot be recorded; the text is Dutch and meant for the screen."""


class GewijzigdDoorAnder(Exception):
    """Somebody else saved this leefgebied in between: `huidig` is what stands there now, `getypt` what was refused."""

    def __init__(self, huidig: "Leefgebied", getypt: dict[str, str]) -> None:
        super().__init__(f"{huidig.bijgewerkt_door} heeft dit leefgebied intussen gewijzigd.")
        self.huidig, self.getypt = huidig, getypt


class NietCompleet(IntakeFout):
    """The intake cannot be completed yet; `redenen` says why, one sentence each."""

    def __init__(self, redenen: Iterable[str]) -> None:
        self.redenen = tuple(redenen)
        super().__init__(" ".join(self.redenen))


def vergrendel(intake: BredeIntake) -> BredeIntake:
    """The same intake, locked and read again. Raises IntakeFout when it was completed."""
    vers: BredeIntake = BredeIntake.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=intake.pk)
    if vers.is_afgerond:
        raise IntakeFout("De brede intake is afgerond. Heropen hem eerst om iets te wijzigen.")
    return vers


def weiger_toekomst(datum: date, op: date) -> None:
    """What happened has a date of today or before."""
    if datum > op:
        raise IntakeFout("Deze datum ligt in de toekomst. Leg vast wat gebeurd is.")
