"""What higher apps have to say when two records of one person are merged. They register here when Django starts."""

from collections.abc import Callable, Iterable

from .models import Dossier

Beletsel = Callable[[Dossier, Dossier], Iterable[str]]
Voorbereiding = Callable[[Dossier, Dossier], None]
_BELETSELS: list[Beletsel] = []
_VOORBEREIDINGEN: list[Voorbereiding] = []


def registreer_beletsel(functie: Beletsel) -> Beletsel:
    """Decorator: called with (blijft, vervallen); Dutch sentences that say what must be done before merging."""
    _BELETSELS.append(functie)
    return functie


def registreer_voorbereiding(functie: Voorbereiding) -> Voorbereiding:
    """Decorator: called with (blijft, vervallen) inside the transaction, just before the rows move."""
    _VOORBEREIDINGEN.append(functie)
    return functie


def beletsels(blijft: Dossier, vervallen: Dossier) -> list[str]:
    return [zin for functie in _BELETSELS for zin in functie(blijft, vervallen)]


def bereid_voor(blijft: Dossier, vervallen: Dossier) -> None:
    for functie in _VOORBEREIDINGEN:
        functie(blijft, vervallen)
