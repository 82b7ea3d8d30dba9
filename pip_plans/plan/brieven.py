"""The letters of the PIP."""

from cases.brieven import Briefsoort, Fase, registreer_brief

PIP = registreer_brief(
    Briefsoort(
        "pip",
        "Plan Inburgering en Participatie (PIP)",
        "De tweede lezer stelt het PIP vast.",
        "de inburgeraar",
        "pip/v1",
        Fase.PLAN,
        beschikking=True,
        tekstblokken=(
            "pip-motivering-b1",
            "pip-motivering-onderwijs",
            "pip-motivering-z",
            "pip-begeleiding-aanbod",
            "pip-begeleiding-advies",
            "brief-hulp",
        ),
    )
)
PIP_SAMENVATTING = registreer_brief(
    Briefsoort(
        "pip_samenvatting",
        "PIP op één bladzijde, in het Nederlands en in de taal van de inburgeraar",
        "Samen met het PIP, van dezelfde versie en met hetzelfde kenmerk.",
        "de inburgeraar",
        "pip_samenvatting/v1",
        Fase.PLAN,
    )
)
PIP_INTREKKING = registreer_brief(
    Briefsoort(
        "pip_intrekking",
        "Intrekking van het PIP",
        "Een tweede lezer stelt vast dat het PIP niet meer geldt.",
        "de inburgeraar",
        "pip_intrekking/v1",
        Fase.PLAN,
        beschikking=True,
        tekstblokken=("brief-hulp",),
    )
)
PIP_ADVIES = registreer_brief(
    Briefsoort(
        "pip_advies",
        "PIP-advies (Wet inburgering 2013)",
        "De consulent brengt het advies uit. Het is geen besluit.",
        "de inburgeraar",
        "pip_advies/v1",
        Fase.PLAN,
        tekstblokken=("pip-begeleiding-advies",),
    )
)
PIP_BIJLAGE = registreer_brief(
    Briefsoort(
        "pip_bijlage",
        "Bijlage bij het PIP: rooster, subdoelen en afspraken zonder boete",
        "Bij het vaststellen van het PIP, en steeds als de consulent een nieuwe versie uitbrengt.",
        "de inburgeraar",
        "pip_bijlage/v1",
        Fase.PLAN,
    )
)
