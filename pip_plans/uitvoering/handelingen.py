"""The steps around a place as sentences in the history of a dossier."""

from cases.handelingen import registreer_feitzin, registreer_soort
from inburgering.recht.feiten import FeitSoort

VOORGESTELD = registreer_soort("PLAATSING_VOORGESTELD", "Plaats voorgesteld", "stelde een plaats voor: {plaats}")
WACHTLIJST = registreer_soort("PLAATSING_WACHTLIJST", "Op de wachtlijst", "zette op de wachtlijst: {plaats}")
GEPLAATST = registreer_soort("PLAATSING_GEPLAATST", "Geplaatst", "plaatste vanaf {vanaf}: {plaats}")
GEWIJZIGD = registreer_soort("PLAATSING_GEWIJZIGD", "Plaatsing gewijzigd", "wijzigde de plaatsing: {plaats}, {wat}")
BEGONNEN = registreer_soort("PLAATSING_BEGONNEN", "Begonnen", "legde vast dat het is begonnen: {plaats}")
GESTOPT = registreer_soort("PLAATSING_GESTOPT", "Plaatsing gestopt", "stopte: {plaats} ({reden})")
GEADVISEERD = registreer_soort("CURSUS_GEADVISEERD", "Advies over een cursus", "gaf advies over een cursus: {plaats}")

registreer_feitzin(FeitSoort.AANBOD_GEDAAN, "legde vast dat er een aanbod is gedaan: {aanbod}")
