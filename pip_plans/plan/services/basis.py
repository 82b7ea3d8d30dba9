"""What every service of the PIP starts with: the errors and the lock."""

from collections.abc import Mapping
from typing import Any

from pip_plans.plan.models import Pip


class PlanFout(Exception):
    """Something that cannot be done with this PIP now; the text is Dutch and meant for the screen."""


class GewijzigdDoorAnder(Exception):
    """Somebody else saved the same part in between: `huidig` is what stands there now, `botsingen` what both changed.

    `samen` is what was typed, with the text of the other where only the other wrote.
    """

    def __init__(self, huidig: Pip, samen: Mapping[str, Any], botsingen: tuple[str, ...]) -> None:
        super().__init__(f"{huidig.gewijzigd_door} heeft dit concept intussen gewijzigd.")
        self.huidig, self.samen, self.botsingen = huidig, samen, botsingen


def vergrendel(pip: Pip) -> Pip:
    """The same PIP, locked and read again."""
    vers: Pip = (
        Pip.objects.select_for_update(of=("self",))
        .select_related("dossier__inburgeraar", "dossier__gemeente", "dossier__consulent", "gewijzigd_door")
        .get(pk=pip.pk)
    )
    return vers
