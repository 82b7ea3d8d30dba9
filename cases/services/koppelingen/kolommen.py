"""The columns of a list of koppelingen and what each of them feeds: a field of the person, or a dated fact."""

from collections.abc import Mapping
from types import MappingProxyType

from inburgering.recht.feiten import FeitSoort

# Column → label on the screen, in the order of the file.
LABELS: Mapping[str, str] = MappingProxyType({
    "bsn": "BSN",
    "v_nummer": "V-nummer",
    "achternaam": "Achternaam",
    "voorvoegsel": "Voorvoegsel",
    "voornamen": "Voornamen",
    "geboortedatum": "Geboortedatum",
    "geslacht": "Geslacht",
    "nationaliteit": "Nationaliteit",
    "voorkeurstaal": "Voorkeurstaal",
    "tolk_nodig": "Tolk nodig",
    "doelgroep": "Doelgroep",
    "verblijfsvergunning": "Verblijfsvergunning",
    "datum_vergunning": "Datum vergunning",
    "datum_koppeling": "Datum koppeling",
    "azc": "AZC",
    "gezinsnummer": "Gezinsnummer",
    "datum_kennisgeving_duo": "Datum kennisgeving DUO",
    "datum_huisvesting": "Datum huisvesting",
    "datum_brp": "Datum BRP-inschrijving",
    "straat": "Straat",
    "huisnummer": "Huisnummer",
    "postcode": "Postcode",
    "woonplaats": "Woonplaats",
    "gemeente": "Gemeente",
})  # fmt: skip
KOLOMMEN = tuple(LABELS)

# Free text that goes into the field of the person with the same name.
TEKSTKOLOMMEN = (
    "achternaam",
    "voorvoegsel",
    "voornamen",
    "nationaliteit",
    "voorkeurstaal",
    "straat",
    "huisnummer",
    "woonplaats",
)
DATUMKOLOMMEN = (
    "datum_vergunning",
    "datum_koppeling",
    "datum_kennisgeving_duo",
    "datum_huisvesting",
    "datum_brp",
)
# The column that a fact is about, for messages; the facts of one row are written in this order.
FEITKOLOM: Mapping[FeitSoort, str] = MappingProxyType({
    FeitSoort.VERBLIJFSVERGUNNING: "datum_vergunning",
    FeitSoort.DOELGROEP: "doelgroep",
    FeitSoort.KOPPELING: "datum_koppeling",
    FeitSoort.KENNISGEVING_DUO: "datum_kennisgeving_duo",
    FeitSoort.HUISVESTING: "datum_huisvesting",
    FeitSoort.BRP_INSCHRIJVING: "datum_brp",
})  # fmt: skip
# Added by our own download of faulty rows; a file that has them comes back from there.
RETOURKOLOMMEN = ("regel", "veld", "reden")
# Cells beyond the last column are kept here, so that a download gives back what came in.
TEVEEL = "_teveel"
FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")
BRON = "koppelbestand"
