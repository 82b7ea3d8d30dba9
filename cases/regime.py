"""What higher apps have to say when a dossier goes to the other act. They register here when Django starts."""

from collections.abc import Callable, Iterable

from django.db.models import QuerySet

from inburgering.recht.feiten import Regime

from .models import Dossier

Regimebeletsel = Callable[[Dossier, Regime], Iterable[str]]
Ongegrond = Callable[[Dossier, Regime], Iterable[tuple[str, QuerySet]]]
_BELETSELS: list[Regimebeletsel] = []
_ONGEGROND: list[Ongegrond] = []


def registreer_regimebeletsel(functie: Regimebeletsel) -> Regimebeletsel:
    """Decorator: Dutch sentences that say what must be done before the dossier can fall under that act."""
    _BELETSELS.append(functie)
    return functie


def registreer_ongegrond(functie: Ongegrond) -> Ongegrond:
    """Decorator: rows for which that act gives no ground, each with its name on the screen; they are removed."""
    _ONGEGROND.append(functie)
    return functie


def regimebeletsels(dossier: Dossier, regime: Regime) -> list[str]:
    return [zin for functie in _BELETSELS for zin in functie(dossier, regime)]


def ongegrond(dossier: Dossier, regime: Regime) -> list[tuple[str, QuerySet]]:
    """Only what there is."""
    return [(naam, rijen) for functie in _ONGEGROND for naam, rijen in functie(dossier, regime) if rijen.exists()]
