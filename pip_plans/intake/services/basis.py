"""What every service of the intake starts with: the lock, the errors, and the refusal of dates to come."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from pip_plans.intake.models import BredeIntake

if TYPE_CHECKING:
    from pip_plans.intake.models import Leefgebied
    from pip_plans.intake.vragen import Antwoord


class IntakeFout(Exception):
    """What cannot be recorded; the text is Dutch and meant for the screen, at the field `veld` if there is one."""

    def __init__(self, tekst: str, veld: str = "") -> None:
        super().__init__(tekst)
        self.veld = veld


class GewijzigdDoorAnder(Exception):
    """Somebody else saved this leefgebied in between.

    `huidig` is what stands there now, `getypt` what was refused, `botsingen` names the fields that both changed.
    """

    def __init__(self, huidig: "Leefgebied", getypt: "dict[str, Antwoord]", botsingen: tuple[str, ...]) -> None:
        super().__init__(f"{huidig.bijgewerkt_door or 'Iemand anders'} heeft dit leefgebied intussen gewijzigd.")
        self.huidig, self.getypt, self.botsingen = huidig, getypt, botsingen


class NietCompleet(IntakeFout):
    """The intake cannot be completed yet; `redenen` says why, one sentence each."""

    def __init__(self, redenen: Iterable[str]) -> None:
        self.redenen = tuple(redenen)
        super().__init__(" ".join(self.redenen))


def vergrendel(intake: BredeIntake, *, ook_afgerond: bool = False) -> BredeIntake:
    """The same intake, locked and read again. Raises IntakeFout when it was completed, unless that does not matter."""
    vers: BredeIntake = BredeIntake.objects.select_for_update(of=("self",)).select_related("dossier").get(pk=intake.pk)
    if vers.is_afgerond and not ook_afgerond:
        raise IntakeFout("De brede intake is afgerond. Heropen hem eerst om iets te wijzigen.")
    return vers


def weiger_toekomst(datum: date, op: date, veld: str = "datum") -> None:
    """What happened has a date of today or before."""
    if datum > op:
        raise IntakeFout("Deze datum ligt in de toekomst. Leg vast wat gebeurd is.", veld)
