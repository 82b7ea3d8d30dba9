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
            "pip-motivering-z",
            "pip-begeleiding-aanbod",
            "pip-begeleiding-advies",
            "brief-hulp",
        ),
    )
)
