"""The facts and steps of the end of the way as sentences in the history of a dossier."""

from cases.handelingen import registreer_feitzin, registreer_soort
from inburgering.recht.feiten import FeitSoort

CERTIFICAAT = registreer_soort("CERTIFICAAT_UITGEREIKT", "Certificaat uitgereikt", "reikte het certificaat uit")

registreer_feitzin(FeitSoort.EXAMENUITSLAG, "legde de uitslag van het examen {onderdeel} vast: {uitslag}")
registreer_feitzin(FeitSoort.ONDERDEEL_AFGEROND, "legde vast dat dit onderdeel klaar is: {onderdeel}")

AANGEBODEN = registreer_soort("OVERDRACHT_AANGEBODEN", "Overdracht aangeboden", "bood de overdracht aan {naar} aan")
AANVAARD = registreer_soort("OVERDRACHT_AANVAARD", "Overgedragen", "droeg het dossier over aan {naar}")
GEWEIGERD = registreer_soort("OVERDRACHT_GEWEIGERD", "Overdracht geweigerd", "kreeg bericht: {naar} neemt niet over")
INGETROKKEN = registreer_soort("OVERDRACHT_INGETROKKEN", "Overdracht ingetrokken", "trok de overdracht aan {naar} in")
ONTVANGEN = registreer_soort("OVERDRACHT_ONTVANGEN", "Overgenomen", "nam het dossier over van {van}")
VERSTUURD = registreer_soort("OVERDRACHTSBLAD_GEMAAKT", "Overdrachtsblad", "maakte het overdrachtsblad voor {naar}")
