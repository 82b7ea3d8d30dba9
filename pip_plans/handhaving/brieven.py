"""The letters of handhaving: a warning, the voornemen, and the decision."""

from cases.brieven import Briefsoort, Fase, registreer_brief
from cases.enums import Beschikkingsoort

WAARSCHUWING = registreer_brief(
    Briefsoort(
        "handhaving_waarschuwing",
        "Waarschuwing over de inburgering",
        "De consulent heeft iets geconstateerd en stuurt een schriftelijke waarschuwing.",
        "de inburgeraar",
        "handhaving_waarschuwing/v1",
        Fase.HANDHAVING,
        tekstblokken=("brief-hulp",),
    )
)
VOORNEMEN = registreer_brief(
    Briefsoort(
        "boete_voornemen",
        "Voornemen tot een boete",
        "De consulent overweegt een boete en vraagt eerst wat de inburgeraar daarvan vindt.",
        "de inburgeraar",
        "boete_voornemen/v1",
        Fase.HANDHAVING,
        tekstblokken=("brief-hulp",),
    )
)
BOETE = registreer_brief(
    Briefsoort(
        Beschikkingsoort.BOETE.value,
        "Besluit over een boete",
        "De teamleider beslist op het voorstel van de consulent.",
        "de inburgeraar",
        "boete/v1",
        Fase.HANDHAVING,
        beschikking=True,
        tekstblokken=("brief-hulp",),
    )
)
