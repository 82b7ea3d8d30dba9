"""How many cursusuren NT2 somebody followed, by who keeps them: a higher app registers itself here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cases.models import Dossier


@dataclass(frozen=True, slots=True)
class Lesuren:
    """Whole hours of NT2, counted up to and including `op`; `bron` says in Dutch where they come from."""

    uren: int
    op: date
    bron: str


Urenbron = Callable[[Dossier, date], Lesuren | None]
_BRONNEN: list[Urenbron] = []


def registreer_lesuren(bron: Urenbron) -> Urenbron:
    """Decorator: called with the dossier and the day; None when there are no hours."""
    _BRONNEN.append(bron)
    return bron


def lesuren(dossier: Dossier, op: date) -> Lesuren | None:
    """What is known on this day, None when nobody knows."""
    return next((uren for bron in _BRONNEN if (uren := bron(dossier, op))), None)
