"""The steps of a bezwaar as sentences in the history of a dossier. Never with the grounds or the reasons."""

from inburgering.recht.feiten import FeitSoort

from .handelingen import registreer_feitzin, registreer_soort

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
VERPLAATST = registreer_soort(
    "BEZWAAR_HOREN_VERPLAATST",
    "Hoorzitting verplaatst",
    "verplaatste de hoorzitting over bezwaar {bezwaar} van {van} naar {naar}",
)
AFGEZEGD = registreer_soort(
    "BEZWAAR_HOREN_AFGEZEGD",
    "Hoorzitting afgezegd",
    "zegde de hoorzitting van {dag} over bezwaar {bezwaar} af",
)
NIET_DOORGEGAAN = registreer_soort(
    "BEZWAAR_HOREN_UITKOMST",
    "Hoorzitting ging niet door",
    "legde bij de hoorzitting van {dag} over bezwaar {bezwaar} vast: {uitkomst}",
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
DWANGSOM_OPGESTELD = registreer_soort(
    "BEZWAAR_DWANGSOM_OPGESTELD",
    "Besluit over de dwangsom opgesteld",
    "werkte aan het besluit over de dwangsom bij bezwaar {bezwaar}",
)
DWANGSOM_VASTGESTELD = registreer_soort(
    "BEZWAAR_DWANGSOM", "Besluit over de dwangsom", "nam besluit {besluit} over de dwangsom bij bezwaar {bezwaar}"
)
ZAAK = registreer_soort("BEZWAAR_ZAAK", "Zaak bij de rechtbank", "legde bij bezwaar {bezwaar} vast: {zaak}")
UITSPRAAK = registreer_soort(
    "BEZWAAR_UITSPRAAK", "Uitspraak", "legde bij bezwaar {bezwaar} de uitspraak vast: {uitspraak}"
)

registreer_feitzin(
    FeitSoort.BEZWAAR_ONTVANGEN, "registreerde bezwaar {bezwaar} tegen besluit {beschikking}, ontvangen op {dag}"
)
registreer_feitzin(
    FeitSoort.BEZWAAR_VERZUIM_GEMELD, "vroeg op {dag} om bezwaar {bezwaar} aan te vullen, uiterlijk op {tot}"
)
registreer_feitzin(
    FeitSoort.BEZWAAR_VERZUIM_HERSTELD, "legde vast dat de aanvulling van bezwaar {bezwaar} op {dag} is ontvangen"
)
registreer_feitzin(FeitSoort.BEZWAAR_VERDAAGD, "stelde op {dag} de beslissing op bezwaar {bezwaar} {weken} uit")
registreer_feitzin(
    FeitSoort.BEZWAAR_UITSTEL,
    "stelde de beslissing op bezwaar {bezwaar} verder uit tot en met {tot} (art. 7:10 lid 4 onder {grond} Awb)",
)
registreer_feitzin(FeitSoort.BEZWAAR_INGETROKKEN, "legde vast dat bezwaar {bezwaar} op {dag} is ingetrokken")
registreer_feitzin(
    FeitSoort.INGEBREKESTELLING, "legde vast dat op {dag} een ingebrekestelling is ontvangen over bezwaar {bezwaar}"
)
registreer_feitzin(
    FeitSoort.BESLISSING_OP_BEZWAAR, "nam op {dag} beslissing {beslissing} op bezwaar {bezwaar}: {uitkomst}"
)
registreer_feitzin(
    FeitSoort.BEROEP_INGESTELD, "legde vast dat op {dag} beroep is ingesteld tegen beslissing {beslissing}"
)
registreer_feitzin(FeitSoort.BESCHIKKING_BEKENDGEMAAKT, "maakte besluit {beschikking} bekend op {dag}")
