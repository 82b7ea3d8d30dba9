"""The choices of a gemeente about what follows the PIP, and about maatschappelijke begeleiding."""

from .instellingsoort import Soort

UITVOERING = (
    Soort(
        "begeleiding_begin",
        "Begin van de maatschappelijke begeleiding",
        "De wet vraagt begeleiding vanaf de inschrijving in de BRP. Het beleidskader begint eerder: bij de koppeling, "
        "als de inburgeraar nog in het AZC woont.",
        "wet",
        "art. 13 lid 3 Wet inburgering 2021",
        keuzes=(("wet", "vanaf de inschrijving in de BRP"), ("koppeling", "vanaf de koppeling (beleidskader)")),
    ),
)
