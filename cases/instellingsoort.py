"""What a setting of a gemeente is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Soort:
    """One setting: its Dutch label, help, default with source, and a check that returns an error sentence or ''."""

    sleutel: str
    label: str
    uitleg: str
    standaard: Any
    bron: str
    keuzes: tuple[tuple[str, str], ...] = ()
    controleer: Callable[[Any], str] = lambda waarde: ""
