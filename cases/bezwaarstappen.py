"""The steps of a bezwaar as sentences in the history of a dossier. Never with the grounds or the reasons."""

from .handelingen import registreer_soort

BEVESTIGD = registreer_soort(
    "BEZWAAR_BEVESTIGD", "Ontvangst bevestigd", "bevestigde de ontvangst van bezwaar {bezwaar}"
)
GEWIJZIGD = registreer_soort(
    "BEZWAAR_GEWIJZIGD", "Gegevens van de ontvangst gewijzigd", "wijzigde bij bezwaar {bezwaar}: {velden}"
)
TIJDIGHEID = registreer_soort(
    "BEZWAAR_TIJDIGHEID", "Te laat komen beoordeeld", "vond bij bezwaar {bezwaar} het te laat komen {oordeel}"
)
UITGENODIGD = registreer_soort(
    "BEZWAAR_UITGENODIGD", "Uitgenodigd voor een hoorzitting", "nodigde uit voor het horen over bezwaar {bezwaar}"
)
NIET_GEHOORD = registreer_soort(
    "BEZWAAR_NIET_GEHOORD", "Afgezien van horen", "zag af van horen over bezwaar {bezwaar} (art. 7:3 onder {grond} Awb)"
)
VERSLAG = registreer_soort(
    "BEZWAAR_VERSLAG", "Verslag van het horen", "legde het verslag van het horen over bezwaar {bezwaar} vast"
)
OPGESTELD = registreer_soort(
    "BEZWAAR_OPGESTELD", "Beslissing op bezwaar opgesteld", "werkte aan de beslissing op bezwaar {bezwaar}"
)
ZAAK = registreer_soort("BEZWAAR_ZAAK", "Zaak bij de rechtbank", "legde bij bezwaar {bezwaar} vast: {zaak}")
UITSPRAAK = registreer_soort(
    "BEZWAAR_UITSPRAAK", "Uitspraak", "legde bij bezwaar {bezwaar} de uitspraak vast: {uitspraak}"
)
