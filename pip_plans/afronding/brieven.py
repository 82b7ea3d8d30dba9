"""The papers at the end of the way."""

from cases.brieven import Briefsoort, Fase, registreer_brief

CERTIFICAAT = registreer_brief(
    Briefsoort(
        "certificaat",
        "Certificaat van de Z-route",
        "In de Z-route is alles klaar. Het certificaat wordt persoonlijk uitgereikt.",
        "de inburgeraar",
        "certificaat/v1",
        Fase.UITVOERING,
    )
)
Z_EINDGESPREK = registreer_brief(
    Briefsoort(
        "z_eindgesprek",
        "Brief na het eindgesprek van de Z-route",
        "De uren van de Z-route zijn gehaald en de gemeente heeft het eindgesprek gehouden.",
        "de inburgeraar",
        "z_eindgesprek/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)
AFSLUITING = registreer_brief(
    Briefsoort(
        "afsluiting",
        "Brief bij het afsluiten van het dossier",
        "De inburgeringsplicht is in deze gemeente geëindigd en het dossier gaat dicht.",
        "de inburgeraar",
        "afsluiting/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)
OVERDRACHTSBLAD = registreer_brief(
    Briefsoort(
        "overdrachtsblad",
        "Overdrachtsblad voor een andere gemeente",
        "Iemand verhuist. De nieuwe gemeente krijgt het PIP en de voortgang, en de boetes als zij daarom vraagt.",
        "de nieuwe gemeente",
        "overdrachtsblad/v1",
        Fase.UITVOERING,
    )
)
