"""The facts and steps of the end of the way as sentences in the history of a dossier."""

from cases.handelingen import registreer_feitzin, registreer_soort
from inburgering.recht.feiten import FeitSoort

CERTIFICAAT = registreer_soort("CERTIFICAAT_UITGEREIKT", "Certificaat uitgereikt", "reikte het certificaat uit")

registreer_feitzin(FeitSoort.EXAMENUITSLAG, "legde de uitslag van het examen {onderdeel} vast: {uitslag}")
registreer_feitzin(FeitSoort.ONDERDEEL_AFGEROND, "legde vast dat dit onderdeel klaar is: {onderdeel}")
