"""The steps of paying as sentences in the history of a dossier."""

from cases.handelingen import registreer_soort

BETALINGEN_GESTOPT = registreer_soort("BETALINGEN_GESTOPT", "Betalingen gestopt", "stopte de betalingen")
BETALINGEN_HERVAT = registreer_soort("BETALINGEN_HERVAT", "Betalingen hervat", "liet de betalingen weer doorgaan")
MAAND_VASTGESTELD = registreer_soort(
    "ONTZORGEN_MAAND_VASTGESTELD", "Maand afgerekend", "stelde de afrekening van {maand} vast"
)
BETALING_TERUG = registreer_soort(
    "ONTZORGEN_BETALING_TERUG", "Betaling kwam terug", "las in dat een betaling over {maand} {uitkomst} is: {wat}"
)
BETALING_AFGESLOTEN = registreer_soort(
    "ONTZORGEN_BETALING_AFGESLOTEN",
    "Betaling niet uitgevoerd",
    "stelde vast dat de bank de betalingen over {maand} in {run} niet uitvoerde",
)
MAAND_HERZIEN = registreer_soort(
    "ONTZORGEN_MAAND_HERZIEN", "Afrekening ingetrokken", "trok de afrekening van {maand} in om te herrekenen"
)
BANK_BESLIST = registreer_soort(
    "ONTZORGEN_BANK_BESLIST",
    "Antwoord van de bank uitgezocht",
    "stelde vast dat de betaling over {maand} aan {wat} {uitkomst} is",
)
LIJST_ZONDER_NAAM = registreer_soort(
    "ONTZORGEN_LIJST_ZONDER_NAAM",
    "Inhoudingslijst zonder naam",
    "nam lijst {lijst} met inhoudingen van {maand} mee, zonder naam en BSN van deze eenheid",
)
