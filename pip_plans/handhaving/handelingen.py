"""The rungs as sentences in the history of a dossier; never with what was said."""

from cases.handelingen import registreer_soort

GECONSTATEERD = registreer_soort(
    "HANDHAVING_CONSTATERING", "Constatering vastgelegd", "opende zaak {zaak} van handhaving (art. {artikel})"
)
GEWAARSCHUWD = registreer_soort("HANDHAVING_WAARSCHUWING", "Gewaarschuwd", "legde in zaak {zaak} de waarschuwing vast")
AANGEZEGD = registreer_soort(
    "HANDHAVING_VOORNEMEN", "Voornemen tot een boete", "maakte in zaak {zaak} het voornemen tot een boete"
)
GEHOORD = registreer_soort("HANDHAVING_ZIENSWIJZE", "Zienswijze", "legde in zaak {zaak} de zienswijze vast: {hoe}")
VOORGESTELD = registreer_soort(
    "HANDHAVING_VOORSTEL", "Boete voorgesteld", "legde in zaak {zaak} een voorstel voor aan de teamleider"
)
TERUGGEGEVEN = registreer_soort(
    "HANDHAVING_TERUG", "Voorstel voor een boete teruggegeven", "gaf het voorstel in zaak {zaak} terug met opmerkingen"
)
BESLOTEN = registreer_soort("HANDHAVING_BESLUIT", "Besluit over een boete", "besloot {nummer} in zaak {zaak}")
BETALING = registreer_soort(
    "HANDHAVING_BETALING", "Betaling van een boete", "legde in zaak {zaak} een betaling vast van {bedrag}"
)
BETALING_TERUG = registreer_soort(
    "HANDHAVING_BETALING_TERUG", "Betaling teruggenomen", "nam in zaak {zaak} de betaling van {bedrag} terug"
)
BEEINDIGD = registreer_soort("HANDHAVING_EINDE", "Zaak van handhaving beëindigd", "beëindigde zaak {zaak}: {reden}")
