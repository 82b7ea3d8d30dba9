"""The letters about a place."""

from cases.brieven import Briefsoort, Fase, registreer_brief

PLAATSING = registreer_brief(
    Briefsoort(
        "plaatsing",
        "Bericht van plaatsing",
        "Iemand krijgt een plaats, of de dagen of uren van die plaats veranderen.",
        "de inburgeraar",
        "plaatsing/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)
WACHTLIJST = registreer_brief(
    Briefsoort(
        "wachtlijst",
        "Bericht over de wachtlijst",
        "Er is nog geen plaats vrij; iemand komt op de wachtlijst.",
        "de inburgeraar",
        "wachtlijst/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)
AANMELDING = registreer_brief(
    Briefsoort(
        "aanmelding",
        "Aanmelding, wijziging of afmelding bij een aanbieder",
        "Iemand is geplaatst, de plaatsing verandert, of zij stopt. Met alleen wat de aanbieder nodig heeft.",
        "de school of een andere aanbieder",
        "aanmelding/v1",
        Fase.UITVOERING,
    )
)
PLAATSING_STOPT = registreer_brief(
    Briefsoort(
        "plaatsing_stopt",
        "Bericht dat een plaats stopt",
        "Een plaats houdt op: afgerond, eerder gestopt, of een vergissing van ons.",
        "de inburgeraar",
        "plaatsing_stopt/v1",
        Fase.UITVOERING,
        tekstblokken=("brief-hulp",),
    )
)
