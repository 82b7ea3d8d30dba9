"""Dates in an order that is possible but unusual: a warning, never a fault."""

from collections.abc import Iterator, Mapping
from datetime import date

from .meldingen import Melding, let_op

# (usually first, usually later, the sentence on the later one)
_GEWOONLIJK = (
    ("datum_vergunning", "datum_koppeling", "De koppeling ({later}) ligt voor de vergunning ({eerder})."),
    ("datum_vergunning", "datum_kennisgeving_duo", "De kennisgeving ({later}) ligt voor de vergunning ({eerder})."),
    ("datum_koppeling", "datum_huisvesting", "De huisvesting ({later}) ligt voor de koppeling ({eerder})."),
    ("datum_koppeling", "datum_brp", "De BRP-inschrijving ({later}) ligt voor de koppeling ({eerder})."),
    ("datum_huisvesting", "datum_brp", "De BRP-inschrijving ({later}) ligt voor de huisvesting ({eerder})."),
)


def ongewone_volgorde(data: Mapping[str, date], geboortedatum: date | None) -> Iterator[Melding]:
    """A warning for every pair of dates that is the other way round than usual."""
    for eerder, later, zin in _GEWOONLIJK:
        if eerder in data and later in data and data[later] < data[eerder]:
            yield let_op(later, zin.format(later=cijfers(data[later]), eerder=cijfers(data[eerder])))
    for kolom, dag in data.items():
        if geboortedatum and dag < geboortedatum:
            yield let_op(kolom, f"Deze datum ({cijfers(dag)}) ligt voor de geboortedatum.")


def cijfers(dag: date) -> str:
    return f"{dag:%d-%m-%Y}"
