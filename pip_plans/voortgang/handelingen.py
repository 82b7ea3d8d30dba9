"""The steps around hours, levels and presence as sentences in the history of a dossier."""

from cases.handelingen import registreer_soort

from .querysets import CONTACT as CONTACTSOORT

VASTGELEGD = registreer_soort("UREN_VASTGELEGD", "Uren vastgelegd", "legde uren vast: {plaats}, {week} ({wat})")
GECORRIGEERD = registreer_soort(
    "UREN_GECORRIGEERD", "Uren gecorrigeerd", "corrigeerde de uren van {week}: {plaats}, van ‘{was}’ naar ‘{wordt}’"
)
INGETROKKEN = registreer_soort("UREN_INGETROKKEN", "Uren ingetrokken", "trok de uren van {week} in: {plaats} ({was})")
UIT_RAPPORT = registreer_soort(
    "UREN_UIT_RAPPORT", "Uren uit een rapport", "nam uren over uit het rapport van {aanbieder} over {maand}"
)
VOORAF = registreer_soort(
    "UREN_VOORAF", "Uren van vóór dit systeem", "legde uren van vóór dit systeem vast: {onderdeel}, {wordt}"
)
VOORAF_GECORRIGEERD = registreer_soort(
    "UREN_VOORAF_GECORRIGEERD",
    "Uren van vóór dit systeem gecorrigeerd",
    "corrigeerde de uren van vóór dit systeem: {onderdeel}, van ‘{was}’ naar ‘{wordt}’",
)
NIVEAU = registreer_soort("NIVEAU_VASTGELEGD", "Taalniveau vastgelegd", "legde het taalniveau vast: {niveaus}")
NIVEAU_GECORRIGEERD = registreer_soort(
    "NIVEAU_GECORRIGEERD", "Taalniveau gecorrigeerd", "corrigeerde het taalniveau: {niveaus}"
)
CONTACT = registreer_soort(
    CONTACTSOORT, "Contact over aanwezigheid", "had contact over de aanwezigheid ({hoe}): {afspraak}"
)
