"""What higher apps have to say when a dossier is destroyed: what they keep of it, and what nobody belongs to any more.

The one hangs on a dossier and stays, the other hangs on none and goes, so that walking its relations finds neither.
"""

from collections.abc import Callable, Sequence
from datetime import date

from django.db.models import QuerySet

Losmaker = Callable[[Sequence[int]], None]
Restant = Callable[[int, date], QuerySet]
_LOSMAKERS: list[Losmaker] = []
_RESTANTEN: list[Restant] = []


def registreer_losmaker(functie: Losmaker) -> Losmaker:
    """Decorator: called with the ids of the dossiers before they go, to take the person off what has to stay."""
    _LOSMAKERS.append(functie)
    return functie


def registreer_restant(functie: Restant) -> Restant:
    """Decorator: gives the rows of a gemeente that go as well, after the dossier went on this day."""
    _RESTANTEN.append(functie)
    return functie


def maak_los(dossier_ids: Sequence[int]) -> None:
    for functie in _LOSMAKERS:
        functie(dossier_ids)


def restanten(gemeente_id: int, op: date) -> list[QuerySet]:
    return [functie(gemeente_id, op) for functie in _RESTANTEN]
