"""Two people wrote on one concept: what each of them left alone follows the other (as in the brede intake)."""

from collections.abc import Mapping, Sequence
from typing import Any

from pip_plans.plan.models import Pip

_ONBEKEND = object()  # equals nothing: what the writer started from is not known


def voeg_samen(huidig: Pip, revisie: int, getypt: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Mine and theirs together, field by field, against `revisie` that mine started from; and the fields both changed.

    Of those the result holds what was typed. Reads the change history; saves nothing.
    """
    begin = huidig.events.filter(revisie=revisie).order_by("-pgh_id").first()  # type: ignore[attr-defined]  # by pghistory
    samen, botsingen = dict(getypt), []
    for naam, waarde in getypt.items():
        toen, ander = _gelijk(getattr(begin, naam, _ONBEKEND)), getattr(huidig, naam)
        if _gelijk(waarde) in (_gelijk(ander), toen):
            samen[naam] = ander
        elif _gelijk(ander) != toen:
            botsingen.append(naam)
    return samen, tuple(botsingen)


def zelfde_rijen(rijen: Sequence[Mapping[str, Any]] | None, huidig: Any) -> bool:
    """Whether the typed rows say what is stored; None is a page without these rows."""
    if rijen is None:
        return True
    gevuld = [rij for rij in rijen if any(rij.values())]
    return gevuld == [{naam: getattr(nu, naam) for naam in rij} for rij, nu in zip(gevuld, huidig, strict=False)] and (
        len(gevuld) == len(huidig)
    )


def _gelijk(waarde: Any) -> Any:
    """A browser ends lines in its own way; that is no change."""
    return "\n".join(waarde.splitlines()) if isinstance(waarde, str) else waarde
