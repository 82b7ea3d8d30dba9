"""The few questions per leefgebied whose answers the route advice and the PIP use; the rest is free text.

Nothing here is compulsory. Of gezondheid nothing is asked in a closed list: there only what bears on learning and
guidance is written down, in words (art. 37 Wet inburgering 2021).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

from django.db.models import TextChoices

from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums import Gebied
from .keuzelijsten import (
    Afgerond,
    Alfabetisering,
    Computer,
    Opleidingsniveau,
    Opvang,
    Richting,
    Sector,
    Taalniveau,
    Voorschool,
    Waardering,
)

LANGSTE_TEKST = 200
Antwoord = str | int
Antwoorden = Mapping[str, Antwoord]


class Soort(Enum):
    KEUZE = "keuze"
    GETAL = "getal"
    DATUM = "datum"
    TEKST = "tekst"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. `keuzes` for KEUZE; `hoogste` and `eenheid` for GETAL."""

    code: str
    label: str
    soort: Soort
    keuzes: type[TextChoices] | None = None
    hoogste: int = 0
    eenheid: str = ""

    def lees(self, waarde: Any) -> Antwoord:
        """The answer as it is kept, '' for none. Raises ValueError for what is no answer to this question."""
        if waarde is None or waarde == "":
            return ""
        if self.soort is Soort.GETAL:
            return self._getal(waarde)
        if self.soort is Soort.DATUM:
            return (waarde if isinstance(waarde, date) else date.fromisoformat(str(waarde))).isoformat()
        if self.keuzes is not None:
            return str(self.keuzes(waarde).value)
        return str(waarde).strip()[:LANGSTE_TEKST]

    def _getal(self, waarde: Any) -> int:
        getal = int(waarde)
        if not 0 <= getal <= self.hoogste:
            raise ValueError(f"{self.label}: {getal} ligt niet tussen 0 en {self.hoogste}.")
        return getal

    def in_woorden(self, antwoord: Antwoord) -> str:
        """The answer as a person reads it; '' for none."""
        if antwoord == "":
            return ""
        if self.keuzes is not None:
            return str(self.keuzes(str(antwoord)).label)
        if self.soort is Soort.DATUM:
            return datum_zonder_weekdag(date.fromisoformat(str(antwoord)))
        return f"{antwoord} {self.eenheid}".strip()


def _keuze(code: str, label: str, keuzes: type[TextChoices]) -> Vraag:
    return Vraag(code, label, Soort.KEUZE, keuzes)


def _getal(code: str, label: str, hoogste: int, eenheid: str) -> Vraag:
    return Vraag(code, label, Soort.GETAL, hoogste=hoogste, eenheid=eenheid)


def _tekst(code: str, label: str) -> Vraag:
    return Vraag(code, label, Soort.TEKST)


def _datum(code: str, label: str) -> Vraag:
    return Vraag(code, label, Soort.DATUM)


VRAGEN: Mapping[Gebied, tuple[Vraag, ...]] = MappingProxyType(
    {
        Gebied.TAAL: (
            _keuze("luisteren", "Nederlands luisteren", Taalniveau),
            _keuze("spreken", "Nederlands spreken", Taalniveau),
            _keuze("lezen", "Nederlands lezen", Taalniveau),
            _keuze("schrijven", "Nederlands schrijven", Taalniveau),
            _keuze("alfabetisering", "Alfabetisering", Alfabetisering),
            _tekst("andere_talen", "Andere talen"),
        ),
        Gebied.OPLEIDING: (
            _getal("school_jaren", "Jaren naar school", 30, "jaar"),
            _keuze("hoogste_opleiding", "Hoogste opleiding", Opleidingsniveau),
            _keuze("afgerond", "Afgerond", Afgerond),
            _tekst("diploma", "Diploma of richting"),
            _tekst("opleiding_land", "Land van de opleiding"),
            _keuze("waardering", "Diplomawaardering", Waardering),
            _datum("waardering_gevraagd_op", "Waardering aangevraagd op"),
            _datum("waardering_ontvangen_op", "Waardering ontvangen op"),
            _tekst("waardering_uitkomst", "Uitkomst van de waardering"),
        ),
        Gebied.WERK: (
            _tekst("beroepen", "Beroepen en banen"),
            _keuze("sector", "Sector", Sector),
            _getal("werk_jaren", "Jaren gewerkt", 60, "jaar"),
            _getal("werk_uren_nu", "Werkt nu", 60, "uur per week"),
        ),
        Gebied.GEZIN: (
            _keuze("opvang", "Kinderopvang tijdens de les", Opvang),
            _keuze("voorschool", "Voorschool", Voorschool),
        ),
        Gebied.DIGITAAL: (_keuze("computer", "Computer en telefoon", Computer),),
        Gebied.WENSEN: (
            _keuze("richting", "Wil vooral naar", Richting),
            _tekst("gewenst", "Welk werk of welke opleiding"),
            _getal("uren_per_week", "Tijd voor inburgering", 60, "uur per week"),
        ),
    }
)


def vragen(gebied: Gebied) -> tuple[Vraag, ...]:
    return VRAGEN.get(gebied, ())


def beantwoord(gebied: Gebied, antwoorden: Antwoorden) -> tuple[tuple[str, str], ...]:
    """What was answered, as (label, words)."""
    paren = ((vraag, antwoorden.get(vraag.code, "")) for vraag in vragen(gebied))
    return tuple((vraag.label, vraag.in_woorden(antwoord)) for vraag, antwoord in paren if antwoord != "")
