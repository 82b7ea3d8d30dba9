"""What every service of the PIP starts with: the errors and the lock."""

from pip_plans.plan.models import Pip


class PlanFout(Exception):
    """Something that cannot be done with this PIP now; the text is Dutch and meant for the screen."""


class GewijzigdDoorAnder(Exception):
    """Somebody saved the concept in between: `huidig` is what stands there now, the caller still has what was typed."""

    def __init__(self, huidig: Pip) -> None:
        super().__init__(f"{huidig.gewijzigd_door} heeft dit concept intussen gewijzigd.")
        self.huidig = huidig


def vergrendel(pip: Pip) -> Pip:
    """The same PIP, locked and read again."""
    vers: Pip = (
        Pip.objects.select_for_update(of=("self",))
        .select_related("dossier__inburgeraar", "dossier__gemeente", "dossier__consulent", "gewijzigd_door")
        .get(pk=pip.pk)
    )
    return vers
