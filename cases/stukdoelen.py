"""What a paper can be about: an afspraak of the core, an oproep or a talk of a higher app.

A paper keeps the code; the words are asked again for every page, so that nothing is written down twice.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .models import Dossier


@dataclass(frozen=True, slots=True)
class Stukdoel:
    """`code` is unique in a dossier, such as 'afspraak-12'; `label` is without personal data."""

    code: str
    label: str


Bron = Callable[[Dossier], Iterable[Stukdoel]]
_BRONNEN: list[Bron] = []
MEESTE = 20


def registreer_stukdoelen(bron: Bron) -> Bron:
    """Decorator: this function says what a paper of a dossier can be about, the newest first."""
    _BRONNEN.append(bron)
    return bron


def stukdoelen(dossier: Dossier) -> list[Stukdoel]:
    """Everything of this dossier that a paper can be about, in one query per source."""
    return [doel for bron in _BRONNEN for doel in bron(dossier)]


@registreer_stukdoelen
def bezwaren(dossier: Dossier) -> Iterable[Stukdoel]:
    rijen = dossier.bezwaren.all()[:MEESTE]
    return [Stukdoel(f"bezwaar-{rij.pk}", f"Bezwaar {rij.nummer}") for rij in rijen]


@registreer_stukdoelen
def afspraken(dossier: Dossier) -> Iterable[Stukdoel]:
    rijen = dossier.afspraken.order_by("-begin", "-pk")[:MEESTE]
    return [Stukdoel(f"afspraak-{rij.pk}", f"{rij.get_soort_display()} van {rij.dag:%d-%m-%Y}") for rij in rijen]
