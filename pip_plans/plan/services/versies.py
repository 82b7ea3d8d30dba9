"""The versions of a plan: which one holds, what it says, and how it differs from the one before."""

from collections.abc import Mapping
from typing import Any

from cases.enums import Beschikkingstatus
from cases.models import Dossier
from pip_plans.plan.enums import Pipstatus
from pip_plans.plan.models import Pip
from pip_plans.plan.verschil import Verschil, verschil

UITGEGEVEN = (Pipstatus.VASTGESTELD, Pipstatus.UITGEBRACHT)


def versies(dossier: Dossier) -> list[Pip]:
    """Every version but withdrawn concepts, the newest first, each with its decision or document."""
    rijen = list(Pip.objects.geldend().met_beschikking().select_related("wijziging__vorige").filter(dossier=dossier))
    for pip in rijen:
        pip.dossier = dossier
    return rijen


def laatste_uitgegeven(dossier: Dossier) -> Pip | None:
    """The last version that left the house, as a decision or as an advice; also when it was withdrawn since."""
    pip: Pip | None = Pip.objects.met_beschikking().filter(dossier=dossier, status__in=UITGEGEVEN).first()
    if pip:
        pip.dossier = dossier
    return pip


def is_beeindigd(pip: Pip) -> bool:
    """Whether this decision was withdrawn or herroepen, so that no PIP holds until there is a new one."""
    einden = (Beschikkingstatus.INGETROKKEN, Beschikkingstatus.HERROEPEN)
    return pip.beschikking is not None and pip.beschikking.status in einden


def bevroren(pip: Pip) -> Mapping[str, Any]:
    """What the letter of this version says; empty for a concept."""
    inhoud: Mapping[str, Any] = {}
    if pip.beschikking:
        inhoud = pip.beschikking.inhoud
    elif pip.document:
        inhoud = pip.document.inhoud
    return inhoud


def verschil_met_vorige(pip: Pip, nieuw: Mapping[str, Any] | None = None) -> tuple[Verschil, ...]:
    """What this version changes in the one it was started from; nothing for a first one.

    `nieuw` is what the letter of a concept would say; of a decided version its frozen content is taken.
    """
    wijziging = pip.wijziging_of_niets
    if wijziging is None or wijziging.vorige is None:
        return ()
    return verschil(bevroren(wijziging.vorige), bevroren(pip) if nieuw is None else nieuw)
