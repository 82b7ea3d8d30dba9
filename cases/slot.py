"""What higher apps have to say before a dossier is closed (`cases.services.afsluiten`); they register at the start."""

from collections.abc import Callable, Iterable
from datetime import date

from .models import Dossier

Slotbeletsel = Callable[[Dossier, date], Iterable[str]]
_BELETSELS: list[Slotbeletsel] = []


def registreer_slotbeletsel(functie: Slotbeletsel) -> Slotbeletsel:
    """Decorator: called with the dossier and today; Dutch sentences that say what must be done before closing."""
    _BELETSELS.append(functie)
    return functie


def slotbeletsels(dossier: Dossier, op: date) -> list[str]:
    return [zin for functie in _BELETSELS for zin in functie(dossier, op)]
