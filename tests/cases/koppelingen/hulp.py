"""Builders of lists of koppelingen."""

from datetime import date
from pathlib import Path

from cases.services import koppelingen
from cases.services.koppelingen.kolommen import KOLOMMEN

OP = date(2026, 11, 20)
VOORBEELD = (Path(__file__).parent / "koppelingen-diemen-2026.csv").read_bytes()
PERSOON = {
    "bsn": "999284691",
    "v_nummer": "2808729173",
    "achternaam": "Aziz",
    "voorvoegsel": "",
    "voornamen": "Shilan",
    "geboortedatum": "11-11-2000",
    "geslacht": "v",
    "nationaliteit": "Irakese",
    "voorkeurstaal": "Koerdisch (Sorani)",
    "tolk_nodig": "ja",
    "doelgroep": "asielstatushouder",
    "verblijfsvergunning": "asiel bepaalde tijd",
    "datum_vergunning": "09-05-2026",
    "datum_koppeling": "22-05-2026",
    "azc": "AZC Almere",
    "gezinsnummer": "G001",
    "datum_kennisgeving_duo": "10-06-2026",
    "datum_huisvesting": "25-07-2026",
    "datum_brp": "29-07-2026",
    "straat": "Arent Krijtsstraat",
    "huisnummer": "159",
    "postcode": "1110 BK",
    "woonplaats": "Diemen",
    "gemeente": "Diemen",
}
ANDER = PERSOON | {"bsn": "999405615", "v_nummer": "2828119135", "achternaam": "Khoury", "voornamen": "Omar"}


def maak_csv(*rijen: dict[str, str], scheiding: str = ";", einde: str = "\r\n") -> str:
    """A file as a spreadsheet writes it; cells with a separator, quote or line end are quoted."""
    return einde.join(
        scheiding.join(_cel(cel, scheiding) for cel in cellen)
        for cellen in [KOLOMMEN, *([rij.get(naam, "") for naam in KOLOMMEN] for rij in rijen)]
    )


def lijst(*wijzigingen: dict[str, str]) -> bytes:
    """A file with one row per argument: the person of PERSOON with these cells changed."""
    return maak_csv(*(PERSOON | wijziging for wijziging in wijzigingen)).encode()


def schrijf_alles(bestand, door, moment, op=OP):
    """Confirm and write, as the worker would: piece after piece."""
    koppelingen.bevestig(bestand=bestand, door=door, moment=moment)
    while koppelingen.schrijf_stuk(bestand_id=bestand.pk, op=op, moment=moment):
        pass
    bestand.refresh_from_db()


def uitkomsten(bestand) -> list[str]:
    return list(bestand.regels.values_list("uitkomst", flat=True))


def _cel(cel: str, scheiding: str) -> str:
    return f'"{cel.replace(chr(34), chr(34) * 2)}"' if set(cel) & {scheiding, '"', "\n", "\r"} else cel
