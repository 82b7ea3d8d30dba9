"""The steps around toeslagen and the month as sentences in the history of a dossier."""

from cases.handelingen import registreer_soort

TOESLAG_BEWAARD = registreer_soort(
    "TOESLAG_BEWAARD", "Toeslag bijgewerkt", "werkte een toeslag bij: {toeslag}, {stand}"
)
TOESLAG_NAGEVRAAGD = registreer_soort(
    "TOESLAG_NAGEVRAAGD", "Toeslag nagevraagd", "vroeg na waar een toeslag blijft: {toeslag}"
)
