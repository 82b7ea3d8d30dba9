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
    Soort(
        "wachtlijst_weken",
        "Te lang op de wachtlijst",
        "Wie langer op een plaats wacht, staat in Wat nu? en heet in de lijst van plaatsingen ‘te lang’.",
        "6",
        "werkafspraak; na drie maanden zonder aanbod kan DUO verlengen (art. 4.1 Regeling inburgering 2021)",
        keuzes=tuple((weken, f"{weken} weken") for weken in ("2", "4", "6", "8", "12")),
    ),
)
