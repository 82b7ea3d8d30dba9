"""The letters of the brede intake."""

from cases.brieven import Briefsoort, Fase, registreer_brief

OPROEP = registreer_brief(
    Briefsoort(
        "oproep",
        "Oproep voor de brede intake of de leerbaarheidstoets",
        "De consulent roept iemand op; na een gemiste oproep volgt de tweede of derde, met een waarschuwing.",
        "de inburgeraar",
        "oproep/v1",
        Fase.INTAKE,
        tekstblokken=("oproep-intake", "oproep-toets", "oproep-waarschuwing", "brief-hulp"),
    )
)
ONTHEFFING_TOETS = registreer_brief(
    Briefsoort(
        "ontheffing_toets",
        "Besluit over ontheffing van de leerbaarheidstoets",
        "De tweede lezer of teamleider beslist op een voorstel van de consulent: verlenen of weigeren.",
        "de inburgeraar",
        "ontheffing_toets/v1",
        Fase.INTAKE,
        beschikking=True,
        bijzonder=True,
        tekstblokken=("brief-hulp",),
    )
)
INTAKEVERSLAG = registreer_brief(
    Briefsoort(
        "intakeverslag",
        "Intakeverslag, zonder gezondheid",
        "De brede intake wordt afgerond, of de consulent vraagt erom. Voor wie niet aan het dossier werkt.",
        "anderen, zoals de school",
        "intake_verslag/v1",
        Fase.INTAKE,
    )
)
INTAKEVERSLAG_VOLLEDIG = registreer_brief(
    Briefsoort(
        "intakeverslag_volledig",
        "Intakeverslag, met gezondheid",
        "Bij het afronden van de brede intake of op verzoek, alleen als er iets over gezondheid in staat.",
        "de inburgeraar en het dossier",
        "intake_verslag/v1",
        Fase.INTAKE,
        bijzonder=True,
    )
)
