"""The papers of the PVT and the MAP."""

from cases.brieven import Briefsoort, Fase, registreer_brief

PVT_UITNODIGING = registreer_brief(
    Briefsoort(
        "pvt_uitnodiging",
        "Uitnodiging voor het PVT",
        "Iemand zit in een groep voor het participatieverklaringstraject en de dagen zijn bekend.",
        "de inburgeraar",
        "pvt_uitnodiging/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)
PVT_VERKLARING = registreer_brief(
    Briefsoort(
        "pvt_verklaring",
        "Participatieverklaring, met de uitnodiging om te tekenen",
        "De ondertekening in de gemeente is gepland of verplaatst.",
        "de inburgeraar",
        "pvt_verklaring/v1",
        Fase.UITVOERING,
        tekstblokken=("pvt-verklaring", "brief-hulp"),
    )
)
MAP_EINDGESPREK = registreer_brief(
    Briefsoort(
        "map_eindgesprek",
        "Verslag van het eindgesprek van de MAP",
        "Het eindgesprek is gehouden: de MAP is afgerond, of er is nog meer nodig.",
        "de inburgeraar",
        "map_eindgesprek/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)
