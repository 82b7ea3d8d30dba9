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
# Not which one: naming all but gezondheid would tell as much.
LEEFGEBIED_BEWAARD = registreer_soort("INTAKE_LEEFGEBIED", "Leefgebied bijgewerkt", "werkte een leefgebied bij")
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
TOETS_VERBETERD = registreer_soort(
    "INTAKE_TOETS_VERBETERD",
    "Uitslag leerbaarheidstoets verbeterd",
    "verbeterde de uitslag van de leerbaarheidstoets in: {uitslag}",
)
TOETS_INGETROKKEN = registreer_soort(
    "INTAKE_TOETS_INGETROKKEN", "Uitslag leerbaarheidstoets ingetrokken", "trok een uitslag van de toets in"
)
ONTHEFFING_VOORGESTELD = registreer_soort(
    "INTAKE_ONTHEFFING_VOORGESTELD",
    "Voorstel over ontheffing van de toets",
    "legde een verzoek om ontheffing van de leerbaarheidstoets voor aan de tweede lezer",
)
ONTHEFFING_TERUGGEGEVEN = registreer_soort(
    "INTAKE_ONTHEFFING_TERUGGEGEVEN",
    "Voorstel over ontheffing teruggegeven",
    "gaf het voorstel over de ontheffing van de toets terug met opmerkingen",
)
ONTHEFFING_INGETROKKEN = registreer_soort(
    "INTAKE_ONTHEFFING_INGETROKKEN",
    "Voorstel over ontheffing ingetrokken",
    "trok het voorstel over de ontheffing van de toets in",
)
ONTHEFFING_BESLOTEN = registreer_soort(
    "INTAKE_ONTHEFFING_BESLOTEN", "Besluit over ontheffing van de toets", "besloot {nummer}: ontheffing {uitkomst}"
)
TOETS_GEEN = registreer_soort(
    "INTAKE_TOETS_GEEN", "Geen leerbaarheidstoets", "legde vast dat er geen leerbaarheidstoets is: {reden}"
)
TAALSTART_BEWAARD = registreer_soort("INTAKE_TAALSTART", "Taalstart vastgelegd", "legde de Taalstart vast")
INTAKE_AFGEROND = registreer_soort("INTAKE_AFGEROND", "Brede intake afgerond", "rondde de brede intake af {wijze}")
INTAKE_HEROPEND = registreer_soort("INTAKE_HEROPEND", "Brede intake heropend", "heropende de brede intake")
DOORVERWEZEN = registreer_soort("INTAKE_DOORVERWEZEN", "Doorverwezen", "legde een doorverwijzing vast")
DOORVERWIJZING_GEWIJZIGD = registreer_soort(
    "INTAKE_DOORVERWIJZING_GEWIJZIGD", "Doorverwijzing gewijzigd", "wijzigde een doorverwijzing"
)
DOORVERWIJZING_UITKOMST = registreer_soort(
    "INTAKE_DOORVERWIJZING_UITKOMST", "Uitkomst van een doorverwijzing", "legde bij een doorverwijzing vast: {reactie}"
)
AANDACHTSPUNT_GEKOZEN = registreer_soort(
    "INTAKE_AANDACHTSPUNT", "Aandachtspunt vastgelegd", "legde een aandachtspunt vast"
)
SUBDOEL_GEKOZEN = registreer_soort("INTAKE_SUBDOEL", "Subdoel gekozen", "koos het subdoel ‘{subdoel}’")
DOEL_VERVALLEN = registreer_soort(
    "INTAKE_DOEL_VERVALLEN", "Aandachtspunt of subdoel vervallen", "haalde een aandachtspunt of subdoel weg"
)
VERSLAG_GEMAAKT = registreer_soort("INTAKE_VERSLAG", "Intakeverslag gemaakt", "liet het intakeverslag maken")
