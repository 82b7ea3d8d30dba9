"""The steps of the PIP as sentences in the history of a dossier. Never with what the plan says."""

from cases.handelingen import registreer_soort

PIP_OPGESTELD = registreer_soort("PIP_OPGESTELD", "PIP opgesteld", "stelde een concept-PIP op")
PIP_BEWAARD = registreer_soort("PIP_BEWAARD", "Concept-PIP bewerkt", "werkte aan het concept-PIP")
PIP_AANGEBODEN = registreer_soort("PIP_AANGEBODEN", "PIP aangeboden", "bood het PIP aan de tweede lezer aan")
PIP_TERUGGEGEVEN = registreer_soort("PIP_TERUGGEGEVEN", "PIP teruggegeven", "gaf het PIP terug met opmerkingen")
PIP_INGETROKKEN = registreer_soort("PIP_INGETROKKEN", "Concept-PIP ingetrokken", "trok het concept-PIP in")
PIP_HANDTEKENING = registreer_soort(
    "PIP_HANDTEKENING", "Reactie van de inburgeraar op het PIP", "legde vast dat de inburgeraar {stand}"
)
PIP_WIJZIGING_BEGONNEN = registreer_soort(
    "PIP_WIJZIGING_BEGONNEN", "Nieuwe versie begonnen", "begon aan versie {versie}: {soort}"
)
PIP_INTREKKING_VOORGESTELD = registreer_soort(
    "PIP_INTREKKING_VOORGESTELD", "Intrekken van het PIP voorgesteld", "stelde voor om {nummer} in te trekken"
)
PIP_INTREKKING_AFGEWEZEN = registreer_soort(
    "PIP_INTREKKING_AFGEWEZEN", "Intrekken niet overgenomen", "nam het voorstel om {nummer} in te trekken niet over"
)
PIP_ADVIES_UITGEBRACHT = registreer_soort(
    "PIP_ADVIES_UITGEBRACHT", "PIP-advies uitgebracht", "bracht versie {versie} van het PIP-advies uit"
)
PIP_BIJLAGE = registreer_soort("PIP_BIJLAGE", "Bijlage bij het PIP", "bracht bijlage {versie} bij {nummer} uit")
