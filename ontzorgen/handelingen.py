"""The steps of ontzorgen as sentences in the history of a dossier."""

from cases.handelingen import registreer_soort

GEEN_BIJSTAND = registreer_soort(
    "ONTZORGEN_GEEN_BIJSTAND", "Geen bijstand", "legde vast dat er geen recht op bijstand is"
)
