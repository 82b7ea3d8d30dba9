"""The steps of the modules as sentences in the history of a dossier. None says why somebody was not there."""

from cases.handelingen import registreer_soort

AANGEMELD = registreer_soort("PVT_AANGEMELD", "Aangemeld voor het PVT", "meldde aan voor een groep: {groep}")
GESTOPT = registreer_soort("PVT_GESTOPT", "Gestopt met het PVT", "haalde uit een groep: {groep}")
PRESENTIE = registreer_soort("PVT_PRESENTIE", "Presentie van het PVT", "legde de presentie vast van {groep} op {dag}")
VERKLARING_GEPLAND = registreer_soort(
    "VERKLARING_GEPLAND", "Ondertekening gepland", "plande de ondertekening van de participatieverklaring op {dag}"
)
VERKLARING_ONDERTEKEND = registreer_soort(
    "VERKLARING_ONDERTEKEND",
    "Participatieverklaring ondertekend",
    "legde vast dat de participatieverklaring op {dag} is ondertekend, namens de gemeente bij {namens}",
)
VERKLARING_NIET = registreer_soort(
    "VERKLARING_NIET", "Participatieverklaring niet ondertekend", "legde de ondertekening van {dag} vast: {stand}"
)
VERKLARING_VERVOLG = registreer_soort(
    "VERKLARING_VERVOLG", "Vervolg op een weigering", "koos na de weigering om te tekenen: {vervolg}"
)
UREN = registreer_soort("MODULE_UREN", "Uren vastgelegd", "legde uren van de {module} vast op {dag}: {uren} uur")
UREN_WEG = registreer_soort("MODULE_UREN_WEG", "Uren verwijderd", "verwijderde uren van de {module} op {dag}")
EINDGESPREK = registreer_soort(
    "MAP_EINDGESPREK", "Eindgesprek van de MAP", "legde het eindgesprek van de MAP op {dag} vast: {resultaat}"
)
BERICHT = registreer_soort(
    "BEGELEIDING_BERICHT", "Bericht over de begeleiding", "legde een bericht over de begeleiding vast: {wat}"
)
OPGEPAKT = registreer_soort(
    "BEGELEIDING_OPGEPAKT", "Signaal opgepakt", "legde vast dat een signaal uit de begeleiding is opgepakt"
)
