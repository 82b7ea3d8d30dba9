"""The steps of ontzorgen as sentences in the history of a dossier."""

from cases.handelingen import registreer_soort

GEEN_BIJSTAND = registreer_soort(
    "ONTZORGEN_GEEN_BIJSTAND", "Geen bijstand", "legde vast dat er geen recht op bijstand is"
)
BESLUIT_VOORGESTELD = registreer_soort(
    "ONTZORGEN_VOORGESTELD", "Besluit over ontzorgen voorgesteld", "legde een besluit voor aan een collega: {soort}"
)
BESLUIT_AFGEWEZEN = registreer_soort(
    "ONTZORGEN_AFGEWEZEN", "Voorstel niet overgenomen", "legde een voorstel terzijde: {soort}"
)
BESLUIT_GENOMEN = registreer_soort("ONTZORGEN_BESLOTEN", "Besluit over ontzorgen", "nam besluit {nummer}: {soort}")
