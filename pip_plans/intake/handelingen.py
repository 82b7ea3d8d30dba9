"""The steps of the brede intake as sentences in the history of a dossier. Never with what somebody told."""

from cases.handelingen import registreer_soort

INTAKE_GESTART = registreer_soort("INTAKE_GESTART", "Brede intake gestart", "startte de brede intake")
GESPREK_VASTGELEGD = registreer_soort(
    "INTAKE_GESPREK", "Intakegesprek vastgelegd", "legde een intakegesprek vast{individueel}"
)
GESPREK_GEWIJZIGD = registreer_soort(
    "INTAKE_GESPREK_GEWIJZIGD", "Intakegesprek gewijzigd", "wijzigde de vastlegging van een intakegesprek"
)
INDIVIDUEEL_GEWEZEN = registreer_soort(
    "INTAKE_INDIVIDUEEL_GEWEZEN",
    "Gewezen op het individuele gesprek",
    "wees op het recht op een individueel gesprek ({hoe})",
)
INDIVIDUEEL_WENS = registreer_soort(
    "INTAKE_INDIVIDUEEL_WENS", "Wens voor een individueel gesprek", "legde vast: {wens}"
)
LEEFGEBIED_BEWAARD = registreer_soort(
    "INTAKE_LEEFGEBIED", "Leefgebied bijgewerkt", "werkte het leefgebied {gebied} bij"
)
ZIENSWIJZE_BEWAARD = registreer_soort("INTAKE_ZIENSWIJZE", "Zienswijze opgeschreven", "schreef de zienswijze op")
OPROEP_VERSTUURD = registreer_soort("INTAKE_OPROEP", "Oproep gemaakt", "maakte de {nummer}e oproep voor de {waarvoor}")
OPROEP_UITKOMST = registreer_soort(
    "INTAKE_OPROEP_UITKOMST",
    "Uitkomst van een oproep",
    "legde bij de {nummer}e oproep voor de {waarvoor} vast: {uitkomst}",
)
TOETS_GEPLAND = registreer_soort(
    "INTAKE_TOETS_GEPLAND", "Leerbaarheidstoets gepland", "plande de leerbaarheidstoets op {dag}"
)
TOETS_GEMIST = registreer_soort(
    "INTAKE_TOETS_GEMIST", "Niet verschenen bij de toets", "legde vast dat de leerbaarheidstoets is gemist"
)
TOETS_UITSLAG = registreer_soort(
    "INTAKE_TOETS_UITSLAG", "Uitslag leerbaarheidstoets", "legde de uitslag van de leerbaarheidstoets vast: {uitslag}"
)
TOETS_ONTHEFFING = registreer_soort(
    "INTAKE_TOETS_ONTHEFFING", "Ontheffing van de toets", "legde een ontheffing van de leerbaarheidstoets vast"
)
TOETS_GEEN = registreer_soort(
    "INTAKE_TOETS_GEEN", "Geen leerbaarheidstoets", "legde vast dat er geen leerbaarheidstoets is: {reden}"
)
TAALSTART_BEWAARD = registreer_soort("INTAKE_TAALSTART", "Taalstart vastgelegd", "legde de Taalstart vast")
INTAKE_AFGEROND = registreer_soort("INTAKE_AFGEROND", "Brede intake afgerond", "rondde de brede intake af {wijze}")
INTAKE_HEROPEND = registreer_soort("INTAKE_HEROPEND", "Brede intake heropend", "heropende de brede intake")
