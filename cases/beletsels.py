"""What higher apps have to say when two records of one person are merged. They register here when Django starts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from .models import Dossier

Beletsel = Callable[[Dossier, Dossier], Iterable[str]]
Voorbereiding = Callable[[Dossier, Dossier], None]


class Stand(StrEnum):
    """Of what a dossier has once: nothing to choose, that of the record that ends counts, or a person chooses."""

    GOED = "goed"
    WISSEL = "wissel"
    KIES = "kies"


@dataclass(frozen=True, slots=True)
class Tweevoud:
    """Something that a dossier has once while both records may have it. The other one is kept under the old number.

    `soort` is its model ('intake.BredeIntake'); `beschrijf` tells in words what there is in a dossier; `wissel` gives
    each of the two the one of the other; at `leespagina` (arguments nummer and oud) the other one can be read.
    """

    soort: str
    label: str
    stand: Callable[[Dossier, Dossier], Stand]
    beschrijf: Callable[[Dossier], str]
    wissel: Callable[[Dossier, Dossier], None]
    leespagina: str


_BELETSELS: list[Beletsel] = []
_TWEEVOUDEN: list[Tweevoud] = []
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


def registreer_tweevoud(tweevoud: Tweevoud) -> Tweevoud:
    _TWEEVOUDEN.append(tweevoud)
    return tweevoud


def tweevouden() -> list[Tweevoud]:
    return list(_TWEEVOUDEN)
