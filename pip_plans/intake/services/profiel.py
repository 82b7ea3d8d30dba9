"""The answers of the brede intake as typed values: what the route advice and the PIP reason with."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

from pip_plans.intake.enums import Gebied
from pip_plans.intake.keuzelijsten import (
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
from pip_plans.intake.models import Leefgebied
from pip_plans.intake.vragen import Antwoord, Antwoorden


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiel:
    """What was answered; None or '' where nobody asked or answered. Years and hours are whole numbers."""

    luisteren: Taalniveau | None = None
    spreken: Taalniveau | None = None
    lezen: Taalniveau | None = None
    schrijven: Taalniveau | None = None
    alfabetisering: Alfabetisering | None = None
    andere_talen: str = ""
    school_jaren: int | None = None
    hoogste_opleiding: Opleidingsniveau | None = None
    afgerond: Afgerond | None = None
    diploma: str = ""
    opleiding_land: str = ""
    waardering: Waardering | None = None
    waardering_uitkomst: str = ""
    beroepen: str = ""
    sector: Sector | None = None
    werk_jaren: int | None = None
    werk_uren_nu: int | None = None
    opvang: Opvang | None = None
    voorschool: Voorschool | None = None
    computer: Computer | None = None
    richting: Richting | None = None
    gewenst: str = ""
    uren_per_week: int | None = None


KEUZES: dict[str, type[TextChoices]] = {
    **dict.fromkeys(("luisteren", "spreken", "lezen", "schrijven"), Taalniveau),
    "alfabetisering": Alfabetisering,
    "hoogste_opleiding": Opleidingsniveau,
    "afgerond": Afgerond,
    "waardering": Waardering,
    "sector": Sector,
    "opvang": Opvang,
    "voorschool": Voorschool,
    "computer": Computer,
    "richting": Richting,
}


def profiel(rijen: Iterable[Leefgebied]) -> Profiel:
    """The answers of all areas together; areas without answers leave their fields empty."""
    antwoorden: dict[str, Antwoord] = {}
    for rij in rijen:
        if rij.gebied != Gebied.GEZONDHEID:
            antwoorden |= rij.antwoorden
    return Profiel(**_getypeerd(antwoorden))  # type: ignore[arg-type]  # each value has the type of its field


def _getypeerd(antwoorden: Antwoorden) -> dict[str, object]:
    velden = Profiel.__dataclass_fields__
    return {
        code: KEUZES[code](str(waarde)) if code in KEUZES else waarde
        for code, waarde in antwoorden.items()
        if code in velden and waarde != ""
    }
