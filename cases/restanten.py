"""What higher apps leave behind when a dossier is destroyed: rows that nobody belongs to any more.

They hang on no dossier themselves, so that walking its relations does not find them.
"""

from collections.abc import Callable

from django.db.models import QuerySet

Restant = Callable[[], QuerySet]
_RESTANTEN: list[Restant] = []


def registreer_restant(functie: Restant) -> Restant:
    """Decorator: gives the rows that go as well, after the dossier went."""
    _RESTANTEN.append(functie)
    return functie


def restanten() -> list[QuerySet]:
    return [functie() for functie in _RESTANTEN]
