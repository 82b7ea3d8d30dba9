"""The closed lists of the law: kinds of facts, groups, routes and acts, with their Dutch words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType


class FeitSoort(StrEnum):
    KOPPELING = "KOPPELING"
    EERSTE_CONTACT = "EERSTE_CONTACT"
    KENNISGEVING_DUO = "KENNISGEVING_DUO"
    HUISVESTING = "HUISVESTING"
    BRP_INSCHRIJVING = "BRP_INSCHRIJVING"
    DOELGROEP = "DOELGROEP"
    VERBLIJFSVERGUNNING = "VERBLIJFSVERGUNNING"
    TE_HUISVESTEN = "TE_HUISVESTEN"
    DERDEN_INFORMATIE_GEVRAAGD = "DERDEN_INFORMATIE_GEVRAAGD"
    DERDEN_INFORMATIE_ONTVANGEN = "DERDEN_INFORMATIE_ONTVANGEN"
    PIP_VORIGE_GEMEENTE = "PIP_VORIGE_GEMEENTE"
    PIP_VASTGESTELD = "PIP_VASTGESTELD"
    BESCHIKKING_BEKENDGEMAAKT = "BESCHIKKING_BEKENDGEMAAKT"
    BESCHIKKING_HERROEPEN = "BESCHIKKING_HERROEPEN"
    AANBOD_GEDAAN = "AANBOD_GEDAAN"
    TAALSCHAKELTRAJECT_GESTART = "TAALSCHAKELTRAJECT_GESTART"
    TERMIJN_DUO = "TERMIJN_DUO"
    AANVRAAG_DUO = "AANVRAAG_DUO"
    BESLUIT_DUO = "BESLUIT_DUO"
    BEZWAAR_ONTVANGEN = "BEZWAAR_ONTVANGEN"
    BEZWAAR_VERZUIM_GEMELD = "BEZWAAR_VERZUIM_GEMELD"
    BEZWAAR_VERZUIM_HERSTELD = "BEZWAAR_VERZUIM_HERSTELD"
    BEZWAAR_VERDAAGD = "BEZWAAR_VERDAAGD"
    BEZWAAR_UITSTEL = "BEZWAAR_UITSTEL"
    BEZWAAR_INGETROKKEN = "BEZWAAR_INGETROKKEN"
    INGEBREKESTELLING = "INGEBREKESTELLING"
    BESLISSING_OP_BEZWAAR = "BESLISSING_OP_BEZWAAR"
    BEROEP_INGESTELD = "BEROEP_INGESTELD"
    EINDE_PLICHT = "EINDE_PLICHT"
    OVERLIJDEN = "OVERLIJDEN"
    BIJSTAND_INGEGAAN = "BIJSTAND_INGEGAAN"
    BIJSTAND_BEEINDIGD = "BIJSTAND_BEEINDIGD"
    VERTREK = "VERTREK"
    BOETERAPPORT = "BOETERAPPORT"
    BOETE_OPGELEGD = "BOETE_OPGELEGD"
    BOETEZAAK_BEEINDIGD = "BOETEZAAK_BEEINDIGD"
    BETALINGSREGELING = "BETALINGSREGELING"
    BOETE_BETAALD = "BOETE_BETAALD"
    BOETE_DUO = "BOETE_DUO"
    EXAMENUITSLAG = "EXAMENUITSLAG"
    ONDERDEEL_AFGEROND = "ONDERDEEL_AFGEROND"


class Doelgroep(StrEnum):
    """The group for the Wet inburgering; the permit and the bijstand are separate facts."""

    ASIELSTATUSHOUDER = "ASIELSTATUSHOUDER"
    NAREIZIGER = "NAREIZIGER"
    GEZINSLID_STATUSHOUDER = "GEZINSLID_STATUSHOUDER"
    GEZINSMIGRANT = "GEZINSMIGRANT"
    OVERIGE_MIGRANT = "OVERIGE_MIGRANT"
    GEESTELIJKE_BEDIENAAR = "GEESTELIJKE_BEDIENAAR"
    AMV = "AMV"
    ONDERTUSSENGROEP = "ONDERTUSSENGROEP"
    ELIP = "ELIP"


class Leerroute(StrEnum):
    ONDERWIJS = "ONDERWIJS"
    B1 = "B1"
    Z = "Z"


class Regime(StrEnum):
    WI2021 = "WI2021"
    WI2013 = "WI2013"


ASIELGROEP = frozenset({Doelgroep.ASIELSTATUSHOUDER, Doelgroep.NAREIZIGER, Doelgroep.AMV})
EINDE_BIJSTAND = (FeitSoort.BIJSTAND_BEEINDIGD, FeitSoort.VERTREK, FeitSoort.OVERLIJDEN)
GROEP_MET_AANBOD = ASIELGROEP | {Doelgroep.GEZINSLID_STATUSHOUDER}
# Who keeps the act of 2013 (art. 54 Wi 2021). ELIP, einde lening: whose loan of DUO is nearly used up.
GROEP_WI2013 = frozenset({Doelgroep.ONDERTUSSENGROEP, Doelgroep.ELIP})
INWERKINGTREDING_WI2021 = date(2022, 1, 1)
BEGIN_WET = {Regime.WI2013: date(2013, 1, 1), Regime.WI2021: INWERKINGTREDING_WI2021}

DOELGROEP_LABELS: Mapping[Doelgroep, str] = MappingProxyType({
    Doelgroep.ASIELSTATUSHOUDER: "asielstatushouder",
    Doelgroep.NAREIZIGER: "nareiziger met eigen asielvergunning",
    Doelgroep.GEZINSLID_STATUSHOUDER: "gezinslid van een statushouder (reguliere vergunning)",
    Doelgroep.GEZINSMIGRANT: "gezinsmigrant",
    Doelgroep.OVERIGE_MIGRANT: "overige migrant",
    Doelgroep.GEESTELIJKE_BEDIENAAR: "geestelijke bedienaar",
    Doelgroep.AMV: "alleenstaande minderjarige vreemdeling (vanaf 18 jaar)",
    Doelgroep.ONDERTUSSENGROEP: "ondertussengroep (Wet inburgering 2013)",
    Doelgroep.ELIP: "ELIP, einde lening (Wet inburgering 2013)",
})  # fmt: skip
LEERROUTE_LABELS: Mapping[Leerroute, str] = MappingProxyType(
    {Leerroute.ONDERWIJS: "onderwijsroute", Leerroute.B1: "B1-route", Leerroute.Z: "Z-route"}
)

# Label and one sentence of help per fact, for forms and history.
LABELS: Mapping[FeitSoort, tuple[str, str]] = MappingProxyType({
    FeitSoort.KOPPELING: ("Koppeling", "De dag waarop het COA de persoon aan de gemeente koppelde."),
    FeitSoort.EERSTE_CONTACT: ("Eerste contact", "De dag van het eerste bezoek of telefoongesprek."),
    FeitSoort.KENNISGEVING_DUO: (
        "Kennisgeving van DUO", "De datum van de brief waarin DUO de inburgeringsplicht meldt; de eerste brief telt."),
    FeitSoort.HUISVESTING: ("Huisvesting", "De dag waarop de woning in de gemeente beschikbaar is."),
    FeitSoort.BRP_INSCHRIJVING: ("Inschrijving in de BRP", "De dag van inschrijving in de BRP van deze gemeente."),
    FeitSoort.DOELGROEP: ("Doelgroep", "De groep waartoe de persoon vanaf deze dag voor de Wet inburgering hoort."),
    FeitSoort.VERBLIJFSVERGUNNING: ("Verblijfsvergunning", "De ingangsdatum en de soort van de vergunning."),
    FeitSoort.TE_HUISVESTEN: (
        "Te huisvesten door de gemeente", "Of de gemeente de persoon moet huisvesten (art. 28 Huisvestingswet 2014)."),
    FeitSoort.DERDEN_INFORMATIE_GEVRAAGD: (
        "Informatie van derden gevraagd", "De dag waarop informatie is gevraagd die voor het PIP nodig is."),
    FeitSoort.DERDEN_INFORMATIE_ONTVANGEN: (
        "Informatie van derden ontvangen", "De dag waarop de gevraagde informatie binnenkwam."),
    FeitSoort.PIP_VORIGE_GEMEENTE: (
        "PIP van een andere gemeente", "De dagtekening van het eerste PIP dat een andere gemeente vaststelde."),
    FeitSoort.PIP_VASTGESTELD: ("PIP vastgesteld", "De dagtekening van het PIP."),
    FeitSoort.BESCHIKKING_BEKENDGEMAAKT: (
        "Beschikking bekendgemaakt", "De dag waarop de beschikking is verzonden of uitgereikt."),
    FeitSoort.BESCHIKKING_HERROEPEN: ("Beschikking herroepen", "De dag waarop dat in bezwaar is bekendgemaakt."),
    FeitSoort.AANBOD_GEDAAN: ("Aanbod gedaan", "De dag waarop de gemeente een inburgeringsaanbod heeft gedaan."),
    FeitSoort.TAALSCHAKELTRAJECT_GESTART: ("Taalschakeltraject gestart", "De eerste lesdag van het traject."),
    FeitSoort.TERMIJN_DUO: ("Termijn volgens DUO", "De begin- en einddatum van de inburgeringstermijn die DUO meldt."),
    FeitSoort.AANVRAAG_DUO: (
        "Aanvraag bij DUO", "De dag waarop DUO de aanvraag om verlenging, ontheffing of vrijstelling kreeg."),
    FeitSoort.BESLUIT_DUO: ("Besluit van DUO", "De dagtekening van het besluit van DUO op een aanvraag."),
    FeitSoort.BEZWAAR_ONTVANGEN: ("Bezwaar ontvangen", "De dag waarop het bezwaarschrift binnenkwam."),
    FeitSoort.BEZWAAR_VERZUIM_GEMELD: (
        "Herstel van een verzuim gevraagd", "De dag van de brief waarin om aanvulling van het bezwaar is gevraagd."),
    FeitSoort.BEZWAAR_VERZUIM_HERSTELD: ("Verzuim hersteld", "De dag waarop de aanvulling van het bezwaar binnenkwam."),
    FeitSoort.BEZWAAR_VERDAAGD: (
        "Beslissing op bezwaar verdaagd", "De dag van de brief waarin de beslissing is verdaagd."),
    FeitSoort.BEZWAAR_UITSTEL: (
        "Verder uitstel van de beslissing op bezwaar", "De dag van de brief waarin het verdere uitstel staat."),
    FeitSoort.BEZWAAR_INGETROKKEN: ("Bezwaar ingetrokken", "De dag waarop het bezwaar schriftelijk is ingetrokken."),
    FeitSoort.INGEBREKESTELLING: (
        "Ingebrekestelling ontvangen", "De dag waarop de brief binnenkwam dat de gemeente te laat beslist."),
    FeitSoort.BESLISSING_OP_BEZWAAR: ("Beslissing op bezwaar", "De dagtekening van de beslissing op het bezwaar."),
    FeitSoort.BEROEP_INGESTELD: ("Beroep ingesteld", "De dag waarop bij de rechtbank beroep is ingesteld."),
    FeitSoort.EINDE_PLICHT: ("Einde van de inburgeringsplicht", "De dag waarop de inburgeringsplicht eindigt."),
    FeitSoort.OVERLIJDEN: ("Overlijden", "De dag van overlijden."),
    FeitSoort.BIJSTAND_INGEGAAN: ("Bijstand ingegaan", "De eerste dag van het recht op bijstand."),
    FeitSoort.BIJSTAND_BEEINDIGD: ("Bijstand beëindigd", "De eerste dag waarop er geen recht op bijstand meer is."),
    FeitSoort.VERTREK: ("Vertrek uit de gemeente", "De dag waarop de persoon naar een andere gemeente is verhuisd."),
    FeitSoort.BOETERAPPORT: ("Boeterapport", "De dagtekening van het rapport over wat is geconstateerd."),
    FeitSoort.BOETE_OPGELEGD: ("Boete opgelegd", "De dagtekening van het besluit over de boete."),
    FeitSoort.BOETEZAAK_BEEINDIGD: ("Handhaving beëindigd", "De dag waarop de zaak zonder betaling is beëindigd."),
    FeitSoort.BETALINGSREGELING: ("Betalingsregeling", "De dag waarop is afgesproken wanneer de boete betaald is."),
    FeitSoort.BOETE_BETAALD: ("Boete betaald", "De dag waarop de hele boete was betaald."),
    FeitSoort.BOETE_DUO: ("Boete van DUO", "De dagtekening van het besluit van DUO (art. 24 of 25)."),
    FeitSoort.EXAMENUITSLAG: ("Examenuitslag", "De dag van het examen of van de vrijstelling, en de uitslag."),
    FeitSoort.ONDERDEEL_AFGEROND: (
        "Onderdeel afgerond", "De dag waarop een onderdeel klaar was, zoals het PVT, de MAP of het diploma."),
})  # fmt: skip
