"""The steps around a voortgangsgesprek as sentences in the history of a dossier; never what was said."""

from cases.handelingen import registreer_soort

VERSLAG = registreer_soort("GESPREK_VERSLAG", "Verslag van een gesprek", "schreef het verslag van {gesprek}")
VERZUIM = registreer_soort("GESPREK_VERZUIM", "Verzuim beoordeeld", "beoordeelde het wegblijven bij {gesprek}: {wat}")
AFGESPROKEN = registreer_soort("GESPREK_AFSPRAAK", "Iets afgesproken", "legde een afspraak vast bij {gesprek}")
AFGEHANDELD = registreer_soort(
    "GESPREK_AFSPRAAK_AF", "Afspraak afgehandeld", "handelde een afspraak uit {gesprek} af: {wat}"
)
